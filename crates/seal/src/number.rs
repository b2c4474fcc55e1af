//! Case numbers and check codes: what a citizen is handed, reads out on the phone and types in.

use crate::digits::compact;

const DIGITS: usize = 16;
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Damm's quasigroup of order 10: totally anti-symmetric, with a zero diagonal. It finds every single wrong
/// digit and every swap of neighbours, which ISO 7064 MOD 11,10 and Luhn do not.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// Why a typed number is not one of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// A case number has 16 digits; this has another length or other signs.
    #[error("a case number has 16 digits, this has {found} characters")]
    Form {
        /// How many characters were found.
        found: usize,
    },
    /// The check digit or the date inside does not fit: mistyped.
    #[error("the case number is mistyped")]
    Mistyped,
    /// A check code has eight letters and digits.
    #[error("a check code has 8 letters and digits")]
    CheckCode,
}

impl NumberError {
    /// Key of the message in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Form { .. } => "number-form",
            Self::Mistyped => "number-mistyped",
            Self::CheckCode => "number-check-code",
        }
    }

    /// Arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Form { found } => vec![("found", found.to_string())],
            Self::Mistyped | Self::CheckCode => Vec::new(),
        }
    }
}

/// A case number: the day of receipt (`yyyymmdd`, the calendar's zone), seven random digits, so that numbers
/// say nothing about how many cases there are, and one check digit by Damm.
pub fn case_number(date: (i16, u8, u8), random: u32) -> String {
    let (year, month, day) = date;
    let body = format!("{year:04}{month:02}{day:02}{:07}", random % 10_000_000);
    let check = damm(&body);
    format!("{body}{check}")
}

/// A case number as typed, with spaces, dashes and full-width digits, as its 16 plain digits.
pub fn check(text: &str) -> Result<String, NumberError> {
    let plain = compact(text);
    if plain.len() != DIGITS || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return Err(NumberError::Form {
            found: plain.chars().count(),
        });
    }
    let part = |range: std::ops::Range<usize>| plain.get(range).and_then(|s| s.parse::<u8>().ok());
    let dated = matches!((part(4..6), part(6..8)), (Some(1..=12), Some(1..=31)));
    if damm(&plain) != 0 || !dated {
        return Err(NumberError::Mistyped);
    }
    Ok(plain)
}

/// A check code of 40 random bits in Crockford's base 32 (no I, L, O, U), shown as `XXXX-XXXX`.
pub fn check_code(random: [u8; 5]) -> String {
    let bits = random
        .iter()
        .fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let symbols = (0..8)
        .rev()
        .map(|i| char::from(SYMBOLS[(bits >> (5 * i) & 31) as usize]));
    grouped(symbols)
}

/// A check code as typed (any case, spaces, dashes, full-width, I or L for 1, O for 0) as `XXXX-XXXX`.
pub fn normalise_check_code(text: &str) -> Result<String, NumberError> {
    let symbols: Vec<char> = compact(text)
        .chars()
        .map(|c| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            c => c,
        })
        .collect();
    let known = |c: &char| u8::try_from(*c).is_ok_and(|b| SYMBOLS.contains(&b));
    if symbols.len() != 8 || !symbols.iter().all(known) {
        return Err(NumberError::CheckCode);
    }
    Ok(grouped(symbols.into_iter()))
}

fn grouped(symbols: impl Iterator<Item = char>) -> String {
    let mut code: String = symbols.collect();
    code.insert(4, '-');
    code
}

fn damm(digits: &str) -> u8 {
    digits.bytes().fold(0, |row, b| {
        DAMM[usize::from(row)][usize::from(b.wrapping_sub(b'0') % 10)]
    })
}
