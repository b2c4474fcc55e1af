//! Due times that were counted by hand before the program counted any: `by_hand.toml`.

use calendar::{Calendar, Counting, Due, Instant, Limit, Roll, SHIPPED, Start};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ByHand {
    due: Vec<Row>,
    before: Vec<Row>,
    extend: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    note: String,
    from: String,
    limit: Limit,
    original: Option<Limit>,
    #[serde(default)]
    start: Start,
    #[serde(default)]
    roll: Roll,
    #[serde(default)]
    close: bool,
    due: String,
    counted: usize,
    skipped: usize,
    #[serde(default)]
    provisional: bool,
}

impl Row {
    fn check(&self, calendar: &Calendar, count: impl FnOnce(Instant, Counting) -> Due) {
        let counting = Counting {
            roll: self.roll,
            start: self.start,
            close: self.close,
        };
        let due = count(Instant::parse(&self.from).unwrap(), counting);
        let got = (
            calendar.rfc3339(due.due),
            due.counted.len(),
            due.skipped.len(),
            due.provisional,
        );
        let by_hand = (self.due.clone(), self.counted, self.skipped, self.provisional);
        assert_eq!(
            got, by_hand,
            "{} from {}: {}\n{due:#?}",
            self.limit, self.from, self.note
        );
    }
}

#[test]
fn every_due_time_counted_by_hand_is_found() {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let by_hand: ByHand = toml::from_str(include_str!("by_hand.toml")).unwrap();
    assert!(by_hand.due.len() >= 24);
    for row in &by_hand.due {
        row.check(&calendar, |from, counting| {
            calendar.due(from, row.limit, counting).unwrap()
        });
    }
    for row in &by_hand.before {
        row.check(&calendar, |due, _| calendar.before(due, row.limit).unwrap());
    }
    for row in &by_hand.extend {
        let original = row.original.unwrap();
        row.check(&calendar, |due, counting| {
            calendar.extend(due, original, row.limit, counting).unwrap()
        });
    }
}
