//! Words that somebody looks for, on their way through an address. A name or a number stands in none: not in logs, not in
//! the history of a browser, not in what another site is told. Only the session that looked can read them again.

use super::Here;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use seal::{Cipher, Fresh, Key, KeyId, open_bytes, seal_bytes};

/// What the key is for.
const PURPOSE: &str = "covered words";

fn key(secret: &Key) -> (Key, KeyId) {
    (secret.derive(PURPOSE), KeyId::new(PURPOSE))
}

fn cover(secret: &Key, seed: &str, words: &str, fresh: Fresh) -> String {
    let (key, id) = key(secret);
    let covered = seal_bytes(Cipher::default(), &key, &id, seed, words.as_bytes(), fresh);
    URL_SAFE_NO_PAD.encode(covered)
}

fn uncover(secret: &Key, seed: &str, covered: &str) -> Option<String> {
    let (key, id) = key(secret);
    let covered = URL_SAFE_NO_PAD.decode(covered).ok()?;
    String::from_utf8(open_bytes(&key, &id, seed, &covered).ok()?).ok()
}

impl Here {
    /// Words as they may stand in an address; `None` without randomness.
    pub(crate) fn cover(&self, words: &str) -> Option<String> {
        let mut bytes = [0; 28];
        getrandom::fill(&mut bytes).ok()?;
        let fresh = Fresh::from_bytes(bytes);
        Some(cover(&self.shell.secret, self.token_seed(), words, fresh))
    }

    /// The words again, for the session that looked for them.
    pub(crate) fn uncover(&self, covered: &str) -> Option<String> {
        uncover(&self.shell.secret, self.token_seed(), covered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_to_their_own_session_alone() {
        let secret = Key::from_bytes([1; 32]);
        let covered = cover(&secret, "session", "王小明", Fresh::from_bytes([7; 28]));
        assert!(
            covered
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        );
        assert_eq!(uncover(&secret, "session", &covered).as_deref(), Some("王小明"));
        assert_eq!(uncover(&secret, "another", &covered), None);
        assert_eq!(uncover(&Key::from_bytes([2; 32]), "session", &covered), None);
        assert_eq!(uncover(&secret, "session", &covered[1..]), None);
        assert_eq!(uncover(&secret, "session", "王小明"), None);
    }
}
