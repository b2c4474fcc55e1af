//! The invented citizens: names, phones and id numbers that belong to nobody.

use super::verifier::Registered;
use crate::draft::CitizenDraft;

const SURNAMES: [&str; 20] = [
    "郁", "桑", "柏", "竺", "席", "麻", "危", "童", "阮", "盛", "季", "乔", "莫", "滕", "项", "祝", "尤",
    "符", "晏", "阎",
];
const GIVEN: [&str; 20] = [
    "春生", "秀兰", "志远", "小雨", "国梁", "梅", "长青", "思齐", "桂香", "一鸣", "玉珍", "海波", "若彤",
    "建业", "欣然", "守信", "丹", "大有", "静怡", "晨",
];
const STREETS: [&str; 8] = [
    "望湖区荷风路",
    "望湖区听松街道松涛里",
    "青禾县稻溪乡河埠村",
    "望湖区新棉巷",
    "青禾县柳荫渡镇渡口街",
    "望湖区桂雨路",
    "青禾县麦浪大道",
    "望湖区听松街道石阶弄",
];

/// The n-th citizen, registered and verified.
pub(crate) fn registered(n: usize) -> CitizenDraft {
    CitizenDraft {
        id_number: Some(id_number(n)),
        address: Some(format!("{}{}号", pick(&STREETS, n), n % 90 + 3)),
        proof: Some(Registered::proof()),
        ..caller(n)
    }
}

/// The n-th citizen as a caller gives it at first: name and phone.
pub(crate) fn caller(n: usize) -> CitizenDraft {
    CitizenDraft {
        name: format!(
            "{}{}",
            pick(&SURNAMES, n),
            pick(&GIVEN, n / SURNAMES.len() + n * 7)
        ),
        phone: format!("1990000{:04}", n % 10_000),
        ..CitizenDraft::default()
    }
}

fn pick<'a>(from: &[&'a str], n: usize) -> &'a str {
    from.get(n % from.len()).copied().unwrap_or_default()
}

/// The form of an id number under an area code that does not exist.
fn id_number(n: usize) -> String {
    let (year, month, day) = (1950 + n % 55, n % 12 + 1, n % 28 + 1);
    let body = format!("990101{year:04}{month:02}{day:02}{:03}", n % 1000);
    // ISO 7064 MOD 11-2.
    let sum = body
        .bytes()
        .fold(0u32, |sum, b| (sum + u32::from(b - b'0')) * 2 % 11);
    match (12 - sum) % 11 {
        10 => format!("{body}X"),
        digit => format!("{body}{digit}"),
    }
}
