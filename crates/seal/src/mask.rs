//! What may be shown of a person to those who need not know who it is.
//!
//! A mask never tells how long the hidden part is, except for numbers whose length everybody knows. What is
//! not understood is hidden altogether.

use crate::identity;

const HIDDEN: &str = "**";

/// Surnames of two characters; all others have one.
const COMPOUND: [&str; 32] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "令狐",
];

/// The surname: `王**`, `欧阳**`. A single character is hidden, and of a surname alone only half is shown.
pub fn name(text: &str) -> String {
    let chars: Vec<char> = text.trim().chars().collect();
    let head: String = chars.iter().take(2).collect();
    let shown = match chars.len() {
        0 => return String::new(),
        1 => 0,
        2 => 1,
        _ if COMPOUND.contains(&head.as_str()) => 2,
        _ => 1,
    };
    chars.iter().take(shown).chain(&['*', '*']).collect()
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
    let plain = text.trim();
    match (plain.get(..3), plain.get(16..)) {
        (Some(head), Some(end)) if plain.len() == 18 => format!("{head}*************{end}"),
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
    let mut chars = local.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(_)) => format!("{first}***@{domain}"),
        _ => format!("***@{domain}"),
    }
}

/// Province, city and district: `江苏省宿迁市宿城区**`. What does not clearly begin with them is hidden.
pub fn address(text: &str) -> String {
    let plain: Vec<char> = text.trim().chars().collect();
    if plain.is_empty() {
        return String::new();
    }
    let (mut shown, mut from, mut level) = (0, 0, 0);
    for (at, c) in plain.iter().enumerate() {
        // no name of a district is longer than that of 积石山保安族东乡族撒拉族自治县
        if at - from > 15 || SMALLER.contains(c) || c.is_ascii() {
            break;
        }
        let Some(rank) = rank(&plain, from, at) else {
            continue;
        };
        if rank < level {
            break;
        }
        (shown, from, level) = (at + 1, at + 1, rank);
        if level == DISTRICT {
            break;
        }
    }
    plain.iter().take(shown).chain(&['*', '*']).collect()
}

/// Characters that stand in places smaller than a district: nothing is shown beyond them.
const SMALLER: &[char] = &[
    '路', '街', '巷', '弄', '号', '村', '镇', '乡', '楼', '栋', '幢', '室', '组', '队', '厂', '店', '园',
    '院',
];
const DISTRICT: u8 = 3;

/// What level a name from `from` ends at `at`: 1 province, 2 city, 3 district.
fn rank(plain: &[char], from: usize, at: usize) -> Option<u8> {
    let length = at + 1 - from;
    let c = *plain.get(at)?;
    let before = at
        .checked_sub(1)
        .filter(|b| *b >= from)
        .and_then(|b| plain.get(b))
        .copied();
    let next = plain.get(at + 1).copied();
    match c {
        '省' if (3..=4).contains(&length) => Some(1),
        '区' if before == Some('治') || (before == Some('政') && length > 4) => Some(1),
        '市' if !(3..=6).contains(&length) => None,
        // 超市, 菜市场 and the like are no cities
        '市' if matches!(
            before,
            Some('超' | '菜' | '夜' | '早' | '门' | '集' | '花' | '城')
        ) =>
        {
            None
        }
        '市' if matches!(next, Some('场' | '民' | '口')) => None,
        '市' => Some(2),
        '州' if before == Some('治') => Some(2),
        '盟' if (3..=5).contains(&length) => Some(2),
        '县' | '旗' if length >= 2 => Some(DISTRICT),
        // 小区, 社区, 开发区 and the like are no districts
        '区' if matches!(
            before,
            Some('小' | '社' | '校' | '发' | '业' | '活' | '宅' | '属' | '片' | '库' | '景')
        ) =>
        {
            None
        }
        '区' if (2..=7).contains(&length) => Some(DISTRICT),
        _ => None,
    }
}
