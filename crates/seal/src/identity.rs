//! Is a resident identity number or a phone number possible, and how is it written plainly?

use crate::digits::compact;

/// Why a number that a person gave cannot be right. Carries nothing of the number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// A resident identity number has 17 digits and a check digit 0–9 or X.
    #[error("an identity number has 17 digits and a digit or X, this has {found} characters")]
    IdForm {
        /// How many characters were found.
        found: usize,
    },
    /// The date of birth inside is no date, or before 1900, or after today.
    #[error("the date of birth in the identity number cannot be")]
    IdBirth,
    /// The check digit does not fit: mistyped.
    #[error("the check digit of the identity number does not fit")]
    IdCheck,
    /// Neither a mobile number nor a landline with its area code.
    #[error("neither a mobile number nor a landline with its area code")]
    Phone,
}

impl IdentityError {
    /// Key of the message in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::IdForm { .. } => "identity-id-form",
            Self::IdBirth => "identity-id-birth",
            Self::IdCheck => "identity-id-check",
            Self::Phone => "identity-phone",
        }
    }

    /// Arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::IdForm { found } => vec![("found", found.to_string())],
            Self::IdBirth | Self::IdCheck | Self::Phone => Vec::new(),
        }
    }
}

/// A resident identity number (GB 11643-1999) as typed, as its 18 plain characters. `today` is the day in
/// the calendar's zone: nobody is born later.
pub fn id_number(text: &str, today: (i16, u8, u8)) -> Result<String, IdentityError> {
    let plain = compact(text).to_ascii_uppercase();
    let bytes = plain.as_bytes();
    let (body, last) = match bytes.split_last() {
        Some((last, body)) if body.len() == 17 => (body, *last),
        _ => {
            return Err(IdentityError::IdForm {
                found: plain.chars().count(),
            });
        }
    };
    if !body.iter().all(u8::is_ascii_digit) || !(last.is_ascii_digit() || last == b'X') {
        return Err(IdentityError::IdForm {
            found: plain.chars().count(),
        });
    }
    let value = |from: usize, to: usize| {
        body.iter()
            .skip(from)
            .take(to - from)
            .fold(0i16, |n, b| n * 10 + i16::from(b - b'0'))
    };
    let born = (value(6, 10), value(10, 12), value(12, 14));
    let today = (today.0, i16::from(today.1), i16::from(today.2));
    if born.0 < 1900
        || born > today
        || !(1..=12).contains(&born.1)
        || !(1..=days(born.0, born.1)).contains(&born.2)
    {
        return Err(IdentityError::IdBirth);
    }
    if check_digit(body) != last {
        return Err(IdentityError::IdCheck);
    }
    Ok(plain)
}

/// ISO 7064 MOD 11-2 over the first 17 digits.
fn check_digit(body: &[u8]) -> u8 {
    let sum = body
        .iter()
        .fold(0u32, |sum, b| (sum + u32::from(b - b'0')) * 2 % 11);
    match (12 - sum) % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    }
}

fn days(year: i16, month: i16) -> i16 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A Chinese phone number as typed (`+86`, `0086`, spaces, dashes, brackets, full-width digits), plainly:
/// a mobile number as `13812345678`, a landline as `0527-84312345`.
pub fn phone(text: &str) -> Result<String, IdentityError> {
    let plain: String = compact(text)
        .chars()
        .filter(|c| !matches!(c, '(' | ')'))
        .collect();
    let abroad = plain.strip_prefix("+86").or_else(|| plain.strip_prefix("0086"));
    let here = match abroad {
        Some(rest) => rest,
        // 86 in front of eleven digits that are a number by themselves
        None if plain.len() > 11 => plain.strip_prefix("86").unwrap_or(&plain),
        None => &plain,
    };
    if !here.bytes().all(|b| b.is_ascii_digit()) {
        return Err(IdentityError::Phone);
    }
    // exchanges want a 0 in front of mobile numbers from elsewhere
    let mobile = here.strip_prefix('0').unwrap_or(here);
    if is_mobile(mobile) {
        return Ok(mobile.to_owned());
    }
    let national = mobile; // after +86 the 0 of the area code is left out
    let area = match national.as_bytes() {
        [b'1', b'0', ..] | [b'2', _, ..] => 2,
        [b'3'..=b'9', ..] => 3,
        _ => return Err(IdentityError::Phone),
    };
    if abroad.is_none() && !here.starts_with('0') {
        return Err(IdentityError::Phone);
    }
    match national.split_at_checked(area) {
        Some((area, local))
            if matches!(local.len(), 7 | 8) && matches!(local.as_bytes(), [b'2'..=b'9', ..]) =>
        {
            Ok(format!("0{area}-{local}"))
        }
        _ => Err(IdentityError::Phone),
    }
}

/// Whether a plain number (as [`phone`] returns it) is a mobile number, so that a short message reaches it.
pub fn is_mobile(plain: &str) -> bool {
    plain.len() == 11
        && plain.bytes().all(|b| b.is_ascii_digit())
        && matches!(plain.as_bytes(), [b'1', b'3'..=b'9', ..])
}
