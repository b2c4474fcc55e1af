//! Rules and calendars at the desk: what lapsed is said on every page, intake is refused, a decision opens it again, and
//! a text is adopted once it has no faults.

use crate::support;

use axum::Router;
use jiff::civil::date;
use procedure::Words;
use seal::Key;
use support::{Answer, Part, get_with, post, post_parts};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

const SHIPPED: &str = include_str!("../../../procedures/suqian-12345.toml");

async fn served() -> (TestOffice, Router) {
    let test = TestOffice::sqlite().await;
    let words = |text: &str| Words {
        zh: text.to_owned(),
        en: text.to_owned(),
    };
    let shell = Shell {
        place: words(""),
        service: words("问政"),
        https: false,
        secret: Key::from_bytes([7; 32]),
        clock: test.clock.clone(),
    };
    let app = web::app(test.office.clone(), shell);
    (test, app)
}

async fn page(app: &Router, path: &str, cookie: &str) -> Answer {
    get_with(app, path, &[("cookie", cookie)]).await
}

async fn signed_in(app: &Router, login: &str) -> String {
    let form = page(app, "/desk/sign-in", "").await;
    let sent = format!("token={}&login={login}&password={PASSWORD}", form.token());
    let answer = post(app, "/desk/sign-in", &form.cookies().join("; "), &sent).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.cookies().join("; ")
}

/// The form for adopting, with files: field, name, text.
async fn send_files(app: &Router, cookie: &str, from: &str, files: &[(&str, &str, &str)]) -> Answer {
    let token = page(app, "/desk/rules", cookie).await.token();
    let mut parts: Vec<Part<'_>> = vec![("token", None, token.as_bytes()), ("from", None, from.as_bytes())];
    parts.extend(
        files
            .iter()
            .map(|(field, name, text)| (*field, Some(*name), text.as_bytes())),
    );
    post_parts(app, "/desk/rules/adopt", cookie, &parts).await
}

/// A form of the page, sent as a browser does.
async fn send(app: &Router, cookie: &str, what: &str, fields: &[(&str, &str)]) -> Answer {
    let token = page(app, "/desk/rules", cookie).await.token();
    let mut parts: Vec<Part<'_>> = vec![("token", None, token.as_bytes())];
    parts.extend(fields.iter().map(|(name, value)| (*name, None, value.as_bytes())));
    post_parts(app, &format!("/desk/rules/{what}"), cookie, &parts).await
}

#[tokio::test]
async fn lapsed_rules_are_used_on_by_decision() {
    let (test, app) = served().await;
    let lines = "version = \"2\"\nlast_day = \"2025-03-31\"\ncontinued_by = [\"supervisor\"]\n";
    let text = SHIPPED.replacen("version = \"2020-10-19\"\n", lines, 1);
    let from = Some(date(2025, 3, 4));
    test.office
        .adopt_procedure_from(&test.j, &text, from)
        .await
        .unwrap();
    test.clock.set("2025-04-01T09:00:00");
    for path in ["/", "/procedure", "/about"] {
        let shown = page(&app, path, "").await;
        assert!(shown.body.contains("有效期至2025年3月31日，已经届满"), "{path}");
    }
    let supervisor = signed_in(&app, "supervisor").await;
    let shown = page(&app, "/desk/rules", &supervisor).await;
    assert!(shown.body.contains("有效期已满") && shown.body.contains("决定继续使用"));
    assert!(
        !shown.body.contains("采用新的办法"),
        "only the administrator adopts"
    );
    let operator = signed_in(&app, "operator").await;
    assert_eq!(page(&app, "/desk/rules", &operator).await.status, 403);
    let wrong = send(
        &app,
        &supervisor,
        "continue",
        &[("until", "2025-03-01"), ("reason", "待新办法印发")],
    )
    .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("这一天已经过去") && wrong.body.contains("待新办法印发"));
    let fields = [
        ("until", "2025-06-30"),
        ("reason", "待新办法印发"),
        ("decided_by", "市政府办公室"),
    ];
    assert_eq!(send(&app, &supervisor, "continue", &fields).await.status, 303);
    let shown = page(&app, "/procedure", "").await;
    assert!(shown.body.contains("经市政府办公室决定继续使用至2025年6月30日"));
    let shown = page(&app, "/desk/rules", &supervisor).await;
    assert!(shown.body.contains("待新办法印发"));
}

#[tokio::test]
async fn a_text_is_adopted_after_it_is_checked() {
    let (test, app) = served().await;
    let cookie = signed_in(&app, "administrator").await;
    let faulty = SHIPPED.replacen("first_step = \"received\"", "first_step = \"recieved\"", 1);
    let told = send(
        &app,
        &cookie,
        "adopt",
        &[("text", &faulty), ("from", "2025-05-01")],
    )
    .await;
    assert_eq!(told.status, 422);
    let line = 1 + SHIPPED.lines().position(|l| l.starts_with("first_step")).unwrap();
    assert!(told.body.contains(&format!("第 {line} 行")), "{}", told.body);
    let text = SHIPPED
        .replacen("version = \"2020-10-19\"", "version = \"2025\"", 1)
        .replace('\n', "\r\n");
    let early = send(&app, &cookie, "adopt", &[("text", &text)]).await;
    assert!(early.body.contains("须晚于 2020-10-19"), "{}", early.body);
    let done = send(&app, &cookie, "adopt", &[("text", &text), ("from", "2025-05-01")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let versions = test.office.versions(&test.j).await.unwrap();
    let written = procedure::hash(&text.replace("\r\n", "\n"));
    assert_eq!(
        (versions[0].head.adopted_by.as_str(), &versions[0].head.hash),
        ("administrator", &written)
    );
    let shown = page(&app, "/desk/rules", &cookie).await;
    assert!(shown.body.contains("尚未施行"));
}

#[tokio::test]
async fn a_file_is_adopted_with_the_fragments_that_it_names() {
    let (test, app) = served().await;
    let cookie = signed_in(&app, "administrator").await;
    let whole = SHIPPED
        .replacen("version = \"2020-10-19\"", "version = \"2025\"", 1)
        .replacen("first_step", "include = [\"our-guidance\"]\nfirst_step", 1);
    let missing = send_files(&app, &cookie, "2025-05-01", &[("file", "whole.toml", &whole)]).await;
    assert_eq!(missing.status, 422);
    assert!(
        missing.body.contains("没有叫“our-guidance”的规则片段"),
        "{}",
        missing.body
    );
    let faulty = [
        ("file", "whole.toml", whole.as_str()),
        ("fragments", "our-guidance.toml", "[procedure]\nid = \"x\"\n"),
    ];
    let told = send_files(&app, &cookie, "2025-05-01", &faulty).await;
    assert!(told.body.contains("our-guidance 第 1 行"), "{}", told.body);
    let fragment = "[[gate]]\nid = \"checked\"\nname = { zh = \"已核对\", en = \"Checked\" }\n\
                    house = { reason = \"核对\", set_by = \"办公室\" }\n";
    // an editor's mark before the text is none of it
    let marked = format!("\u{feff}{whole}");
    let good = [
        ("file", "whole.toml", marked.as_str()),
        ("fragments", "our-guidance.toml", fragment),
    ];
    let done = send_files(&app, &cookie, "2025-05-01", &good).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let versions = test.office.versions(&test.j).await.unwrap();
    assert!(
        versions[0]
            .procedure
            .gates
            .iter()
            .any(|gate| gate.id == "checked")
    );
    let nothing = send_files(&app, &cookie, "", &[]).await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.body.contains("请选择文件，或者粘贴全文"));
}

/// What a clerk's editor may make of a file: the form says what is wrong with it, and keeps the rest.
#[tokio::test]
async fn a_file_that_is_no_text_is_told_so_on_the_form() {
    let (_test, app) = served().await;
    let cookie = signed_in(&app, "administrator").await;
    let token = page(&app, "/desk/rules", &cookie).await.token();
    // 办法 in GB18030; what no file begins with; nothing at all
    for (content, says) in [
        (&b"# \xb0\xec\xb7\xa8\n"[..], "不是 UTF-8 文本"),
        (&b"\x89PNG\x00"[..], "不是 UTF-8 文本"),
        (&b"\xff\xfe#\x00"[..], "不是 UTF-8 文本"),
        (&b""[..], "是空文件"),
    ] {
        let parts: [Part<'_>; 3] = [
            ("token", None, token.as_bytes()),
            ("from", None, b"2025-05-01"),
            ("file", Some("rules.toml"), content),
        ];
        let told = post_parts(&app, "/desk/rules/adopt", &cookie, &parts).await;
        assert_eq!(told.status, 422, "{content:?}");
        assert!(
            told.body.contains(says) && told.body.contains("2025-05-01"),
            "{}",
            told.body
        );
    }
}
