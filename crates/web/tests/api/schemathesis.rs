//! Schemathesis against the real server: what the document says is what the program does, whatever is sent.

use crate::api::client::{Api, text};
use office::directory::{Entry, PostEntry, day_of};
use serde_json::json;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use testkit::TestOffice;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// `WENZHENG_TEST_SCHEMATHESIS`, or what `cargo xtask peers` installed.
fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("WENZHENG_TEST_SCHEMATHESIS") {
        return Some(named.into());
    }
    let installed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/peers/bin/schemathesis");
    installed.exists().then_some(installed)
}

store::both_engines! {
    /// On PostgreSQL too: it refuses some texts that SQLite takes.
    async fn the_server_keeps_to_its_document(fresh) {
        check(Api::of(TestOffice::on(fresh).await)).await;
    }
}

async fn check(api: Api) {
    let Some(program) = program() else {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "WENZHENG_TEST_SCHEMATHESIS is not set"
        );
        #[allow(clippy::print_stderr, reason = "a skipped part is to be seen")]
        {
            eprintln!("skipped: schemathesis, because WENZHENG_TEST_SCHEMATHESIS is not set");
        }
        return;
    };
    let (number, file) = reported_with_a_file(&api).await;
    api.message("井盖缺失").await;
    let token = sign_in_as_everybody(&api).await;

    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0)))
        .await
        .unwrap();
    let url = format!("http://{}/api/v1/openapi.json", listener.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(web::serve(listener, api.router.clone(), async {
        stopped.await.unwrap_or_default();
    }));

    let folder = tempfile::tempdir().unwrap();
    let (item, entry) = noticed_and_catalogued(&api).await;
    let settings = SETTINGS
        .replace("NUMBER", &number)
        .replace("FILE", &file)
        .replace("ITEM", &item)
        .replace("ENTRY", &entry);
    std::fs::write(folder.path().join("schemathesis.toml"), settings).unwrap();
    let mut command = Command::new(program);
    command
        .current_dir(folder.path())
        .args(["run", &url, "--header", &format!("Authorization: Bearer {token}")])
        .args(ARGUMENTS.split_whitespace())
        .env("NO_COLOR", "1");
    let run = tokio::task::spawn_blocking(move || command.output())
        .await
        .unwrap()
        .unwrap();
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(
        run.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

/// The seed makes every run the same. Ending the session would leave nothing but 401 for the other operations; `sessions`
/// tests it.
const ARGUMENTS: &str = "--workers 1 --max-examples 15 --seed 12345 --continue-on-failure \
    --exclude-operation-id end-session --generation-database none --no-color";

/// Valid data may be refused by a rule (409, 422) or for too many tries, but is never unreadable (400).
const SETTINGS: &str = r#"
[checks]
positive_data_acceptance.expected-statuses = ["2xx", 401, 403, 404, 409, 422, 429]

[parameters]
"path.number" = "NUMBER"
"path.id" = "FILE"
"path.item" = "ITEM"
"path.entry" = "ENTRY"
"#;

/// A picture of one pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// A case with everything to look at, and the id of a file of its report.
async fn reported_with_a_file(api: &Api) -> (String, String) {
    let number = api.test.dispatched("路灯不亮", "water").await.to_string();
    let handler = api.sign_in("handler-water").await;
    let picture = json!({"name": "路灯.png", "content": PIXEL});
    for act in [
        json!({"act": "sign-for", "order": 1}),
        json!({"act": "contact", "order": 1, "text": "已联系。"}),
        json!({"act": "report", "order": 1, "text": "已修好。", "attachments": [picture]}),
    ] {
        api.act(&handler, &number, act).await.good();
    }
    let case = api.get(&format!("/cases/{number}"), &handler).await.good();
    let report = case["timeline"].as_array().unwrap().last().unwrap();
    let file = text(&report["details"]["attachments"][0]["id"]).to_owned();
    (number, file)
}

/// Something noticed elsewhere, and an entry of the catalogue.
async fn noticed_and_catalogued(api: &Api) -> (String, String) {
    let operator = api.sign_in("operator").await;
    let noted = json!({"title": "东街停水", "text": "三天没有水"});
    let item = api.post("/items", &operator, &noted).await.good();
    let administrator = api.sign_in("administrator").await;
    let entry = json!({"words": ["路灯"], "lead": "urban", "basis": "三定方案"});
    let entry = api.post("/catalogue", &administrator, &entry).await.good();
    (text(&item["id"]).to_owned(), text(&entry["id"]).to_owned())
}

/// The token of somebody who holds posts in the office and in a unit, so that no list is closed.
async fn sign_in_as_everybody(api: &Api) -> String {
    let roles = [
        ("operator", None),
        ("reviewer", None),
        ("visitor", None),
        ("supervisor", None),
        ("handler", Some("water")),
        (case::access::ADMINISTRATOR, None),
    ];
    let posts = roles.map(|(role, unit)| {
        Entry::Post(PostEntry {
            person: "duty-manager".to_owned(),
            role: role.to_owned(),
            unit: unit.map(str::to_owned),
            from: day_of(api.test.office.now()),
            to: None,
        })
    });
    let (office, j) = (&api.test.office, &api.test.j);
    office.enter(j, "system", posts.to_vec()).await.unwrap();
    api.sign_in("duty-manager").await
}
