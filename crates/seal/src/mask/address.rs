//! An address, shown down to the district at most.

use super::HIDDEN;

const PROVINCE: u8 = 1;
const CITY: u8 = 2;
const DISTRICT: u8 = 3;

/// Longest name of a division: 积石山保安族东乡族撒拉族自治县.
const LONGEST: usize = 15;

/// Characters in no name of a division: a number, a building, or somebody telling a story.
const FOREIGN: [char; 10] = ['号', '栋', '幢', '室', '组', '弄', '在', '住', '我', '的'];

/// Characters at whose end a smaller place begins, unless they stand at the head of a name (东乡族自治县,
/// 路桥区) or just before its end (景德镇市).
const SMALLER: [char; 8] = ['路', '街', '巷', '村', '镇', '乡', '楼', '店'];

/// Province, city and district: `江苏省宿迁市宿城区**`. What does not clearly begin with them is hidden.
pub fn address(text: &str) -> String {
    let plain: Vec<char> = text.trim().chars().collect();
    if plain.is_empty() {
        return String::new();
    }
    let (mut shown, mut level) = (0, 0);
    for (at, c) in plain.iter().enumerate() {
        let name = plain.get(shown..=at).unwrap_or_default();
        let next = plain.get(at + 1).copied();
        let smaller =
            SMALLER.contains(c) && name.len() > 2 && !matches!(next, Some('市' | '区' | '县' | '旗'));
        if name.len() > LONGEST || smaller || FOREIGN.contains(c) || !c.is_alphabetic() || c.is_ascii() {
            break;
        }
        match rank(name, next) {
            Some(rank) if rank < level => break,
            Some(rank) => (shown, level) = (at + 1, rank),
            None => {}
        }
        if level == DISTRICT {
            break;
        }
    }
    let mut masked: String = plain.iter().take(shown).collect();
    masked.push_str(HIDDEN);
    masked
}

/// What kind of division a name is, if it is one.
fn rank(name: &[char], next: Option<char>) -> Option<u8> {
    let (last, body) = name.split_last()?;
    let before = *body.last()?;
    match (last, name.len()) {
        ('省', 3..=4) => Some(PROVINCE),
        ('区', _) if before == '治' || body.ends_with(&['行', '政']) => Some(PROVINCE),
        ('州' | '盟', 3..=14) if before == '治' || *last == '盟' && name.len() < 6 => Some(CITY),
        // a supermarket or a market place is no city
        ('市', _) if matches!(before, '超' | '菜' | '夜' | '早' | '门' | '集' | '花' | '城') => None,
        ('市', _) if matches!(next, Some('场' | '民' | '口')) => None,
        ('市', 3..=6) => Some(CITY),
        ('县' | '旗', _) if before == '治' => Some(DISTRICT),
        ('县' | '旗', ..=5) => Some(DISTRICT),
        // nor is a housing estate, a campus or a development zone a district
        ('区', _) if "小社校园厂发业活宅属片库景街".contains(before) => None,
        ('区', ..=5) => Some(DISTRICT),
        _ => None,
    }
}
