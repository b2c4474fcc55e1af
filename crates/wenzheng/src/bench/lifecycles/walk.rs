//! One course of a case over HTTP, as browsers would send it: forms with their tokens, each act by its own person.

use super::client::{Answer, Connection};
use super::setup::{CODE, Made, STAFF, phone};
use crate::bench::Fault;
use crate::bench::course::UNIT;
use crate::bench::stopwatch::Stopwatch;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Where a browser stands: its cookies and the token of its forms.
#[derive(Debug, Clone, Default)]
struct Browser {
    cookie: String,
    token: String,
}

/// Everybody who is signed in.
pub(crate) struct People {
    browsers: Vec<(&'static str, Browser)>,
    commands: AtomicU64,
}

impl People {
    /// Signs the staff in by the form.
    pub(crate) async fn sign_in(address: &str, made: &Made) -> Result<Self, Fault> {
        let mut browsers = vec![];
        for (login, _, _) in STAFF {
            let mut connection = Connection::open(address).await?;
            let start = anonymous(&mut connection, "/desk/sign-in").await?;
            let fields = [
                ("token", &start.token[..]),
                ("login", login),
                ("password", made.password),
            ];
            let answer = connection.post("/desk/sign-in", &start.cookie, &fields).await?;
            let session = answer.cookie("session").ok_or("nobody was signed in")?;
            let cookie = format!("session={session}");
            let token = connection.get("/desk", &cookie).await?;
            let token = token.token().ok_or("the desk has no form")?.to_owned();
            browsers.push((login, Browser { cookie, token }));
        }
        Ok(Self {
            browsers,
            commands: AtomicU64::new(0),
        })
    }

    fn browser(&self, login: &str) -> Result<&Browser, Fault> {
        let found = self.browsers.iter().find(|(known, _)| *known == login);
        Ok(found.map(|(_, browser)| browser).ok_or("nobody has that login")?)
    }

    /// Another command id, as forms carry them.
    fn command(&self) -> String {
        format!("{:064x}", self.commands.fetch_add(1, Ordering::Relaxed))
    }
}

/// A browser that has just come.
async fn anonymous(connection: &mut Connection, path: &str) -> Result<Browser, Fault> {
    let page = connection.get(path, "lang=zh").await?;
    let seed = page.cookie("seed").ok_or("no seed for form tokens")?;
    Ok(Browser {
        cookie: format!("lang=zh; seed={seed}"),
        token: page.token().ok_or("a page without a form")?.to_owned(),
    })
}

/// What took how long.
pub(crate) type Times = Vec<(&'static str, Duration)>;

/// Takes cases through their course, one after the other.
pub(crate) struct Walker {
    people: Arc<People>,
    connections: Vec<(&'static str, Connection)>,
    citizen: Connection,
    at_home: Browser,
}

impl Walker {
    pub(crate) async fn new(people: Arc<People>, mut citizen: Connection) -> Result<Self, Fault> {
        let at_home = anonymous(&mut citizen, "/write").await?;
        let mut connections = vec![];
        for (login, _, _) in STAFF {
            connections.push((login, Connection::open(citizen.host()).await?));
        }
        Ok(Self {
            people,
            connections,
            citizen,
            at_home,
        })
    }

    /// One whole course; how long each request took.
    pub(crate) async fn walk(&mut self, citizen: u32) -> Result<Times, Fault> {
        let mut times = Times::with_capacity(12);
        self.citizen = Connection::open_from(self.citizen.host(), citizen).await?;
        let (number, code) = self.write(citizen, &mut times).await?;
        let case = &number[..];
        let act = |act: &'static str, seen: u32| Act { case, act, seen };
        self.act(
            "accepts",
            act("accept", 1),
            &[("ground", "6-2"), ("category", "complaint")],
            &mut times,
        )
        .await?;
        let to = [("to-1", UNIT), ("note", "请于时限内办理。")];
        self.act("dispatches", act("dispatch", 2), &to, &mut times)
            .await?;
        self.act("signs", act("sign-for", 3), &[("order", "1")], &mut times)
            .await?;
        let report = "经现场查看，系线路老化所致，现已更换线路并恢复照明。".repeat(3);
        self.act(
            "reports",
            act("report", 4),
            &[("order", "1"), ("text", &report)],
            &mut times,
        )
        .await?;
        self.act(
            "reviews",
            act("review", 5),
            &[("order", "1"), ("passed", "yes")],
            &mut times,
        )
        .await?;
        let reply = [("text", "您好，路灯线路已经更换，照明已经恢复，感谢您的监督。")];
        self.act("replies", act("reply", 6), &reply, &mut times).await?;
        self.answer_visit(case, &code, &mut times).await?;
        self.act("closes", act("close", 8), &[("outcome", "solved")], &mut times)
            .await?;
        self.act("archives", act("archive", 9), &[], &mut times).await?;
        Ok(times)
    }

    /// The citizen, whose phone has got a code, writes and gets number and check code.
    async fn write(&mut self, citizen: u32, times: &mut Times) -> Result<(String, String), Fault> {
        let text =
            "小区门口的路灯已经三天没有亮了，晚上老人和孩子出入很不安全，请尽快派人来看一看。".repeat(3);
        let (command, phone) = (self.people.command(), phone(citizen));
        let fields = [
            ("token", &self.at_home.token[..]),
            ("command", &command),
            ("with_code", "yes"),
            ("title", "路灯不亮"),
            ("text", &text),
            ("category", "complaint"),
            ("place", "幸福路 12 号"),
            ("name", "王小明"),
            ("phone", &phone),
            ("id_number", "11010519491231002X"),
            ("phone_code", CODE),
        ];
        let watch = Stopwatch::start();
        let page = self.citizen.post("/write", &self.at_home.cookie, &fields).await?;
        times.push(("receive", watch.elapsed()));
        expect(&page, 200, "receive")?;
        let mut shown = page
            .body
            .split("<dd>")
            .skip(1)
            .filter_map(|rest| rest.split("</dd>").next());
        match (shown.next(), shown.next()) {
            // Shown in groups of digits, with spaces between them that do not break.
            (Some(number), Some(code)) => Ok((number.split_whitespace().collect(), code.to_owned())),
            _ => Err("a receipt without number and check code".into()),
        }
    }

    async fn act(
        &mut self,
        login: &str,
        act: Act<'_>,
        more: &[(&str, &str)],
        times: &mut Times,
    ) -> Result<(), Fault> {
        let browser = self.people.browser(login)?;
        let (command, seen) = (self.people.command(), act.seen.to_string());
        let mut fields = vec![
            ("token", &browser.token[..]),
            ("command", &command),
            ("seen", &seen),
        ];
        fields.extend(more);
        let found = self.connections.iter_mut().find(|(known, _)| *known == login);
        let (_, connection) = found.ok_or("nobody has that login")?;
        let path = format!("/desk/case/{}/act/{}", act.case, act.act);
        let watch = Stopwatch::start();
        let answer = connection.post(&path, &browser.cookie, &fields).await?;
        times.push((act.act, watch.elapsed()));
        expect(&answer, 303, act.act)
    }

    /// The citizen opens the case with number and check code, looks at it, and answers.
    async fn answer_visit(&mut self, number: &str, code: &str, times: &mut Times) -> Result<(), Fault> {
        let fields = [
            ("token", &self.at_home.token[..]),
            ("number", number),
            ("code", code),
        ];
        let watch = Stopwatch::start();
        let opened = self
            .citizen
            .post("/follow", &self.at_home.cookie, &fields)
            .await?;
        times.push(("follow", watch.elapsed()));
        expect(&opened, 303, "follow")?;
        let session = opened.cookie("session").ok_or("the case was not opened")?;
        let cookie = format!("lang=zh; session={session}");
        let watch = Stopwatch::start();
        let page = self.citizen.get("/case", &cookie).await?;
        times.push(("look", watch.elapsed()));
        expect(&page, 200, "look")?;
        let command = self.people.command();
        let fields = [
            ("token", page.token().ok_or("the case has no form")?),
            ("command", &command),
            ("seen", "7"),
            ("solved", "yes"),
            ("satisfied", "yes"),
        ];
        let watch = Stopwatch::start();
        let answer = self
            .citizen
            .post("/case/act/answer-visit", &cookie, &fields)
            .await?;
        times.push(("answer-visit", watch.elapsed()));
        expect(&answer, 303, "answer-visit")
    }
}

/// An act on a case that stands at some event.
struct Act<'a> {
    case: &'a str,
    act: &'static str,
    seen: u32,
}

/// What was not carried out is no lifecycle.
fn expect(answer: &Answer, status: u16, act: &str) -> Result<(), Fault> {
    if answer.status == status {
        return Ok(());
    }
    let says = answer.between("role=\"alert\"", "</div>");
    let says = says
        .or_else(|| answer.between("<main", "</main>"))
        .unwrap_or(&answer.body);
    Err(format!("{act} was answered with {}: {says}", answer.status).into())
}
