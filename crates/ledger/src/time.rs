//! Times as tables write them: without a zone, in a dozen ways.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

/// `2019/4/25 9:32:09`, `2019-04-25 09:32`, `2019年4月25日 9时32分`, `2019.4.25 下午 3:02`, `20190425`. A date
/// alone is its first moment: that is how spreadsheets write midnight. Never takes a month for a day.
pub(crate) fn local(text: &str) -> Option<DateTime> {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '０'..='９' | '／' | '．' | '－' | '：' => {
                plain.extend(char::from_u32(u32::from(c) - 0xfee0));
            }
            '年' | '月' => plain.push('-'),
            '日' | '号' | '\u{3000}' | '\t' | '\u{a0}' => plain.push(' '),
            '时' | '点' | '分' => plain.push(':'),
            '秒' => {}
            c => plain.push(c),
        }
    }
    let (day, time) = plain.split_once([' ', 'T']).unwrap_or((&plain, ""));
    let date = date(day)?;
    let time = time.trim();
    if time.is_empty() {
        return Some(date.at(0, 0, 0, 0));
    }
    clock(date, time)
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.split(['-', '/', '.']);
    let (year, rest) = match (parts.next()?, parts.next(), parts.next(), parts.next()) {
        (year, Some(month), Some(day), None) => (year, [month, day]),
        (digits, None, None, None) if digits.len() == 8 => {
            (digits.get(..4)?, [digits.get(4..6)?, digits.get(6..)?])
        }
        _ => return None,
    };
    if year.len() != 4 {
        return None;
    }
    let [month, day] = rest.map(number);
    Date::new(
        i16::try_from(number(year)?).ok()?,
        i8::try_from(month?).ok()?,
        i8::try_from(day?).ok()?,
    )
    .ok()
}

/// A time of day after its date; 24:00 is the first moment of the next day.
fn clock(date: Date, text: &str) -> Option<DateTime> {
    let upper = text.to_ascii_uppercase();
    let mut half = None;
    let mut rest = upper.as_str();
    for (mark, after_noon) in [("上午", false), ("下午", true), ("AM", false), ("PM", true)] {
        if let Some(stripped) = rest.strip_prefix(mark).or_else(|| rest.strip_suffix(mark)) {
            (rest, half) = (stripped.trim(), Some(after_noon));
        }
    }
    if !rest.contains(':') {
        return None;
    }
    let parts: Vec<&str> = rest.trim_end_matches(':').split(':').collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour] => (*hour, "0", "0"),
        [hour, minute] => (*hour, *minute, "0"),
        [hour, minute, second] => (
            *hour,
            *minute,
            second.split_once('.').map_or(*second, |(whole, _)| whole),
        ),
        _ => return None,
    };
    let mut hour = number(hour)?;
    let (minute, second) = (number(minute)?, number(second)?);
    match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(after_noon) => hour = hour % 12 + if after_noon { 12 } else { 0 },
        None => {}
    }
    if (hour, minute, second) == (24, 0, 0) {
        return date.tomorrow().ok().map(|next| next.at(0, 0, 0, 0));
    }
    let small = |n: u16| i8::try_from(n).ok();
    Time::new(small(hour)?, small(minute)?, small(second)?, 0)
        .ok()
        .map(|time| date.to_datetime(time))
}

fn number(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

/// A day number of a spreadsheet, 43580.397 for 2019-04-25 09:32; only from 2010 to 2199, so that no other
/// number is taken for one. To the second: spreadsheets round.
pub(crate) fn serial(days: f64) -> Option<DateTime> {
    if !(40_179.0..109_575.0).contains(&days) {
        return None;
    }
    let seconds = SignedDuration::from_secs((days.fract() * 86_400.0).round() as i64);
    let day = Date::constant(1899, 12, 30)
        .checked_add((days.trunc() as i64).days())
        .ok()?;
    day.at(0, 0, 0, 0).checked_add(seconds).ok()
}
