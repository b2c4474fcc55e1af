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
        #[serde(with = "hex::serde")]
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
