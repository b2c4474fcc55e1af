//! Codes that an authenticator shows for thirty seconds (RFC 6238 with HMAC-SHA-1 and six digits, which all of them know).

use ring::hmac;
use subtle::ConstantTimeEq as _;

/// A code is good for so many seconds.
pub const SECONDS: i64 = 30;
/// Digits of a code.
pub const DIGITS: usize = 6;
/// Bytes of a secret: as many as SHA-1 gives (RFC 4226, section 4).
pub const SECRET: usize = 20;

/// The step in which an instant falls, UTC milliseconds.
pub fn step(at_ms: i64) -> i64 {
    at_ms.div_euclid(SECONDS * 1000)
}

/// The code of a step.
pub fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let from = usize::from(bytes.last().copied().unwrap_or_default() & 15);
    let four = bytes.iter().skip(from).take(4);
    let number = four.fold(0u32, |number, byte| (number << 8) | u32::from(*byte)) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// The step whose code this is: of now, the one before or the one after, because clocks differ and people type slowly.
/// Steps up to `used` are used up: a code that somebody saw being typed is worth nothing.
pub fn accepted(secret: &[u8], given: &str, at_ms: i64, used: Option<i64>) -> Option<i64> {
    let given = crate::typed::code(given);
    let now = step(at_ms);
    (now - 1..=now + 1)
        .filter(|step| used.is_none_or(|used| *step > used))
        .find(|step| code(secret, *step).as_bytes().ct_eq(given.as_bytes()).into())
}

/// The address that an authenticator reads from a QR code.
pub fn address(issuer: &str, account: &str, secret: &[u8]) -> String {
    let (issuer, account) = (percent(issuer), percent(account));
    let secret = crate::base32::encode(secret);
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}")
}

fn percent(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    let each = text.bytes().map(|b| match plain(b) {
        true => char::from(b).to_string(),
        false => format!("%{b:02X}"),
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &[u8] = b"12345678901234567890";

    /// RFC 6238, appendix B, the rows of SHA-1; of the eight digits the last six.
    #[test]
    fn as_the_rfc_has_it() {
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(KEY, step(seconds * 1000)), expected, "{seconds}");
        }
    }

    #[test]
    fn the_code_before_and_the_one_after_are_taken_and_no_others() {
        let now = 1_111_111_109_000;
        let at = |steps: i64| code(KEY, step(now) + steps);
        for steps in -1..=1 {
            assert_eq!(accepted(KEY, &at(steps), now, None), Some(step(now) + steps));
        }
        assert_eq!(accepted(KEY, &at(-2), now, None), None);
        assert_eq!(accepted(KEY, &at(2), now, None), None);
        assert_eq!(accepted(KEY, "", now, None), None);
        assert_eq!(accepted(KEY, "081 804", now, None), Some(step(now)));
    }

    #[test]
    fn a_code_works_once() {
        let now = 1_111_111_109_000;
        let used = accepted(KEY, "081804", now, None).unwrap();
        assert_eq!(accepted(KEY, "081804", now, Some(used)), None);
        assert_eq!(
            accepted(KEY, &code(KEY, used + 1), now, Some(used)),
            Some(used + 1)
        );
    }

    #[test]
    fn names_are_escaped_in_the_address() {
        let address = address("示例 12345", "li", b"12345");
        assert_eq!(
            address,
            "otpauth://totp/%E7%A4%BA%E4%BE%8B%2012345:li?secret=GEZDGNBV&issuer=%E7%A4%BA%E4%BE%8B%2012345"
        );
    }
}
