//! What the browser tests share: people at the desk, and a message to begin with.
#![allow(clippy::print_stderr, reason = "says which part is skipped")]

use case::CaseNumber;
use office::Draft;
use testkit::{Browser, TestOffice};

/// A table with one real message, without its reply; an invented one where there are no data.
pub(crate) fn one_message() -> String {
    let folder = std::env::var("WENZHENG_TEST_DATA").map_or_else(
        |_| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        std::path::PathBuf::from,
    );
    let calendar = calendar::Calendar::from_toml(calendar::SHIPPED).unwrap();
    let file = std::fs::File::open(folder.join("ledger.csv"));
    let real = file.ok().and_then(|file| {
        let mut rows = ledger::read(file, &ledger::Mapping::default(), &calendar).ok()?;
        rows.next()?.ok()
    });
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let (title, text) = match &real {
        Some(row) => (row.title.clone().unwrap_or_default(), row.text.clone()),
        None => {
            assert!(std::env::var_os("CI").is_none(), "no test data");
            eprintln!("skipped: a real message in the browser: no test data; an invented one is taken");
            (
                "小区路灯不亮".to_owned(),
                "三号楼前的路灯已经三天不亮。".to_owned(),
            )
        }
    };
    format!(
        "留言编号,留言用户,留言主题,留言时间,留言详情\nN-1,网友,{},2025/3/3 8:00:00,{}\n",
        quoted(&title),
        quoted(&text)
    )
}

/// The citizen answers the return visit.
pub(crate) async fn answer_visit(test: &TestOffice, number: &CaseNumber, satisfied: bool) {
    let draft = Draft::AnswerVisit {
        solved: satisfied,
        satisfied,
        text: None,
        answers: Vec::new(),
    };
    test.command(&test.citizen(number), number, None, draft)
        .await
        .unwrap();
}

/// The case page of the desk, for one person after another.
pub(crate) struct Desk<'a> {
    pub(crate) browser: &'a Browser,
    pub(crate) number: CaseNumber,
}

impl Desk<'_> {
    /// Signs a person in and opens the case.
    pub(crate) async fn of(&self, login: &str) {
        self.browser.sign_in(login).await;
        self.browser.go(&format!("/desk/case/{}", self.number)).await;
    }

    /// Unfolds the form of an act.
    pub(crate) async fn open(&self, act: &str) {
        let form = self.browser.find(&format!("#{act}")).await;
        if form.attr("open").await.unwrap().is_none() {
            self.browser.click(&format!("#{act} > summary")).await;
        }
    }

    /// Sends the form of an act.
    pub(crate) async fn send(&self, act: &str) {
        self.open(act).await;
        self.browser.send(&format!("#{act} button[type=submit]")).await;
    }

    /// The step that the page shows.
    pub(crate) async fn step(&self) -> String {
        self.browser.find(".standing .tag").await.text().await.unwrap()
    }

    /// The operator completes the registration with a one-time code.
    pub(crate) async fn complete(&self, test: &TestOffice) {
        let code = test.phone_code("13800138000").await;
        self.open("complete").await;
        self.browser.fill("#complete input[name=name]", "王小明").await;
        self.browser
            .fill("#complete input[name=phone]", "13800138000")
            .await;
        self.browser
            .fill("#complete input[name=id_number]", "11010519491231002X")
            .await;
        self.browser.fill("#complete input[name=phone_code]", &code).await;
        self.send("complete").await;
        self.browser.says("已实名").await;
    }

    /// A visit by a person.
    pub(crate) async fn visit(&self, satisfied: bool) {
        self.open("visit").await;
        let said = if satisfied { "yes" } else { "no" };
        self.browser.click("#visit input[name=reached][value=yes]").await;
        self.browser
            .click(&format!("#visit input[name=solved][value={said}]"))
            .await;
        self.browser
            .click(&format!("#visit input[name=satisfied][value={said}]"))
            .await;
        self.browser
            .fill("#visit textarea[name=text]", "群众说还有两处没有整治")
            .await;
        self.send("visit").await;
    }
}
