//! People, units, rosters, adopted rules, sessions and codes.

use crate::common;

use case::Post;
use common::*;
use jiff::civil::{Date, date};
use seal::KeyId;
use store::{
    Adopted, CodeTried, Commit, Duty, Holder, Jurisdiction, Kind, NewAttachment, NewKey, OneTimeCode, Origin,
    Person, PostHeld, RowChange, Session, Store, Unit, both_engines,
};

fn person(id: &str) -> Person {
    Person {
        id: id.into(),
        login: format!("{id}.login"),
        name: "李雷".into(),
        password: Some("$argon2id$".into()),
        email: Some(sealed("li@example.cn")),
        phone: None,
        active: true,
        seq: 1,
    }
}

fn post(person: &str, role: &str, unit: Option<&str>, from: Date, to: Option<Date>) -> RowChange {
    let unit = unit.map(Into::into);
    RowChange::Post(PostHeld {
        person: person.into(),
        role: role.into(),
        unit,
        from,
        to,
    })
}

fn unit(id: &str, zh: &str, from: Date, to: Option<Date>) -> Unit {
    Unit {
        id: id.into(),
        zh: zh.into(),
        en: id.into(),
        kind: "city".into(),
        parent: Some("top".into()),
        territory: Some("620802".into()),
        duties: vec!["pipes".into(), "urgent".into()],
        from,
        to,
    }
}

fn adopted(hash: &str, in_force: Date, ms: i64) -> Adopted {
    Adopted {
        hash: hash.into(),
        kind: Kind::Procedure,
        id: "suqian-12345".into(),
        version: "1".into(),
        in_force,
        text: hash.as_bytes().to_vec(),
        adopted_at: at(ms),
        adopted_by: String::new(),
    }
}

async fn change(store: &Store, changes: Vec<RowChange>) {
    let mut commit = Commit::new(HERE, at(0));
    commit.changes = changes;
    store.commit(commit).await.unwrap();
}

both_engines! {
    /// A unit renamed from a day has its old name before that day.
    async fn units_have_dates(db) {
        let store = db.store().await;
        let (old, new) = (date(2026, 1, 1), date(2026, 7, 1));
        let before = unit("water", "水利局", old, Some(new));
        let after = unit("water", "水务局", new, None);
        change(&store, vec![RowChange::Unit(before.clone()), RowChange::Unit(after.clone())]).await;
        let water = "water".into();
        assert_eq!(store.unit(HERE, &water, date(2025, 12, 31)).await.unwrap(), None);
        assert_eq!(store.unit(HERE, &water, date(2026, 6, 30)).await.unwrap(), Some(before.clone()));
        assert_eq!(store.unit(HERE, &water, new).await.unwrap(), Some(after.clone()));
        assert_eq!(store.units(HERE, date(2026, 3, 1)).await.unwrap(), [before]);
        assert_eq!(store.units(HERE, date(2027, 3, 1)).await.unwrap(), [after]);
    }

    /// Posts count on the days on which they are held, of active people.
    async fn posts_have_dates(db) {
        let store = db.store().await;
        let (from, to) = (date(2026, 1, 1), date(2026, 7, 1));
        let mut gone = person("gone");
        gone.active = false;
        change(&store, vec![
            RowChange::Person(person("li")),
            RowChange::Person(gone),
            post("li", "handler", Some("water"), from, None),
            post("li", "handler", Some("water"), from, Some(to)),
            post("li", "operator", None, to, None),
            post("gone", "operator", None, from, None),
        ]).await;
        let posts = async |day| store.posts(HERE, &"li".into(), day).await.unwrap();
        let handler = Post { role: "handler".into(), unit: Some("water".into()) };
        let operator = Post { role: "operator".into(), unit: None };
        assert!(posts(date(2025, 12, 31)).await.is_empty());
        assert_eq!(posts(date(2026, 6, 30)).await, [handler]);
        assert_eq!(posts(to).await, [operator]);
        assert_eq!(store.posts_ever(HERE, &"li".into()).await.unwrap().len(), 2);
        let holders = async |role, unit: Option<&str>, day| {
            let found = store.holders(HERE, role, unit.map(Into::into).as_ref(), day).await.unwrap();
            found.into_iter().map(|p| p.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(holders("operator", None, to).await, ["li"]);
        assert!(holders("operator", None, from).await.is_empty());
        assert_eq!(holders("handler", Some("water"), from).await, ["li"]);
        assert!(holders("handler", Some("road"), from).await.is_empty());
    }

    async fn people_are_found_by_id_and_login(db) {
        let store = db.store().await;
        change(&store, ["a", "b", "c"].map(|id| RowChange::Person(person(id))).into()).await;
        assert_eq!(store.person(HERE, &"b".into()).await.unwrap(), Some(person("b")));
        assert_eq!(store.person_by_login(HERE, "b.login").await.unwrap(), Some(person("b")));
        assert_eq!(store.person_by_login("elsewhere", "b.login").await.unwrap(), None);
        let page = store.people(HERE, None, 2).await.unwrap();
        assert_eq!(page, [person("a"), person("b")]);
        assert_eq!(store.people(HERE, Some(&page[1].id), 2).await.unwrap(), [person("c")]);
    }

    /// The roster says who is on duty now; a duty that began later takes precedence.
    async fn the_roster_names_who_is_on_duty(db) {
        let store = db.store().await;
        let duty = |who: &str, from: i64, to: i64| {
            Duty { unit: "water".into(), person: who.into(), from: at(from), to: at(to) }
        };
        change(&store, vec![
            RowChange::Person(person("day")),
            RowChange::Person(person("night")),
            RowChange::Duty(duty("day", 0, 10)),
            RowChange::Duty(duty("night", 8, 20)),
        ]).await;
        let on_duty = async |ms| {
            store.on_duty(HERE, &"water".into(), at(ms)).await.unwrap().map(|d| d.person.to_string())
        };
        assert_eq!(on_duty(0).await.as_deref(), Some("day"));
        assert_eq!(on_duty(8).await.as_deref(), Some("night"));
        assert_eq!(on_duty(20).await, None);
        assert_eq!(store.roster(HERE, &"water".into(), at(9), at(10)).await.unwrap().len(), 2);
        change(&store, vec![RowChange::StrikeDuty(duty("night", 8, 20))]).await;
        assert_eq!(on_duty(8).await.as_deref(), Some("day"));
        assert_eq!(on_duty(10).await, None);
    }

    /// An adopted text stays as it is, whatever is adopted under its hash later.
    async fn adopted_rules_never_change(db) {
        let store = db.store().await;
        let first = adopted("h1", date(2026, 1, 1), 0);
        let mut forged = first.clone();
        forged.text = b"other".to_vec();
        change(&store, vec![RowChange::Adopt(first.clone()), RowChange::Adopt(forged)]).await;
        assert_eq!(store.adopted(HERE, "h1").await.unwrap(), Some(first.clone()));
        let second = adopted("h2", date(2026, 7, 1), 5);
        let third = adopted("h3", date(2026, 7, 1), 6);
        change(&store, vec![RowChange::Adopt(third.clone()), RowChange::Adopt(second.clone())]).await;
        let on = async |day| store.in_force(HERE, Kind::Procedure, day).await.unwrap().map(|a| a.hash);
        assert_eq!(on(date(2025, 12, 31)).await, None);
        assert_eq!(on(date(2026, 6, 30)).await.as_deref(), Some("h1"));
        assert_eq!(on(date(2026, 7, 1)).await.as_deref(), Some("h3"));
        assert_eq!(store.in_force(HERE, Kind::Calendar, date(2026, 7, 1)).await.unwrap(), None);
        assert_eq!(store.all_adopted(HERE, Kind::Procedure).await.unwrap(), [first, second, third]);
    }

    async fn jurisdictions_keep_their_hosts(db) {
        let store = db.store().await;
        let here = Jurisdiction { id: HERE.into(), zh: "示例市".into(), en: "Example".into(), host: Some("a.cn".into()) };
        change(&store, vec![RowChange::Jurisdiction(here.clone())]).await;
        assert_eq!(store.jurisdictions().await.unwrap(), [here]);
    }

    /// A destroyed key is gone for good; its name is not taken again.
    async fn a_destroyed_key_stays_destroyed(db) {
        let store = db.store().await;
        let id = KeyId::new("case:1");
        let mut commit = append(1, 0, 1);
        commit.keys = vec![NewKey { id: id.clone(), wrapped: vec![1, 2, 3] }];
        commit.check_code = Some((number(1), "code hash".into()));
        let file = NewAttachment { id: "f".into(), stream: "case/C000001".into(), bytes: 9, media: "image/png".into() };
        commit.attachments = vec![file.clone()];
        store.commit(commit.clone()).await.unwrap();
        assert_eq!(store.key(HERE, &id).await.unwrap(), Some(vec![1, 2, 3]));
        assert_eq!(store.key("elsewhere", &id).await.unwrap(), None);
        assert_eq!(store.check_code_hash(HERE, &number(1)).await.unwrap().as_deref(), Some("code hash"));
        assert_eq!(store.attachment(HERE, "f").await.unwrap(), Some(file));
        change(&store, vec![RowChange::DestroyKey(id.clone(), at(5))]).await;
        assert_eq!(store.key(HERE, &id).await.unwrap(), None);
        let mut again = append(1, 1, 2);
        again.keys = commit.keys;
        store.commit(again).await.unwrap();
        assert_eq!(store.key(HERE, &id).await.unwrap(), None);
    }

    async fn sessions_begin_and_end(db) {
        let store = db.store().await;
        let session = |token: &str, holder: Holder| Session {
            token_hash: token.into(),
            holder,
            csrf: "csrf".into(),
            created: at(0),
            last_seen: at(0),
            ends: at(100),
            origin: Origin {
                address: "10.0.0.1".into(),
                browser: "Firefox".into(),
                way: "password".into(),
            },
            owes: String::new(),
        };
        let staff = session("s", Holder::Person("li".into()));
        let citizen = session("c", Holder::Citizen(number(1)));
        store.open_session(HERE.into(), staff.clone(), None).await.unwrap();
        store.open_session(HERE.into(), citizen.clone(), None).await.unwrap();
        let today = date(2026, 6, 1);
        let find = async |token: &str, ms| {
            let found = store.signed(HERE, token, at(ms), today).await.unwrap();
            found.map(|signed| signed.session)
        };
        assert_eq!(find("s", 99).await, Some(staff));
        assert_eq!(find("c", 99).await, Some(citizen));
        assert_eq!(find("s", 100).await, None);
        assert_eq!(store.signed("elsewhere", "s", at(1), today).await.unwrap(), None);
        store.touch_session(HERE.into(), "s".into(), at(50), at(150)).await.unwrap();
        store.touch_session(HERE.into(), "s".into(), at(40), at(140)).await.unwrap();
        let touched = find("s", 149).await.unwrap();
        assert_eq!((touched.last_seen, touched.ends), (at(50), at(150)));
        store.touch_session(HERE.into(), "c".into(), at(100), at(200)).await.unwrap();
        assert_eq!(find("c", 101).await, None, "what is over is not revived");
        store.end_sessions_of(HERE.into(), "li".into()).await.unwrap();
        assert_eq!(find("s", 60).await, None);
        store.end_session(HERE.into(), "c".into()).await.unwrap();
        assert_eq!(find("c", 1).await, None);
    }

    /// A person sees and ends the own sessions, and nobody else's.
    async fn sessions_of_a_person_are_listed_and_ended_one_by_one(db) {
        let store = db.store().await;
        for (token, who, seen) in [("a", "li", 1), ("b", "li", 3), ("c", "li", 2), ("d", "han", 4)] {
            let session = Session {
                token_hash: token.into(),
                holder: Holder::Person(who.into()),
                csrf: "csrf".into(),
                created: at(0),
                last_seen: at(seen),
                ends: at(100),
                origin: Origin::default(),
                owes: "code".into(),
            };
            store.open_session(HERE.into(), session, None).await.unwrap();
        }
        let li = "li".into();
        let listed = async || -> Vec<String> {
            let found = store.sessions_of(HERE, &li, at(5)).await.unwrap();
            found.into_iter().map(|session| session.token_hash).collect()
        };
        assert_eq!(listed().await, ["b", "c", "a"]);
        assert!(!store.end_session_of(HERE.into(), "li".into(), "d".into()).await.unwrap());
        assert!(store.end_session_of(HERE.into(), "li".into(), "c".into()).await.unwrap());
        assert_eq!(store.end_other_sessions(HERE.into(), "li".into(), "a".into()).await.unwrap(), 1);
        assert_eq!(listed().await, ["a"]);
        assert_eq!(store.sessions_of(HERE, &"li".into(), at(100)).await.unwrap(), []);
    }

    /// A count is used up once, also by those who come at the same time; touching changes no count.
    async fn a_credential_is_used_up_once(db) {
        let store = db.store().await;
        let row = |id: &str, active| store::CredentialRow {
            id: id.into(),
            kind: "totp".into(),
            person: "li".into(),
            credential: "{}".into(),
            active,
            seq: 1,
        };
        let mut commit = Commit::new(HERE, at(0));
        commit.changes = vec![
            RowChange::Credential(row("t", true)),
            RowChange::Credential(row("old", false)),
        ];
        store.commit(commit).await.unwrap();
        assert_eq!(store.credential(HERE, "old").await.unwrap(), Some(row("old", false)));
        assert_eq!(store.credentials_of(HERE, &"li".into()).await.unwrap(), [row("t", true)]);
        assert_eq!(store.credentials_of_kind(HERE, "totp").await.unwrap().len(), 2);
        let used = async |ms, count| store.use_credential(HERE.into(), "t".into(), at(ms), count).await.unwrap();
        assert!(used(1, 5).await);
        assert!(!used(2, 5).await);
        assert!(!used(2, 4).await);
        store.touch_credential(HERE.into(), "t".into(), at(3)).await.unwrap();
        assert_eq!(store.credential_used(HERE, "t").await.unwrap(), Some((at(3), 5)));
        assert!(used(4, 6).await);
        let both = tokio::join!(used(5, 7), used(5, 7));
        assert!(both.0 != both.1);
    }

    async fn attempts_are_counted_by_window(db) {
        let store = db.store().await;
        let count = async |window| {
            let buckets = vec![("ip".to_owned(), 2), ("behind".to_owned(), 9)];
            store.count_attempts(HERE.into(), buckets, at(window)).await.unwrap()
        };
        assert_eq!((count(0).await, count(0).await, count(0).await), (true, true, false));
        assert_eq!(store.attempts(HERE, "ip", at(0)).await.unwrap(), 3);
        assert_eq!(store.attempts(HERE, "behind", at(0)).await.unwrap(), 2, "what one refuses counts nowhere else");
        assert!(count(60).await);
        assert_eq!(store.attempts(HERE, "ip", at(60)).await.unwrap(), 1);
        assert_eq!(store.attempts(HERE, "ip", at(0)).await.unwrap(), 0);
        let session = Session {
            token_hash: "t".into(),
            holder: Holder::Citizen("C000001".into()),
            csrf: "c".into(),
            created: at(60),
            last_seen: at(60),
            ends: at(99),
            origin: Origin::default(),
            owes: String::new(),
        };
        store.open_session(HERE.into(), session, Some("ip".into())).await.unwrap();
        assert_eq!(store.attempts(HERE, "ip", at(60)).await.unwrap(), 0, "the right secret was given");
    }

    /// Every try costs one, the right one too: of many guesses at once no more count. A new code replaces the old.
    async fn a_code_is_tried_so_many_times(db) {
        let store = db.store().await;
        let code = |hash: &str| OneTimeCode {
            purpose: "phone".into(),
            key_hash: "k".into(),
            code_hash: hash.into(),
            expires: at(100),
        };
        let attempt = async |hash: &str, ms| {
            store.try_code(HERE.into(), "phone".into(), "k".into(), hash.into(), at(ms), 3).await.unwrap()
        };
        assert_eq!(attempt("right", 1).await, CodeTried::Gone);
        store.put_code(HERE.into(), code("right")).await.unwrap();
        assert_eq!(attempt("wrong", 1).await, CodeTried::Wrong { left: 2 });
        assert_eq!(attempt("right", 2).await, CodeTried::Right);
        assert_eq!(attempt("right", 3).await, CodeTried::Right, "nothing was committed with it");
        assert_eq!(attempt("right", 3).await, CodeTried::Gone, "tried too often");
        store.put_code(HERE.into(), code("next")).await.unwrap();
        for left in [2, 1, 0] {
            assert_eq!(attempt("right", 4).await, CodeTried::Wrong { left });
        }
        assert_eq!(attempt("next", 5).await, CodeTried::Gone, "tried too often");
        store.put_code(HERE.into(), code("late")).await.unwrap();
        assert_eq!(attempt("late", 100).await, CodeTried::Gone);
    }

    async fn visit_links_last_as_long_as_they_say(db) {
        let store = db.store().await;
        store.put_visit_link(HERE.into(), "t".into(), number(1), at(10)).await.unwrap();
        let find = async |ms| store.visit_link(HERE, "t", at(ms)).await.unwrap();
        assert_eq!(find(9).await, Some(number(1)));
        assert_eq!(find(10).await, None);
        assert_eq!(store.sweep(at(10), at(0), at(0)).await.unwrap(), 1);
        assert_eq!(find(9).await, None);
    }
}
