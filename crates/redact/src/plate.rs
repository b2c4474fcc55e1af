//! Plates of vehicles: a province, a letter, five or six letters and digits.

use crate::Kind;
use crate::text::Text;

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// What ends the plates of some vehicles.
const ENDS: &str = "挂学警港澳领";

pub(crate) fn find(text: &mut Text) {
    for i in 0..text.chars.len() {
        let province = text.at(i).is_some_and(|c| PROVINCES.contains(c));
        let letter = text.at(i + 1).is_some_and(|c| c.is_ascii_alphabetic());
        if !province || !letter {
            continue;
        }
        let mut from = i + 2;
        if matches!(text.at(from), Some('·' | '.' | '-' | ' ' | '•')) {
            from += 1;
        }
        let mut to = from;
        while text.at(to).is_some_and(|c| c.is_ascii_alphanumeric()) {
            to += 1;
        }
        let mut length = to - from;
        if length == 4 && text.at(to).is_some_and(|c| ENDS.contains(c)) {
            (to, length) = (to + 1, 5);
        }
        let body = text.chars.get(from..to).unwrap_or_default();
        if matches!(length, 5 | 6) && body.iter().any(char::is_ascii_digit) {
            text.take(i..to, Kind::Plate);
        }
    }
}
