//! Numbers, lists and how a line begins, as people read them.

use std::fmt::Display;

use calendar::Lang;

/// A word of the catalogue where a line begins with it: with a capital, in writings that have them.
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// What stands between the items of a list.
pub const BETWEEN: &str = "list-between";

/// How many, with the thousands set apart: `12,345`, in Chinese as in English (GB/T 15835-2011 allows the comma). Texts can
/// count with it all the same. What is no whole number stays as it is.
pub fn count(number: impl Display) -> String {
    let text = number.to_string();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    if digits.len() < 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return text;
    }
    let sign = text.get(..text.len() - digits.len()).unwrap_or_default();
    let mut grouped = sign.to_owned();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The number that [`count`] wrote with the thousands set apart; `None` for anything else.
pub(crate) fn counted(text: &str) -> Option<u32> {
    let number: u32 = text.replace(',', "").parse().ok()?;
    (text.contains(',') && count(number) == text).then_some(number)
}

/// Items after each other: 水务局、城管局; Water, Roads.
pub fn list<S: AsRef<str>>(lang: Lang, items: impl IntoIterator<Item = S>) -> String {
    joined(items, &crate::say(lang, BETWEEN, &[]))
}

/// The same with what another language puts between.
pub fn joined<S: AsRef<str>>(items: impl IntoIterator<Item = S>, between: &str) -> String {
    let mut all = String::new();
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            all.push_str(between);
        }
        all.push_str(item.as_ref());
    }
    all
}

#[cfg(test)]
#[path = "figures/tests.rs"]
mod tests;
