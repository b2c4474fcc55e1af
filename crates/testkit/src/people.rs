//! The invented city of the tests: three units, and a person for each role.

use jiff::civil::{Date, date};
use office::directory::{Entry, PersonEntry, PostEntry, UnitEntry};

/// The password of everybody.
pub const PASSWORD: &str = "屋檐下-lovely-heron";

/// The units as (id, Chinese name, kind).
pub const UNITS: [(&str, &str, &str); 3] = [
    ("water", "市水务局", "city"),
    ("urban", "市城管局", "city"),
    ("county", "河东县", "county"),
];

/// Staff as (id and login, name, role, unit).
pub(crate) const STAFF: [(&str, &str, &str, Option<&str>); 15] = [
    ("administrator", "管理员", case::access::ADMINISTRATOR, None),
    ("operator", "赵敏", "operator", None),
    ("duty-manager", "钱进", "duty-manager", None),
    ("dispatcher", "孙悦", "dispatcher", None),
    ("reviewer", "李正", "reviewer", None),
    ("visitor", "周宁", "visitor", None),
    ("supervisor", "吴刚", "supervisor", None),
    ("handler-water", "郑清", "handler", Some("water")),
    ("principal-water", "王海", "principal", Some("water")),
    ("handler-urban", "冯立", "handler", Some("urban")),
    ("handler2-urban", "陈方", "handler", Some("urban")),
    ("principal-urban", "褚城", "principal", Some("urban")),
    ("handler-county", "卫东", "handler", Some("county")),
    ("county-leader", "蒋河", "county-leader", Some("county")),
    ("auditor", "沈明", "auditor", None),
];

const SINCE: Date = date(2020, 1, 1);

/// Units, people with mail and phone, and their posts. `handler2-urban` has no mail address.
pub(crate) fn directory(password: &str) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, zh, kind) in UNITS {
        entries.push(Entry::Unit(UnitEntry {
            id: id.to_owned(),
            zh: zh.to_owned(),
            en: id.to_owned(),
            kind: kind.to_owned(),
            parent: None,
            territory: None,
            duties: Vec::new(),
            from: SINCE,
            to: None,
        }));
    }
    for (n, (id, name, role, unit)) in (0..).zip(STAFF) {
        let mail = id != "handler2-urban";
        entries.push(Entry::Person(PersonEntry {
            id: id.to_owned(),
            login: id.to_owned(),
            name: name.to_owned(),
            password: Some(password.to_owned()),
            email: mail.then(|| format!("{id}@staff.example")),
            phone: Some(format!("139000010{n:02}")),
            active: true,
        }));
        entries.push(Entry::Post(PostEntry {
            person: id.to_owned(),
            role: role.to_owned(),
            unit: unit.map(str::to_owned),
            from: SINCE,
            to: None,
        }));
    }
    entries
}
