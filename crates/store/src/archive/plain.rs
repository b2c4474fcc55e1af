//! A value of a column as both engines know it, written as JSON: null, a whole number, a text, or `{"hex": "00ff"}`.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Plain {
    /// Nothing.
    Null,
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// A byte string.
    Bytes {
        /// Two digits for each byte.
        #[serde(with = "hexadecimal")]
        hex: Vec<u8>,
    },
}

impl Plain {
    /// Takes the value into a hash, with its kind and length, so that no two rows look the same.
    pub fn hash_into(&self, hash: &mut Sha256) {
        let (kind, bytes): (u8, &[u8]) = match self {
            Self::Null => (0, &[]),
            Self::Number(number) => (1, &number.to_be_bytes()),
            Self::Text(text) => (2, text.as_bytes()),
            Self::Bytes { hex } => (3, hex),
        };
        hash.update([kind]);
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    }
}

mod hexadecimal {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};
    use std::fmt::Write as _;

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(2 * bytes.len());
        for byte in bytes {
            write!(text, "{byte:02x}").map_err(serde::ser::Error::custom)?;
        }
        serializer.serialize_str(&text)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        let fault = || D::Error::custom("two hexadecimal digits stand for each byte");
        let digit = |sign: u8| {
            char::from(sign)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        text.as_bytes()
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => Some(digit(*high)? * 16 + digit(*low)?),
                _ => None,
            })
            .collect::<Option<Vec<u8>>>()
            .ok_or_else(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_comes_back_as_it_was() {
        let row = vec![
            Plain::Null,
            Plain::Number(i64::MIN),
            Plain::Text("路灯𠮷\u{0}".to_owned()),
            Plain::Bytes { hex: vec![0, 255] },
        ];
        let text = serde_json::to_string(&row).unwrap_or_default();
        assert_eq!(
            text,
            "[null,-9223372036854775808,\"路灯𠮷\\u0000\",{\"hex\":\"00ff\"}]"
        );
        assert_eq!(serde_json::from_str::<Vec<Plain>>(&text).ok(), Some(row));
    }

    #[test]
    fn half_a_byte_is_none() {
        assert!(serde_json::from_str::<Plain>("{\"hex\":\"0\"}").is_err());
        assert!(serde_json::from_str::<Plain>("{\"hex\":\"é\"}").is_err());
    }
}
