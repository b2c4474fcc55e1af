//! One sentence for the next page: what was just done. Travels in a signed cookie as key and arguments.

use super::guard;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use seal::Key;
use serde::{Deserialize, Serialize};

pub(crate) const COOKIE: &str = "flash";

/// What the next page says on top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// Catalogue key.
    pub key: String,
    /// Arguments of the text. No personal data: it stays in the browser's cookie jar.
    pub args: Vec<(String, String)>,
}

impl Flash {
    /// Without arguments. The text itself is named where the page is shown, in the reader's language.
    pub fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            args: Vec::new(),
        }
    }

    /// With one more argument.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    pub(crate) fn carry(&self, secret: &Key) -> Option<String> {
        let json = serde_json::to_vec(self).ok()?;
        Some(guard::sign(secret, COOKIE, &URL_SAFE_NO_PAD.encode(json)))
    }

    pub(crate) fn carried(secret: &Key, cookie: &str) -> Option<Self> {
        let text = guard::signed(secret, COOKIE, cookie)?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_arrives_as_it_was_sent_or_not_at_all() {
        let secret = Key::from_bytes([1; 32]);
        let flash = Flash::new("some-key").with("number", "2026112148392047");
        let cookie = flash.carry(&secret).unwrap();
        assert_eq!(Flash::carried(&secret, &cookie), Some(flash));
        assert_eq!(Flash::carried(&Key::from_bytes([2; 32]), &cookie), None);
        assert_eq!(Flash::carried(&secret, &cookie[1..]), None);
    }
}
