//! WS-5: the office watches its own section and related sites, captures what concerns the place, writes it up and submits
//! it. NG-(4): a missed call is noted and called back. The sites are real ones, on this machine.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use calendar::Instant;
use case::{Actor, Post};
use office::items::{
    ASIDE, CASE, ItemCase, ItemContent, Kind, NEW, Report, SUBMITTED, SourceEntry, SourceLine,
};
use office::notice::{Payload, Word};
use office::{FieldFault, Problem};
use std::sync::{Arc, Mutex};
use store::both_engines;
use testkit::TestOffice;

/// What the sites say now, and what they were asked.
#[derive(Default)]
struct Said {
    page: Mutex<String>,
    posts: Mutex<Vec<(String, String)>>,
    /// How often a feed was asked, and how often it had not changed.
    asked: Mutex<(u32, u32)>,
}

type Site = Arc<Said>;

async fn rss(State(site): State<Site>, headers: HeaderMap) -> Response {
    let posts = site.posts.lock().unwrap().clone();
    let tag = format!("\"{}\"", posts.len());
    let mut asked = site.asked.lock().unwrap();
    asked.0 += 1;
    if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known == tag.as_str())
    {
        asked.1 += 1;
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let items: String = posts
        .iter()
        .map(|(id, title)| {
            format!(
                "<item><title>{title}</title><guid>{id}</guid><link>https://board.example/{id}</link>\
                 <pubDate>Mon, 03 Mar 2025 08:00:00 +0800</pubDate><description>{title}，请处理。</description></item>"
            )
        })
        .collect();
    let body = format!("<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>");
    ([(header::ETAG, tag)], body).into_response()
}

async fn atom() -> &'static str {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:7</id><title>路灯不亮</title>\
     <link href=\"https://board.example/b\"/><updated>2025-03-03T00:30:00Z</updated></entry></feed>"
}

async fn page(State(site): State<Site>) -> Response {
    let page = site.page.lock().unwrap().clone();
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

fn moved(to: &'static str) -> Response {
    (StatusCode::FOUND, [(header::LOCATION, to)]).into_response()
}

async fn site() -> (Site, String) {
    let said = Site::default();
    let app = Router::new()
        .route("/rss", get(rss))
        .route("/atom", get(atom))
        .route("/page", get(page))
        .route("/moved", get(async || moved("/atom")))
        .route("/file", get(async || moved("file:///etc/passwd")))
        .route("/cloud", get(async || moved("http://169.254.169.254/latest")))
        .route("/round", get(async || moved("/round")))
        .route("/large", get(async || "x".repeat(5 * 1024 * 1024)))
        .route("/html", get(async || "<html>404</html>"))
        .with_state(said.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (said, address)
}

fn source(id: &str, kind: Kind, address: String) -> SourceEntry {
    SourceEntry {
        id: id.to_owned(),
        name: format!("网站{id}"),
        kind,
        address,
        channel: "phone".to_owned(),
        place: Some("东街".to_owned()),
        words: String::new(),
        active: true,
    }
}

async fn enter(test: &TestOffice, entry: SourceEntry) {
    let who = test.staff("administrator");
    test.office.enter_source(&test.j, &who, entry).await.unwrap();
}

async fn states(test: &TestOffice) -> Vec<SourceLine> {
    let who = test.staff("administrator");
    test.office.item_sources(&test.j, &who).await.unwrap()
}

async fn titles(test: &TestOffice, state: &str) -> Vec<String> {
    let who = test.staff("operator");
    let lines = test.office.items(&test.j, &who, state, 99).await.unwrap();
    let mut titles: Vec<String> = lines.into_iter().filter_map(|line| line.title).collect();
    titles.sort();
    titles
}

async fn first(test: &TestOffice) -> String {
    let who = test.staff("operator");
    test.office.items(&test.j, &who, NEW, 1).await.unwrap()[0]
        .row
        .id
        .clone()
}

fn code(problem: Problem) -> &'static str {
    match problem {
        Problem::Invalid(faults) => faults.first().map(|FieldFault { code, .. }| *code).unwrap(),
        other => other.code(),
    }
}

both_engines! {
    async fn ws_5_a_feed_is_read_and_nothing_of_it_twice(fresh) {
        let test = TestOffice::on(fresh).await;
        let (said, at) = site().await;
        *said.posts.lock().unwrap() = vec![("a".into(), "东街停水".into()), ("b".into(), "路灯不亮".into())];
        enter(&test, source("board", Kind::Feed, format!("{at}/rss"))).await;
        assert_eq!(test.office.run_sources().await.unwrap(), 2);
        assert_eq!(titles(&test, NEW).await, ["东街停水", "路灯不亮"]);
        // before a quarter of an hour it is not asked again, and then with the tag of its last answer
        test.clock.advance(14);
        test.office.run_sources().await.unwrap();
        assert_eq!(*said.asked.lock().unwrap(), (1, 0));
        test.clock.advance(1);
        assert_eq!(test.office.run_sources().await.unwrap(), 0);
        assert_eq!(*said.asked.lock().unwrap(), (2, 1));
        said.posts.lock().unwrap().push(("c".into(), "噪音扰民".into()));
        test.clock.advance(15);
        assert_eq!(test.office.run_sources().await.unwrap(), 1);
        // another feed tells of the same post: the address is known
        enter(&test, source("forum", Kind::Feed, format!("{at}/moved"))).await;
        assert_eq!(test.office.run_sources().await.unwrap(), 0);
        assert!(states(&test).await.iter().all(|line| line.state.fault.is_none() && line.state.fetched.is_some()));
    }

    async fn ws_5_a_change_of_a_page_is_an_item_with_what_changed(fresh) {
        let test = TestOffice::on(fresh).await;
        let (said, at) = site().await;
        *said.page.lock().unwrap() = "<p>一号公告</p><p>二号公告</p>".into();
        enter(&test, source("page", Kind::Page, format!("{at}/page"))).await;
        assert_eq!(test.office.run_sources().await.unwrap(), 0);
        test.clock.advance(15);
        *said.page.lock().unwrap() = "<p class='x'>一号公告</p>\n<p>二号  公告</p>".into();
        assert_eq!(test.office.run_sources().await.unwrap(), 1);
        *said.page.lock().unwrap() = "<p>一号公告</p><p>二号 公告</p><script>1</script>".into();
        test.clock.advance(15);
        assert_eq!(test.office.run_sources().await.unwrap(), 0);
        let view = test.office.item(&test.j, &test.staff("operator"), &first(&test).await).await.unwrap();
        assert_eq!(view.content.unwrap().changes, ["-二号公告", "+二号 公告"]);
    }

    async fn ws_5_only_what_holds_a_word_is_kept(fresh) {
        let test = TestOffice::on(fresh).await;
        let (said, at) = site().await;
        *said.posts.lock().unwrap() = vec![("a".into(), "东街停水".into()), ("b".into(), "路灯不亮".into())];
        let entry = SourceEntry { words: "停水、停电".to_owned(), ..source("board", Kind::Feed, format!("{at}/rss")) };
        enter(&test, entry).await;
        assert_eq!(test.office.run_sources().await.unwrap(), 1);
        assert_eq!(titles(&test, NEW).await, ["东街停水"]);
    }

    /// Whatever a site does, it is told at the source, and the others are asked all the same.
    async fn what_goes_wrong_is_told_at_the_source(fresh) {
        let test = TestOffice::on(fresh).await;
        let (_said, at) = site().await;
        let wanted = [
            ("cloud", "sources-no-host"),
            ("file", "sources-not-the-web"),
            ("html", "sources-no-feed"),
            ("large", "sources-too-large"),
            ("nothing", "sources-status"),
            ("round", "sources-redirected"),
        ];
        for (path, _) in wanted {
            enter(&test, source(path, Kind::Feed, format!("{at}/{path}"))).await;
        }
        enter(&test, source("works", Kind::Feed, format!("{at}/atom"))).await;
        assert_eq!(test.office.run_sources().await.unwrap(), 1);
        let states = states(&test).await;
        let found: Vec<_> = states
            .iter()
            .filter_map(|line| Some((line.source.id.as_str(), line.state.fault.as_deref()?)))
            .collect();
        assert_eq!(found, wanted);
        // the next try comes later after each failure
        let next = |line: &SourceLine| line.state.next - line.state.tried;
        assert_eq!(next(&states[0]), 30 * 60_000);
        let who = test.staff("administrator");
        let entry = source("x", Kind::Feed, "file:///etc/passwd".to_owned());
        let refused = test.office.enter_source(&test.j, &who, entry).await.unwrap_err();
        assert_eq!(code(refused), "field-not-of-the-web");
    }

    async fn ws_5_a_case_is_made_of_an_item_once(fresh) {
        let test = TestOffice::on(fresh).await;
        let (said, at) = site().await;
        *said.posts.lock().unwrap() = vec![("a".into(), "东街停水".into())];
        enter(&test, source("board", Kind::Feed, format!("{at}/rss"))).await;
        test.office.run_sources().await.unwrap();
        let id = first(&test).await;
        let who = test.staff("operator");
        let made = || ItemCase {
            channel: "phone".to_owned(),
            title: "东街停水".to_owned(),
            text: "东街停水，请处理。".to_owned(),
            external: Some("a".to_owned()),
            ..ItemCase::default()
        };
        let receipt = test.office.case_of_item(&test.j, &who, &id, made()).await.unwrap();
        let view = test.office.case(&test.j, &who, &receipt.number).await.unwrap();
        assert_eq!(view.case.posted, Instant::parse("2025-03-03T08:00:00+08:00").ok());
        let again = test.office.case_of_item(&test.j, &who, &id, made()).await.unwrap_err();
        assert_eq!(code(again), "field-item-decided");
        let item = test.office.item(&test.j, &who, &id).await.unwrap();
        // how far that case is stands beside the item
        assert_eq!(item.line.case.map(|case| case.step.zh).as_deref(), Some("待受理"));
        assert_eq!((item.line.row.state.as_str(), item.line.row.number), (CASE, Some(receipt.number)));
    }

    async fn ws_5_a_report_goes_to_leaders_who_are_told_and_see_it(fresh) {
        let test = TestOffice::on(fresh).await;
        let who = test.staff("operator");
        let content = ItemContent { title: "漏接来电".to_owned(), text: "要求回电".to_owned(), ..ItemContent::default() };
        let id = test.office.note_item(&test.j, &who, content, Some("2025-03-03T08:30")).await.unwrap();
        let report = |text: &str| Report {
            to: "supervisor".to_owned(),
            text: text.to_owned(),
            above: Some("已电话告知市信访局".to_owned()),
            peers: Vec::new(),
        };
        let empty = test.office.submit_item(&test.j, &who, &id, report(" ")).await.unwrap_err();
        assert_eq!(code(empty), "field-empty");
        test.office.submit_item(&test.j, &who, &id, report("东街停水三天，建议督办。")).await.unwrap();
        let told = test.office.store().outbox_waiting(99).await.unwrap();
        let told: Vec<Payload> = told.iter().filter_map(|m| serde_json::from_slice(&m.payload).ok()).collect();
        let meant = |p: &&Payload| matches!(p, Payload::Word { person, says: Word::ItemSubmitted, .. } if person.as_str() == "supervisor");
        assert_eq!(told.iter().filter(meant).count(), 1);
        let seen = test.office.item(&test.j, &test.staff("supervisor"), &id).await.unwrap();
        assert_eq!(seen.line.row.state, SUBMITTED);
        assert_eq!(seen.decisions[0].text.as_deref(), Some("东街停水三天，建议督办。"));
        assert_eq!(seen.decisions[0].above.as_deref(), Some("已电话告知市信访局"));
        test.office.set_item_aside(&test.j, &who, &id, "已由督办处理").await.unwrap();
        let seen = test.office.item(&test.j, &who, &id).await.unwrap();
        assert_eq!(seen.decisions.iter().map(|d| d.state.as_str()).collect::<Vec<_>>(), [SUBMITTED, ASIDE]);
        assert_eq!(titles(&test, ASIDE).await, ["漏接来电"]);
    }

    async fn units_and_citizens_see_no_item(fresh) {
        let test = TestOffice::on(fresh).await;
        let who = test.staff("operator");
        let content = ItemContent { title: "漏接来电".to_owned(), ..ItemContent::default() };
        let id = test.office.note_item(&test.j, &who, content.clone(), None).await.unwrap();
        let nobody = Actor::Staff {
            person: "x".into(),
            posts: vec![Post { role: "no-such-role".to_owned(), unit: None }],
        };
        for who in [test.staff("handler-water"), test.staff("administrator"), Actor::Citizen(None), nobody] {
            assert!(matches!(test.office.items(&test.j, &who, NEW, 9).await, Err(Problem::Forbidden)), "{who:?}");
            assert!(matches!(test.office.item(&test.j, &who, &id).await, Err(Problem::NotFound)), "{who:?}");
            let noted = test.office.note_item(&test.j, &who, content.clone(), None).await;
            assert!(matches!(noted, Err(Problem::Forbidden)), "{who:?}");
        }
    }

    /// The rows are folds of the log, and what people read stands in none of them.
    async fn rebuilt_rows_are_the_same(fresh) {
        let test = TestOffice::on(fresh).await;
        let (said, at) = site().await;
        *said.posts.lock().unwrap() = vec![("a".into(), "东街停水".into()), ("b".into(), "路灯不亮".into())];
        enter(&test, source("board", Kind::Feed, format!("{at}/rss"))).await;
        test.office.run_sources().await.unwrap();
        let id = first(&test).await;
        test.office.set_item_aside(&test.j, &test.staff("operator"), &id, "重复").await.unwrap();
        let tables = ["source_row", "item_row"];
        let mut before = Vec::new();
        for table in tables {
            before.push(test.fresh.dump(table).await);
        }
        assert!(!format!("{:?}", before[1]).contains("停水"));
        test.office.store().rebuild(&test.j, office::fold).await.unwrap();
        for (table, rows) in tables.iter().zip(&before) {
            assert_eq!(test.fresh.dump(table).await, *rows);
        }
    }
}
