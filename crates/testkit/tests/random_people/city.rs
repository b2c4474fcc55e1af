//! The invented city of the walk: its people with their browsers and programs, and what is known of each case.

use crate::random_people::dice::Dice;
use crate::random_people::http::{Answer, Request, send};
use crate::random_people::secrets::{Eyes, Secret};
use jiff::civil::date;
use office::directory::{Entry, PersonEntry, PostEntry, UnitEntry};
use office::machines::MachineEntry;
use serde_json::json;
use std::collections::BTreeMap;
use store::testing::Fresh;
use testkit::{PASSWORD, Served, TestOffice};

/// Somebody.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    pub(crate) login: String,
    pub(crate) eyes: Eyes,
    /// Session or key.
    pub(crate) token: Option<String>,
    /// Calls with a key and opens no page.
    pub(crate) machine: bool,
    /// Of a citizen, with the number.
    check_code: Option<String>,
}

impl Person {
    pub(crate) fn is_staff(&self) -> bool {
        self.eyes.own.is_none() && self.login != STRANGER
    }
}

/// A case as far as the walk knows it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) number: String,
    pub(crate) secret: Secret,
}

/// Where each stream ends, and how many commands, files and messages there are.
pub(crate) type Heads = BTreeMap<String, i64>;

pub(crate) const STRANGER: &str = "stranger";
/// What a browser without a session holds.
const SEED: &str = "0123456789abcdef0123456789abcdef";
const OFFICE: [&str; 6] = [
    "operator",
    "duty-manager",
    "dispatcher",
    "reviewer",
    "visitor",
    "supervisor",
];

/// Role and units of those who sit in units.
const IN_UNITS: [(&str, &str, &[&str]); 8] = [
    ("handler-water", "handler", &["water"]),
    ("principal-water", "principal", &["water"]),
    ("handler-urban", "handler", &["urban"]),
    ("handler2-urban", "handler", &["urban"]),
    ("principal-urban", "principal", &["urban"]),
    ("handler-county", "handler", &["county"]),
    ("county-leader", "county-leader", &["county"]),
    ("handler-town", "handler", &["town"]),
];

pub(crate) struct City {
    pub(crate) served: Served,
    pub(crate) people: Vec<Person>,
    pub(crate) cases: Vec<Known>,
    made: u32,
}

impl City {
    pub(crate) async fn on(fresh: Fresh) -> Self {
        let test = TestOffice::on(fresh).await;
        enter_more(&test).await;
        let eyes = |office, units: &[&'static str]| Eyes {
            office,
            units: units.to_vec(),
            ..Eyes::default()
        };
        let person = |login: &str, eyes| Person {
            login: login.to_owned(),
            eyes,
            ..Person::default()
        };
        let mut people: Vec<Person> = OFFICE.map(|login| person(login, eyes(true, &[]))).into();
        people.push(person("second-operator", eyes(true, &[])));
        people.extend(IN_UNITS.map(|(login, _, units)| person(login, eyes(false, units))));
        people.push(person("in-two-units", eyes(false, &["water", "urban"])));
        people.push(person(
            "keeper",
            Eyes {
                keeper: true,
                ..Eyes::default()
            },
        ));
        people.push(person(
            "auditor",
            Eyes {
                auditor: true,
                ..Eyes::default()
            },
        ));
        people.push(person("administrator", Eyes::default()));
        people.push(person(STRANGER, Eyes::default()));
        for (role, unit, eyes) in [
            ("operator", None, eyes(true, &[])),
            ("handler", Some("water"), eyes(false, &["water"])),
        ] {
            let entry = MachineEntry {
                name: format!("{role}平台"),
                role: role.to_owned(),
                unit: unit.map(str::to_owned),
                scopes: ["read", "receive", "act"].map(str::to_owned).into(),
                until: None,
            };
            let administrator = test.staff("administrator");
            let key = test
                .office
                .enter_machine(&test.j, &administrator, entry)
                .await
                .unwrap();
            people.push(Person {
                token: Some(key),
                machine: true,
                ..person(&format!("machine-{role}"), eyes)
            });
        }
        Self {
            served: Served::of(test).await,
            people,
            cases: Vec::new(),
            made: 0,
        }
    }

    pub(crate) fn new_secret(&mut self) -> Secret {
        self.made += 1;
        Secret::new(self.made)
    }

    /// A citizen who got number and check code.
    pub(crate) fn add_citizen(&mut self, number: &str, check_code: &str) {
        let citizens = self.people.iter().filter(|person| person.eyes.own.is_some());
        if citizens.count() < 12 {
            self.people.push(Person {
                login: format!("citizen {number}"),
                eyes: Eyes {
                    own: Some(number.to_owned()),
                    ..Eyes::default()
                },
                check_code: Some(check_code.to_owned()),
                ..Person::default()
            });
        }
    }

    /// Somebody with a name and password, or number and check code, shows them.
    async fn sign_in(&mut self, who: usize) {
        let person = &self.people[who];
        if person.machine || person.login == STRANGER {
            return;
        }
        let request = match &person.eyes.own {
            Some(number) => {
                let body = json!({"number": number, "check_code": person.check_code});
                Request::json("/api/v1/follow", &body)
            }
            None => Request::json(
                "/api/v1/session",
                &json!({"login": person.login, "password": PASSWORD}),
            ),
        };
        let opened = send(&self.served.url, &request).await;
        let token = opened.json()["token"].as_str().map(str::to_owned);
        assert!(
            token.is_some(),
            "{} cannot sign in: {}",
            person.login,
            opened.body
        );
        self.people[who].token = token;
    }

    fn signed(&self, who: usize, request: &Request) -> Request {
        let api = request.path.starts_with("/api/");
        match (&self.people[who].token, api) {
            (Some(token), true) => request.clone().with("Authorization", &format!("Bearer {token}")),
            (Some(token), false) if !self.people[who].machine => {
                request.clone().with("Cookie", &format!("session={token}"))
            }
            (_, true) => request.clone(),
            _ => request.clone().with("Cookie", &format!("seed={SEED}")),
        }
    }

    /// Somebody sends requests, all at once; who was signed out by the time signs in again first.
    pub(crate) async fn send(&mut self, sent: &[(usize, Request)]) -> Vec<Answer> {
        for (who, _) in sent {
            let probe = Request::get("/api/v1/session");
            let person = &self.people[*who];
            let out = person.token.is_none()
                || send(&self.served.url, &self.signed(*who, &probe))
                    .await
                    .sends_away();
            if out {
                self.sign_in(*who).await;
            }
        }
        let signed: Vec<Request> = sent
            .iter()
            .map(|(who, request)| self.signed(*who, request))
            .collect();
        let url = self.served.url.clone();
        let mut under_way = Vec::new();
        for request in signed {
            let url = url.clone();
            under_way.push(tokio::spawn(async move { send(&url, &request).await }));
        }
        let mut answers = Vec::new();
        for one in under_way {
            answers.push(one.await.unwrap());
        }
        answers
    }

    /// What the database holds: read beside the server, by a connection of its own. Whoever has to sign in again before a
    /// request may be told of that, which is no change by the request.
    pub(crate) async fn heads(&self) -> Heads {
        let text = "(SELECT stream, MAX(seq) AS seq FROM event
             WHERE stream NOT LIKE 'access/%' AND stream <> 'exchange' GROUP BY stream
             UNION ALL SELECT '+command', COUNT(*) FROM command
             UNION ALL SELECT '+attachment', COUNT(*) FROM attachment
             UNION ALL SELECT '+outbox', COUNT(*) FROM outbox WHERE id NOT LIKE 'account/%'
             UNION ALL SELECT '+case', COUNT(*) FROM case_row) AS heads";
        let rows = self.served.test.fresh.dump(text).await;
        let head = |row: String| {
            let stream = row
                .split("stream=Some(\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .to_owned();
            let seq = row
                .split("seq=Some(")
                .nth(1)
                .unwrap()
                .split(')')
                .next()
                .unwrap()
                .parse()
                .unwrap();
            (stream, seq)
        };
        rows.into_iter().map(head).collect()
    }

    /// One of the cases, mostly of the last ones.
    pub(crate) fn some_case(&self, dice: &mut Dice) -> Option<Known> {
        let count = self.cases.len();
        let at = if dice.once_in(4) {
            dice.below(count)
        } else {
            count.saturating_sub(1 + dice.below(6))
        };
        self.cases.get(at).cloned()
    }
}

/// A township, somebody there, somebody in two units, a second operator, and who may learn of informants.
async fn enter_more(test: &TestOffice) {
    let since = date(2020, 1, 1);
    let town = UnitEntry {
        id: "town".to_owned(),
        zh: "河西镇".to_owned(),
        en: "town".to_owned(),
        kind: "county".to_owned(),
        parent: Some("county".to_owned()),
        territory: None,
        duties: Vec::new(),
        from: since,
        to: None,
    };
    let mut entries = vec![Entry::Unit(town)];
    let hash = test.office.hash_password(PASSWORD).await.unwrap();
    // a role, and the unit it is held in
    type Held = (&'static str, Option<&'static str>);
    let more: [(&str, &[Held]); 4] = [
        ("handler-town", &[("handler", Some("town"))]),
        (
            "in-two-units",
            &[("handler", Some("water")), ("handler", Some("urban"))],
        ),
        ("second-operator", &[("operator", None)]),
        ("keeper", &[(case::access::KEEPER, None)]),
    ];
    for (login, posts) in more {
        entries.push(Entry::Person(PersonEntry {
            id: login.to_owned(),
            login: login.to_owned(),
            name: login.to_owned(),
            password: Some(hash.clone()),
            email: None,
            phone: None,
            active: true,
        }));
        entries.extend(posts.iter().map(|(role, unit)| {
            Entry::Post(PostEntry {
                person: login.to_owned(),
                role: (*role).to_owned(),
                unit: unit.map(str::to_owned),
                from: since,
                to: None,
            })
        }));
    }
    test.office.enter(&test.j, "system", entries).await.unwrap();
}
