//! At the desk: the dispatch catalogue (NG-(5)), what is noticed elsewhere (WS-5), and the ledger to take along (PL-9).

use crate::support;

use axum::Router;
use procedure::Words;
use seal::Key;
use support::{Answer, get_with, post};
use testkit::{PASSWORD, TestOffice};
use web::shell::Shell;

async fn served() -> (TestOffice, Router) {
    serving(TestOffice::sqlite().await)
}

fn serving(test: TestOffice) -> (TestOffice, Router) {
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

struct Person<'a> {
    app: &'a Router,
    cookies: String,
    token: String,
}

impl<'a> Person<'a> {
    async fn signed_in(app: &'a Router, login: &str) -> Self {
        let page = get_with(app, "/desk/sign-in", &[]).await;
        let (cookie, token) = (page.cookies().join("; "), page.token());
        let form = format!("token={token}&login={login}&password={PASSWORD}");
        let answer = post(app, "/desk/sign-in", &cookie, &form).await;
        let cookies = [page.cookies(), answer.cookies()].concat().join("; ");
        let desk = get_with(app, "/desk", &[("cookie", &cookies)]).await;
        Self {
            app,
            cookies,
            token: desk.token(),
        }
    }

    async fn look(&self, path: &str) -> Answer {
        get_with(self.app, path, &[("cookie", &self.cookies)]).await
    }

    async fn send(&self, path: &str, form: &str) -> Answer {
        let form = format!("token={}&{form}", self.token);
        post(self.app, path, &self.cookies, &form).await
    }
}

#[tokio::test]
async fn ng_5_the_catalogue_is_entered_and_chooses_beforehand() {
    let (test, app) = served().await;
    let administrator = Person::signed_in(&app, "administrator").await;
    let wrong = administrator
        .send("/desk/catalogue", "lead=urban&basis=&words=")
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("至少写一项"));
    let form = "words=路灯&lead=urban&assisting=county&basis=三定方案&member=principal-water&from=2025-01-01";
    let done = administrator.send("/desk/catalogue", form).await;
    assert_eq!(done.status, 303);
    let page = administrator.look("/desk/catalogue?lang=en").await;
    assert!(page.body.contains("三定方案") && page.body.contains("Leader in charge"));
    // the same matter twice would leave open which unit is meant
    let twice = administrator
        .send("/desk/catalogue", "words=路灯&lead=water&basis=分工")
        .await;
    assert!(twice.body.contains("已经有一条"), "{}", twice.body);
    let number = test.accepted("路灯不亮").await;
    let dispatcher = Person::signed_in(&app, "dispatcher").await;
    let case = dispatcher.look(&format!("/desk/case/{number}")).await;
    assert!(
        case.body
            .contains("按派单目录已预先选好：标题含“路灯”（依据：三定方案）"),
        "{}",
        case.body
    );
    assert!(case.body.contains("<option value=\"urban\" selected>"));
    // whoever dispatches does not keep the catalogue
    assert_ne!(dispatcher.look("/desk/catalogue").await.status, 200);
    let id = test
        .office
        .catalogue(&test.j, &test.staff("administrator"))
        .await
        .unwrap()[0]
        .id
        .clone();
    let ended = administrator.send(&format!("/desk/catalogue/{id}/end"), "").await;
    assert_eq!(ended.status, 303);
    let case = dispatcher.look(&format!("/desk/case/{number}")).await;
    assert!(!case.body.contains("按派单目录"));
    // the leader in charge finds what is dispatched in their field
    let leader = Person::signed_in(&app, "principal-water").await;
    assert_eq!(leader.look(&format!("/desk/case/{number}")).await.status, 404);
}

#[tokio::test]
async fn ws_5_an_item_is_noted_and_becomes_a_case() {
    let (_test, app) = served().await;
    let operator = Person::signed_in(&app, "operator").await;
    let wrong = operator
        .send("/desk/items", "title=东街停水&address=file:///x")
        .await;
    assert_eq!(wrong.status, 422);
    let form = "title=东街停水&text=三天没有水&address=https://board.example/1&posted=2025-03-03T08:30";
    let noted = operator.send("/desk/items", form).await;
    assert_eq!(noted.status, 303);
    let at = noted.header("location").to_owned();
    let page = operator.look(&at).await;
    assert!(
        page.body.contains("三天没有水") && page.body.contains("赵敏"),
        "{}",
        page.body
    );
    let empty = operator
        .send(&format!("{at}/submission"), "to=supervisor&report=")
        .await;
    assert_eq!(empty.status, 422);
    let nowhere = operator
        .send(&format!("{at}/case"), "channel=fax&title=停水&text=没有水")
        .await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.body.contains("“fax”不在本办法的清单里") && nowhere.body.contains("没有水"));
    let form = "channel=phone&title=东街停水&text=三天没有水";
    let made = operator.send(&format!("{at}/case"), form).await;
    assert_eq!(made.status, 303, "{}", made.body);
    assert!(made.header("location").starts_with("/desk/case/"));
    let list = operator.look("/desk/items?lang=en").await;
    assert!(list.body.contains("Made a case"));
    for login in ["handler-water", "administrator"] {
        let other = Person::signed_in(&app, login).await;
        assert_ne!(other.look("/desk/items").await.status, 200);
        assert_ne!(other.look(&at).await.status, 200);
        assert!(!other.look("/desk").await.body.contains("/desk/items"));
    }
}

#[tokio::test]
async fn ws_5_sources_are_set_up_by_the_administrator() {
    let (_test, app) = served().await;
    let administrator = Person::signed_in(&app, "administrator").await;
    let form = "id=board&name=留言板&kind=page&channel=phone&active=yes&address=";
    let wrong = administrator
        .send("/desk/sources", &format!("{form}ftp://x"))
        .await;
    assert_eq!(wrong.status, 422);
    let done = administrator
        .send("/desk/sources", &format!("{form}https://board.example/"))
        .await;
    assert_eq!(done.status, 303);
    let page = administrator.look("/desk/sources").await;
    assert!(page.body.contains("还没有查看") && page.body.contains("网页改动"));
    let operator = Person::signed_in(&app, "operator").await;
    assert_ne!(operator.look("/desk/sources").await.status, 200);
}

#[tokio::test]
async fn pl_9_the_ledger_is_taken_along_without_names_and_titles() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "urban").await;
    test.clock.set("2025-03-20T09:00:00");
    test.office.run_timers().await.unwrap();
    let operator = Person::signed_in(&app, "operator").await;
    let csv = operator.look("/desk/ledger/csv").await;
    assert!(csv.header("content-type").starts_with("text/csv"));
    let mut lines = csv.body.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("\u{feff}工单编号,其他平台编号,渠道")
    );
    let line = lines.next().unwrap();
    assert!(
        line.starts_with(number.as_str()) && line.contains("市城管局（主办）"),
        "{line}"
    );
    assert!(
        line.ends_with("6天解决 11天; 1小时签收 408小时; 12小时办结 397小时"),
        "{line}"
    );
    for secret in ["路灯", "王", "138"] {
        assert!(!csv.body.contains(secret), "{secret}");
    }
    let xlsx = operator.look("/desk/ledger/xlsx?channel=website").await;
    assert!(xlsx.header("content-type").contains("spreadsheetml"));
    assert!(xlsx.body.starts_with("PK"));
    let none = operator.look("/desk/ledger/csv?channel=phone").await;
    assert_eq!(none.body.lines().count(), 1);
    let handler = Person::signed_in(&app, "handler-urban").await;
    assert_ne!(handler.look("/desk/ledger/csv").await.status, 200);
    assert_eq!(operator.look("/desk/ledger/exe").await.status, 404);
}

/// A filter that cannot be meant is said beside its field; nothing is shown or taken along that nobody asked for.
#[tokio::test]
async fn days_that_are_none_are_said_and_not_left_out() {
    let (test, app) = served().await;
    let number = test.dispatched("路灯不亮", "urban").await;
    let operator = Person::signed_in(&app, "operator").await;
    for (asked, says) in [
        ("from=gestern", "日期要写成 2026-11-21 这样"),
        ("from=2025-05-05&to=2025-01-01", "截止日期不能早于起始日期"),
        ("division=1x", "行政区划代码只用数字"),
    ] {
        let page = operator.look(&format!("/desk/ledger?{asked}")).await;
        assert_eq!(page.status, 422);
        assert!(
            page.body.contains(says) && !page.body.contains(number.as_str()),
            "{asked}"
        );
        let file = operator.look(&format!("/desk/ledger/csv?{asked}")).await;
        assert_eq!(file.status, 303, "{asked}");
        assert!(file.header("location").starts_with("/desk/ledger?"), "{asked}");
    }
}

/// A message that is published: what tells who somebody is stands marked in the form, and black on the public page.
#[tokio::test]
async fn whoever_publishes_looks_at_what_is_marked() {
    let rules = include_str!("../../office/tests/beside/board.toml");
    let fresh = store::testing::Fresh::sqlite();
    let (test, app) = serving(TestOffice::under(fresh, "board", "示例市", rules).await);
    let message = office::Message {
        id: "m".to_owned(),
        channel: "website".to_owned(),
        title: "路灯不亮".to_owned(),
        text: "我叫张建国，电话13800138000。".to_owned(),
        ..office::Message::default()
    };
    let citizen = case::Actor::Citizen(None);
    let number = test
        .office
        .receive(&test.j, &citizen, message)
        .await
        .unwrap()
        .number;
    let operator = Person::signed_in(&app, "operator").await;
    let page = operator.look(&format!("/desk/case/{number}")).await;
    assert!(
        page.body.contains("<mark title=\"电话\">13800138000</mark>"),
        "{}",
        page.body
    );
    let (_, rest) = page.body.split_once("name=\"found\" value=\"").unwrap();
    let found = rest.split('"').next().unwrap();

    let act = format!("/desk/case/{number}/act/publish");
    let unseen = operator.send(&act, "command=a").await;
    assert_eq!(unseen.status, 422);
    assert!(unseen.body.contains("请先逐条看过标出的内容"), "{}", unseen.body);
    let done = operator
        .send(&act, &format!("command=b&found={found}&keep=张建国&hide=路灯"))
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    let public = operator.look(&format!("/public/{number}")).await;
    assert!(
        public.body.contains("我叫张建国，电话■■■。") && public.body.contains("■■■不亮"),
        "{}",
        public.body
    );
    assert!(!public.body.contains("13800138000"));
}

/// How long data is kept is the administrator's to decide, with a reason.
#[tokio::test]
async fn the_administrator_decides_how_long_data_is_kept() {
    let (test, app) = served().await;
    let number = test.accepted("路灯不亮").await;
    let administrator = Person::signed_in(&app, "administrator").await;
    let page = administrator.look("/desk/retention").await;
    assert!(page.body.contains("没有设定保存期限"), "{}", page.body);
    for (form, says) in [
        ("days=7&reason=规定", "至少 30 天"),
        ("days=x&reason=规定", "整数"),
        ("days=365", "必填"),
    ] {
        let wrong = administrator.send("/desk/retention/set", form).await;
        assert_eq!(wrong.status, 422, "{form}");
        assert!(
            wrong.body.contains(says) || form == "days=365",
            "{form}: {}",
            wrong.body
        );
    }
    let done = administrator
        .send("/desk/retention/set", "days=365&reason=规定")
        .await;
    assert_eq!(done.status, 303);
    let held = administrator
        .send(
            "/desk/retention/hold",
            &format!("number={number}&reason=正在诉讼"),
        )
        .await;
    assert_eq!(held.status, 303);
    let page = administrator.look("/desk/retention").await;
    assert!(
        page.body.contains("365 天没有新情况") && page.body.contains("正在诉讼"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("路灯不亮"), "an administrator reads no case");
    let operator = Person::signed_in(&app, "operator").await;
    assert_ne!(operator.look("/desk/retention").await.status, 200);
    assert_ne!(
        operator
            .send("/desk/retention/destroy", "reason=期满")
            .await
            .status,
        303
    );
}
