//! A small office with its procedure, and ledgers of a few lines.

use std::io::Cursor;
use std::sync::LazyLock;

use calendar::{Calendar, SHIPPED};
use ledger::Mapping;
use procedure::Procedure;
use replay::Replay;

pub(crate) static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| Calendar::from_toml(SHIPPED).unwrap());

const HEAD: &str = r#"
[procedure]
id = "small"
title = { zh = "小办法", en = "A small procedure" }
version = "1"
issued_by = { zh = "县政府", en = "County" }
in_force = "2030-01-01"
source = "test"
calendar = "cn"
public = false
first_step = "received"
[[category]]
id = "consultation"
name = { zh = "政策咨询", en = "Policy consultation" }
clause = "ST-1"
[[category]]
id = "complaint"
name = { zh = "诉求投诉", en = "Complaint" }
clause = "ST-1"
"#;

/// A procedure with these clocks, each without what all have.
pub(crate) fn procedure(clocks: &[&str]) -> Procedure {
    let mut text = HEAD.to_owned();
    for clock in clocks {
        text.push_str("[[clock]]\nname = { zh = \"时限\", en = \"limit\" }\nof = \"case\"\n");
        text.push_str(clock);
        text.push('\n');
    }
    procedure::read(&text).unwrap()
}

/// An answer within so much of receipt.
pub(crate) fn within(limit: &str) -> String {
    format!(
        "id = \"answer-{limit}\"\nclause = \"ST-2\"\nlimit = \"{limit}\"\nstarts_on = [\"received\"]\nmet_by = [\"replied\"]"
    )
}

/// A procedure whose answers are due within these limits.
pub(crate) fn answers_within(limits: &[&str]) -> Procedure {
    let clocks: Vec<String> = limits.iter().map(|limit| within(limit)).collect();
    procedure(&clocks.iter().map(String::as_str).collect::<Vec<_>>())
}

pub(crate) fn measured<'a>(csv: &str, procedures: &[&'a Procedure]) -> Replay<'a> {
    let rows = ledger::times(Cursor::new(csv.as_bytes()), &Mapping::default(), &CALENDAR).unwrap();
    replay::replay(rows, procedures, &CALENDAR).unwrap()
}
