//! What may be shown of a person to those who need not know who it is.
//!
//! A mask never tells how long the hidden part is, except for numbers whose length everybody knows. What is
//! not understood is hidden altogether.

mod address;

pub use address::address;

use crate::digits::compact;
use crate::identity;
use unicode_segmentation::UnicodeSegmentation as _;

const HIDDEN: &str = "**";

/// Surnames of two characters; all others have one.
const COMPOUND: [&str; 32] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "令狐",
];

/// The surname: `王**`, `欧阳**`. A single character is hidden, and of a surname alone only half is shown. A character is
/// what people take for one: with its combining signs, and with the selector that chooses its variant.
pub fn name(text: &str) -> String {
    let chars: Vec<&str> = text.trim().graphemes(true).collect();
    let head: String = chars.iter().take(2).flat_map(|c| c.chars().next()).collect();
    let shown = match chars.len() {
        0 => return String::new(),
        1 => 0,
        2 => 1,
        _ if COMPOUND.contains(&head.as_str()) => 2,
        _ => 1,
    };
    chars.iter().take(shown).copied().chain([HIDDEN]).collect()
}

/// `138****5678`; of a landline the area code and the last two digits, `0527-****45`.
pub fn phone(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let Ok(plain) = identity::phone(text) else {
        return HIDDEN.to_owned();
    };
    let shown = match plain.split_once('-') {
        Some((area, local)) => local
            .get(local.len() - 2..)
            .map(|end| format!("{area}-****{end}")),
        None => plain
            .get(..3)
            .zip(plain.get(7..))
            .map(|(head, end)| format!("{head}****{end}")),
    };
    shown.unwrap_or_else(|| HIDDEN.to_owned())
}

/// The first three characters (the province) and the last two: `320*************1X`. Counters ask for the
/// last four as a secret, so they are not shown, nor is the date of birth.
pub fn id_number(text: &str) -> String {
    let plain = compact(text);
    let known = plain.len() == 18 && plain.bytes().all(|b| b.is_ascii_alphanumeric());
    match (plain.get(..3), plain.get(16..)) {
        (Some(head), Some(end)) if known => format!("{head}*************{end}"),
        _ if plain.is_empty() => String::new(),
        _ => HIDDEN.to_owned(),
    }
}

/// The first character and the domain: `l***@example.com`; of a single character nothing.
pub fn email(text: &str) -> String {
    let plain = text.trim();
    if plain.is_empty() {
        return String::new();
    }
    let Some((local, domain)) = plain.rsplit_once('@') else {
        return HIDDEN.to_owned();
    };
    let mut chars = local.graphemes(true);
    match (chars.next(), chars.next()) {
        (Some(first), Some(_)) => format!("{first}***@{domain}"),
        _ => format!("***@{domain}"),
    }
}
