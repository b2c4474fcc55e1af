//! News for pages that stay open: who is told what, and when a stream ends.

use crate::support;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use office::Message;
use procedure::Words;
use seal::Key;
use support::person::Person;
use testkit::TestOffice;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower::ServiceExt as _;
use web::shell::Shell;

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words("示例市"),
        service: words("热线"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// What the page tells the script: the address of its stream, and what it has seen.
fn live(page: &str) -> String {
    let mark = page.split("data-live=\"").nth(1).unwrap();
    let address = mark.split('"').next().unwrap();
    let since = mark
        .split("data-since=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let join = if address.contains('?') { '&' } else { '?' };
    format!("{address}{join}since={since}")
}

/// Opens a stream as a browser does.
async fn listen(app: &Router, person: &Person<'_>, address: &str) -> Response {
    let request = Request::get(address).header("cookie", person.line());
    app.clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap()
}

/// Given a workbench that somebody opened, when a case comes, then the next look says that one has news.
#[tokio::test]
async fn a_workbench_is_told_of_a_case_that_came_since_it_was_opened() {
    let (test, app) = served().await;
    test.receive_verified("泵房夜里很响").await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let page = operator.get("/desk").await;
    let address = live(&page.body);
    let once = format!("{address}&once=yes");
    let before = operator.get(&once).await;
    assert!(before.body.contains("\"moved\":0,\"count\":1"), "{}", before.body);
    test.receive_verified("路灯不亮").await;
    test.clock.advance(1);
    let after = operator.get(&once).await;
    assert!(
        after.body.contains("event: news\ndata: {\"of\":"),
        "{}",
        after.body
    );
    assert!(after.body.contains("\"moved\":1,\"count\":2"), "{}", after.body);
    assert_eq!(after.header("content-type"), "text/event-stream; charset=utf-8");
    assert!(after.header("cache-control").contains("no-store"));
}

/// Given an open page of a case, when somebody acts on it, then the stream says so, and only then.
#[tokio::test]
async fn the_page_of_a_case_is_told_that_it_changed() {
    let (test, app) = served().await;
    let number = test.receive_verified("泵房夜里很响").await.number;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let page = operator.get(&format!("/desk/case/{number}")).await;
    let once = format!("{}&once=yes", live(&page.body));
    assert_eq!(operator.get(&once).await.body, "");
    test.accept(&number).await;
    let after = operator.get(&once).await;
    assert_eq!(after.body, "event: news\ndata: {\"changed\":true}\n\n");
}

/// Looking by itself is no use: whoever leaves a workbench open and goes home is signed out in time.
#[tokio::test]
async fn a_stream_keeps_no_session_alive() {
    let (test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let address = format!("{}&once=yes", live(&operator.get("/desk").await.body));
    let mut hours = 0;
    let status = loop {
        test.clock.advance(30);
        hours += 1;
        let answer = operator.get(&address).await;
        if answer.status != StatusCode::OK {
            break answer.status;
        }
        assert!(hours < 48, "a day of looks keeps it open");
    };
    assert_eq!(status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_has_four_streams_and_no_more() {
    let (_test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let address = live(&operator.get("/desk").await.body);
    let mut open = Vec::new();
    for _ in 0..4 {
        let stream = listen(&app, &operator, &address).await;
        assert_eq!(stream.status(), StatusCode::OK);
        open.push(stream);
    }
    assert_eq!(
        listen(&app, &operator, &address).await.status(),
        StatusCode::TOO_MANY_REQUESTS
    );
}

/// Given streams that nobody closes, when the server stops, then they end, and it does.
#[tokio::test]
async fn a_server_that_stops_ends_its_streams() {
    let (_test, app) = served().await;
    let mut operator = Person::new(&app);
    operator.sign_in("operator").await;
    let address = live(&operator.get("/desk").await.body);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap();
    let (stop, told) = oneshot::channel::<()>();
    let server = tokio::spawn(web::serve(listener, app.clone(), async {
        let _ = told.await;
    }));
    let mut connection = tokio::net::TcpStream::connect(host).await.unwrap();
    let request = format!(
        "GET {address} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\n\r\n",
        operator.line()
    );
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    connection.write_all(request.as_bytes()).await.unwrap();
    let (mut text, mut piece) = (String::new(), [0; 4096]);
    while !text.contains("event: news") {
        let read = connection.read(&mut piece).await.unwrap();
        assert!(read > 0, "it ended at once: {text}");
        text.push_str(&String::from_utf8_lossy(&piece[..read]));
    }
    assert!(text.contains("retry: "), "{text}");
    stop.send(()).unwrap();
    let mut rest = Vec::new();
    connection.read_to_end(&mut rest).await.unwrap();
    server.await.unwrap().unwrap();
}

/// Given open workbenches of two units, when a case comes to one that accuses the other, then the one is told of it and the
/// other of nothing.
#[tokio::test]
async fn whoever_is_accused_is_told_of_nothing() {
    let (test, app) = served().await;
    let (mut accused, mut other) = (Person::new(&app), Person::new(&app));
    accused.sign_in("handler-water").await;
    other.sign_in("handler-urban").await;
    let of_accused = format!("{}&once=yes", live(&accused.get("/desk").await.body));
    let of_other = format!("{}&once=yes", live(&other.get("/desk").await.body));
    let code = test.phone_code("13800138000").await;
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "phone".to_owned(),
        title: "举报收钱不办事".to_owned(),
        text: "他们收钱不办事。".to_owned(),
        category: Some("complaint".to_owned()),
        citizen: Some(test.wang(Some(code))),
        accused: vec!["water".to_owned()],
        ..Message::default()
    };
    let taken = test
        .office
        .receive(&test.j, &test.staff("operator"), message)
        .await;
    let number = taken.unwrap().number;
    test.accept(&number).await;
    test.dispatch(&number, "urban").await;
    test.clock.advance(1);
    let told = other.get(&of_other).await.body;
    assert!(told.contains("\"moved\":1"), "{told}");
    let told = accused.get(&of_accused).await.body;
    assert!(told.contains("\"moved\":0"), "{told}");
    let case = format!("/desk/case/{number}/live?once=yes");
    assert_eq!(other.get(&case).await.status, StatusCode::OK);
    assert_eq!(accused.get(&case).await.status, StatusCode::NOT_FOUND);
    // an ordinary case comes to both in turn
    test.dispatched("路灯不亮", "water").await;
    test.clock.advance(1);
    let told = accused.get(&of_accused).await.body;
    assert!(told.contains("\"moved\":1"), "{told}");
}
