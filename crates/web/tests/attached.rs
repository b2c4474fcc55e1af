//! Files that are not taken, and files that wait for their form: nobody types anything anew or chooses a file twice because of
//! something else.

use crate::support;

use axum::Router;
use office::Draft;
use procedure::Words;
use seal::Key;
use support::Answer;
use support::html::{hidden, read};
use support::person::Person;
use testkit::{Served, TestOffice};
use web::shell::Shell;

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = Words {
        zh: "示例市".to_owned(),
        en: "Example".to_owned(),
    };
    let shell = Shell {
        place: words.clone(),
        service: words,
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

/// The fields of a page that comes along unseen, with what is typed.
fn filled(page: &Answer, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let typed = typed
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let brought = hidden(&page.body).into_iter();
    let brought = brought.filter(|(name, _)| name != "step");
    brought.chain(typed).collect()
}

/// What stands in a field of a page.
fn value(page: &Answer, id: &str) -> String {
    let tags = read(&page.body).unwrap();
    let field = tags.iter().find(|tag| tag.get("id") == Some(id)).unwrap();
    field.get("value").unwrap_or_default().to_owned()
}

const TEXT: &[u8] = b"The lamp at the bridge is dark.";
const PROGRAM: &[u8] = b"MZ\x90\0\x03";
const MATTER: [(&str, &str); 4] = [
    ("title", "lamp"),
    ("text", "dark"),
    ("name", "Wang"),
    ("phone", "13800138000"),
];

/// The names of the files of the only case there is, and what is in the first.
async fn files(test: &TestOffice) -> (Vec<String>, Vec<u8>) {
    let store = test.office.store();
    let rows = store.ledger(&test.j, &Default::default(), None, 9).await.unwrap();
    assert_eq!(rows.len(), 1);
    let operator = test.staff("operator");
    let view = test
        .office
        .case(&test.j, &operator, &rows[0].number)
        .await
        .unwrap();
    let names = view.files.iter().map(|file| file.name.clone().unwrap()).collect();
    let first = &view.files[0].file.id;
    let content = test
        .office
        .attachment(&test.j, &operator, &rows[0].number, first)
        .await;
    (names, content.unwrap().2)
}

/// Given a form with a file that is right and one that is not, it comes back with both named and everything typed, and the
/// right one need not be chosen again.
#[tokio::test]
async fn a_file_that_is_not_taken_costs_nothing_else() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let page = browser.get("/write/form").await;
    let both: [(&str, &[u8]); 2] = [("dark.txt", TEXT), ("virus.exe", PROGRAM)];
    let back = browser.post_files("/write", &filled(&page, &MATTER), &both).await;
    assert_eq!(back.status, 422, "{}", back.body);
    assert_eq!(value(&back, "title"), "lamp");
    assert!(back.body.contains("href=\"#attachments\"") && back.body.contains("virus.exe"));
    assert!(back.body.contains("dark.txt"), "{}", back.body);
    // sent as it stands there
    let receipt = browser.post_files("/write", &filled(&back, &MATTER), &[]).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert_eq!(files(&test).await, (vec!["dark.txt".to_owned()], TEXT.to_vec()));
}

/// Given files chosen in the last step, they go along when something is mended in another one.
#[tokio::test]
async fn files_survive_the_way_through_the_steps() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let matter = [("title", "lamp"), ("text", "dark"), ("step", "what")];
    let page = browser.get("/write").await;
    let page = browser
        .post_files("/write/step", &filled(&page, &matter), &[])
        .await;
    let page = browser
        .post_files("/write/step", &filled(&page, &[("step", "where")]), &[])
        .await;
    let go = [("step", "who"), ("go", "form")];
    let last = browser.post_files("/write/step", &filled(&page, &go), &[]).await;
    let away = [("step", "who"), ("go", "what"), ("name", "Wang")];
    let two: [(&str, &[u8]); 2] = [("a.txt", TEXT), ("b.txt", b"two")];
    let first = browser
        .post_files("/write/step", &filled(&last, &away), &two)
        .await;
    assert_eq!(first.status, 200);
    assert!(first.body.contains("Step 1 of 3"), "{}", first.body);
    let page = browser
        .post_files("/write/step", &filled(&first, &matter), &[])
        .await;
    let page = browser
        .post_files("/write/step", &filled(&page, &[("step", "where")]), &[])
        .await;
    let last = browser.post_files("/write/step", &filled(&page, &go), &[]).await;
    assert!(
        last.body.contains("a.txt") && last.body.contains("b.txt"),
        "{}",
        last.body
    );
    // one of them is left out after all
    let tags = read(&last.body).unwrap();
    let left_out = tags
        .iter()
        .filter(|tag| tag.get("name") == Some("held_not"))
        .nth(1)
        .unwrap();
    let mut typed = vec![("step", "who"), ("name", "Wang"), ("phone", "13800138000")];
    typed.push(("held_not", left_out.get("value").unwrap()));
    let receipt = browser.post_files("/write", &filled(&last, &typed), &[]).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert_eq!(files(&test).await.0, ["a.txt"]);
}

/// What waits is for this browser, for two hours, sealed; five files are five, whenever they were chosen.
#[tokio::test]
async fn what_waits_is_private_and_bounded() {
    let (test, app) = served().await;
    let mut browser = Person::new(&app);
    let page = browser.get("/write/form").await;
    let faulty = [
        ("title", ""),
        ("text", "dark"),
        ("name", "Wang"),
        ("phone", "13800138000"),
    ];
    let back = browser
        .post_files(
            "/write",
            &filled(&page, &faulty),
            &[("a.txt", TEXT), ("b.txt", TEXT)],
        )
        .await;
    assert_eq!(back.status, 422);
    let kept = test.fresh.dump("held").await.concat();
    assert!(
        kept.contains("id=") && !kept.contains("dark") && !kept.contains("a.txt"),
        "{kept}"
    );
    // somebody else who gets hold of the page
    let mut other = Person::new(&app);
    let theirs = other.get("/write/form").await.token();
    let mut stolen = filled(&back, &MATTER);
    stolen
        .iter_mut()
        .filter(|(name, _)| name == "token")
        .for_each(|(_, token)| token.clone_from(&theirs));
    let refused = other.post_files("/write", &stolen, &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("waited too long"), "{}", refused.body);
    // four more are one too many
    let four = [("c.txt", TEXT), ("d.txt", TEXT), ("e.txt", TEXT), ("f.txt", TEXT)];
    let many = browser.post_files("/write", &filled(&back, &MATTER), &four).await;
    assert_eq!(many.status, 422);
    assert!(
        many.body.contains("“f.txt” was not taken: 5 files at most"),
        "{}",
        many.body
    );
    test.clock.advance(121);
    let late = browser.post_files("/write", &filled(&many, &MATTER), &[]).await;
    assert_eq!(late.status, 422);
    assert!(late.body.contains("“a.txt” waited too long"), "{}", late.body);
    // what is gone does not stand in the way of sending the rest
    let receipt = browser.post_files("/write", &filled(&late, &MATTER), &[]).await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
}

/// Given a handler's report with a file that is not taken, the text of the report is still there, and so is the other file.
#[tokio::test]
async fn an_act_with_a_file_that_is_not_taken_comes_back_whole() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "water").await;
    test.run_order("handler-water", &number, 1, Draft::SignFor)
        .await
        .unwrap();
    let mut handler = Person::new(&app);
    handler.sign_in("handler-water").await;
    let case = format!("/desk/case/{number}");
    let page = handler.get(&case).await;
    let form = |page: &Answer| -> Vec<(String, String)> {
        let mut fields = filled(page, &[("order", "1"), ("text", "repaired today")]);
        fields.retain(|(name, _)| ["token", "command", "order", "text", "held"].contains(&name.as_str()));
        fields
    };
    let act = format!("{case}/act/report");
    let both: [(&str, &[u8]); 2] = [("done.txt", TEXT), ("virus.exe", PROGRAM)];
    let back = handler.post_files(&act, &form(&page), &both).await;
    assert_eq!(back.status, 422, "{}", back.body);
    assert!(back.body.contains("repaired today</textarea>"), "{}", back.body);
    assert!(back.body.contains("-attachments\">") && back.body.contains("virus.exe"));
    assert!(back.body.contains("done.txt"));
}

/// Over the wire: whoever sends far too much is heard to the end, and reads our page instead of an error of the browser.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn far_too_much_is_answered_with_a_page() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let served = Served::sqlite().await;
    let host = served.url.trim_start_matches("http://");
    let mut connection = tokio::net::TcpStream::connect(host).await.unwrap();
    let part = "--edge\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"a.mp4\"\r\n\r\n";
    let chunk = vec![b'x'; 1 << 20];
    let length = part.len() + 120 * chunk.len();
    let head = format!(
        "POST /write HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=edge\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{part}"
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..120 {
        connection.write_all(&chunk).await.unwrap();
    }
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("</html>"), "{answer}");
}
