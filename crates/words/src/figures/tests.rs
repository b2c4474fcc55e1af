//! Numbers and lists, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use super::{count, counted, list};
use calendar::Lang;

#[test]
fn thousands_stand_apart() {
    for (number, shown) in [
        (0_i64, "0"),
        (999, "999"),
        (1000, "1,000"),
        (12_345, "12,345"),
        (1_234_567, "1,234,567"),
        (-1000, "-1,000"),
    ] {
        assert_eq!(count(number), shown);
    }
    // what is no whole number stays as it is
    for text in ["98.5", "2025-03-03", "", "一千"] {
        assert_eq!(count(text), text);
    }
}

#[test]
fn what_was_grouped_can_be_read_back() {
    assert_eq!(counted("12,345"), Some(12_345));
    for text in ["999", "12345", "1,23", "12,34,567", ",123", "1,000,"] {
        assert_eq!(counted(text), None, "{text}");
    }
}

/// `{ $left } of { $all }` and the like: a grouped number is put in as it was written, and chooses the plural.
#[test]
fn texts_count_with_grouped_numbers() {
    let says = |n: u64| crate::say(Lang::En, "live-moved", &[("n", count(n))]);
    assert_eq!(says(1), "1 case has news.");
    assert_eq!(says(1001), "1,001 cases have news.");
}

#[test]
fn lists_are_joined_as_the_language_does() {
    let units = ["水务局", "城管局"];
    assert_eq!(list(Lang::Zh, units), "水务局、城管局");
    assert_eq!(list(Lang::En, units), "水务局, 城管局");
    assert_eq!(list(Lang::Zh, [""; 0]), "");
}
