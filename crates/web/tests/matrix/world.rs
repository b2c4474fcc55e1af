//! An installation under a procedure, with somebody for each role, and cases to look at.

use super::cases;
use super::table::Line;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use case::access::KEEPER;
use jiff::civil::{Date, date};
use office::directory::{Entry, PersonEntry, PostEntry, UnitEntry};
use office::staff::{Origin, SignIn};
use procedure::{Procedure, Seat, Words};
use seal::{Key, keyed_hash};
use std::collections::BTreeMap;
use store::testing::Fresh;
use testkit::{PASSWORD, TestOffice};
use tower::ServiceExt as _;
use web::shell::Shell;

/// The procedures that ship.
pub(crate) const PROCEDURES: [&str; 4] = [
    "suqian-12345",
    "pingliang-messages",
    "jungar-messages",
    "wenshao-wenzheng",
];

/// The units: one that leads, one that assists, one that stands over it, and one that has nothing to do with the case.
const UNITS: [(&str, Option<&str>); 4] = [
    ("over", None),
    ("lead", Some("over")),
    ("assist", None),
    ("other", None),
];

const SINCE: Date = date(2010, 1, 1);
const SECRET: [u8; 32] = [7; 32];
/// What a browser without a session holds.
const SEED: &str = "0123456789abcdef0123456789abcdef";

fn text(id: &str) -> &'static str {
    match id {
        "suqian-12345" => include_str!("../../../../procedures/suqian-12345.toml"),
        "pingliang-messages" => include_str!("../../../../procedures/pingliang-messages.toml"),
        "jungar-messages" => include_str!("../../../../procedures/jungar-messages.toml"),
        _ => include_str!("../../../../procedures/wenshao-wenzheng.toml"),
    }
}

pub(crate) fn rules(id: &str) -> Procedure {
    procedure::read(text(id)).unwrap()
}

/// Somebody who knocks.
pub(crate) struct Person {
    /// A role, or `administrator`, `citizen`, `nobody`; `account` and `stranger` are in accounts, with and without the
    /// case.
    pub(crate) name: String,
    /// The unit in which the role is held.
    pub(crate) unit: Option<&'static str>,
    login: String,
    session: Option<String>,
    /// What the cookie of their account holds.
    account: Option<String>,
}

impl Person {
    pub(crate) fn is_staff(&self) -> bool {
        !["citizen", "account", "stranger", "nobody"].contains(&self.name.as_str())
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    /// Where it sends on to.
    pub(crate) to: String,
    /// What it says.
    pub(crate) says: String,
}

/// The installation.
pub(crate) struct World {
    procedure: &'static str,
    pub(crate) people: Vec<Person>,
    holds: BTreeMap<&'static str, String>,
    router: Router,
    test: TestOffice,
}

impl World {
    pub(crate) async fn of(id: &str) -> Self {
        let procedure = PROCEDURES.into_iter().find(|known| *known == id).unwrap();
        let test = TestOffice::under(Fresh::sqlite(), "suqian", "示例市", text(id)).await;
        let mut people = enter(&test, &rules(id)).await;
        let mut holds = BTreeMap::from([("nowhere", "2025030300000000".to_owned())]);
        holds.insert("password", PASSWORD.to_owned());
        match procedure {
            "pingliang-messages" => cases::of_a_portal(&test, &mut holds).await,
            "jungar-messages" => cases::of_a_board(&test, &mut holds).await,
            _ => {}
        }
        if procedure == "suqian-12345" {
            let (number, check) = cases::of_a_hotline(&test, &mut holds).await;
            let (_, opened) = test.office.follow(&test.j, &number, &check, "").await.unwrap();
            people.push(Person {
                name: "citizen".to_owned(),
                unit: None,
                login: String::new(),
                session: Some(opened.token),
                account: None,
            });
            for (name, phone) in [("account", "13800138000"), ("stranger", "13900139000")] {
                let code = test.account_code(phone).await;
                let opened = test
                    .office
                    .open_account(&test.j, phone, &code, true, "")
                    .await
                    .unwrap();
                people.push(Person {
                    name: name.to_owned(),
                    unit: None,
                    login: String::new(),
                    session: None,
                    account: Some(opened.token),
                });
            }
        }
        people.push(Person {
            name: "nobody".to_owned(),
            unit: None,
            login: "nobody".to_owned(),
            session: None,
            account: None,
        });
        let words = Words {
            zh: "示例".to_owned(),
            en: "Example".to_owned(),
        };
        let shell = Shell {
            place: words.clone(),
            service: words,
            https: false,
            secret: Key::from_bytes(SECRET),
            clock: test.clock.clone(),
        };
        Self {
            procedure,
            people,
            holds,
            router: web::app(test.office.clone(), shell),
            test,
        }
    }

    /// Whether what the line asks for is there.
    pub(crate) fn has(&self, line: &Line) -> bool {
        line.is_under(self.procedure)
    }

    fn filled(&self, text: &str, person: &Person) -> String {
        let mut filled = text.replace("{login}", &person.login);
        for (name, value) in &self.holds {
            filled = filled.replace(&format!("{{{name}}}"), value);
        }
        filled
    }

    /// Somebody knocks.
    pub(crate) async fn ask(&self, person: &Person, line: &Line) -> Answer {
        let at = self.filled(line.at(), person);
        let api = at.starts_with("/api/");
        let mut request = Request::builder().method(line.method()).uri(&at);
        let mut body = self.filled(line.send.as_deref().unwrap_or_default(), person);
        match person
            .session
            .as_ref()
            .or(person.account.as_ref().filter(|_| api))
        {
            Some(token) if api => request = request.header(header::AUTHORIZATION, format!("Bearer {token}")),
            Some(token) => request = request.header(header::COOKIE, format!("session={token}")),
            None => {
                let account = person.account.as_ref().map(|token| format!("; account={token}"));
                let cookies = format!("seed={SEED}{}", account.unwrap_or_default());
                request = request.header(header::COOKIE, cookies);
            }
        }
        if api && !body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        } else if line.method() == "POST" && !api {
            let seed = person.session.as_deref().unwrap_or(SEED);
            let token = keyed_hash(&Key::from_bytes(SECRET), "form-token", seed);
            body = format!("token={token}&{body}");
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let response = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap());
        let response = response.await.unwrap();
        let to = response.headers().get(header::LOCATION);
        let (status, to) = (
            response.status(),
            to.map_or(String::new(), |to| to.to_str().unwrap().to_owned()),
        );
        // what was read up to here belongs to the answer: streams that break would show
        let says = to_bytes(response.into_body(), 64 << 20).await.unwrap();
        let says = String::from_utf8_lossy(&says).into_owned();
        let _ = &self.test;
        Answer { status, to, says }
    }
}

/// Units, and somebody for each role, in each unit where the role sits in units.
async fn enter(test: &TestOffice, rules: &Procedure) -> Vec<Person> {
    let unit = |(id, parent): (&str, Option<&str>)| {
        Entry::Unit(UnitEntry {
            id: id.to_owned(),
            zh: id.to_owned(),
            en: id.to_owned(),
            kind: "city".to_owned(),
            parent: parent.map(str::to_owned),
            territory: None,
            duties: Vec::new(),
            from: SINCE,
            to: None,
        })
    };
    let mut entries: Vec<Entry> = UNITS.into_iter().map(unit).collect();
    let hash = test.office.hash_password(PASSWORD).await.unwrap();
    let mut seats: Vec<(String, Option<&'static str>)> =
        vec![("administrator".to_owned(), None), (KEEPER.to_owned(), None)];
    for role in rules.roles.iter().filter(|role| role.seat != Seat::Citizen) {
        if role.seat == Seat::Unit {
            seats.extend(UNITS.map(|(unit, _)| (role.id.clone(), Some(unit))));
        } else {
            seats.push((role.id.clone(), None));
        }
    }
    let mut people = Vec::new();
    for (name, unit) in seats {
        let login = format!("m-{name}-{}", unit.unwrap_or("office"));
        entries.push(Entry::Person(PersonEntry {
            id: login.clone(),
            login: login.clone(),
            name: login.clone(),
            password: Some(hash.clone()),
            email: None,
            phone: None,
            active: true,
        }));
        entries.push(Entry::Post(PostEntry {
            person: login.clone(),
            role: name.clone(),
            unit: unit.map(str::to_owned),
            from: SINCE,
            to: None,
        }));
        people.push(Person {
            name,
            unit,
            login,
            session: None,
            account: None,
        });
    }
    test.office.enter(&test.j, "system", entries).await.unwrap();
    for person in &mut people {
        let shown = SignIn {
            login: &person.login,
            password: PASSWORD,
            code: None,
            origin: Origin::default(),
        };
        person.session = Some(test.office.sign_in(&test.j, shown).await.unwrap().token);
    }
    people
}
