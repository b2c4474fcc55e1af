//! Browsers in which somebody has signed in before. Their tries are counted apart from those of everybody else, so that
//! whoever guesses at a name, from whatever address, keeps nobody out who has been in.

use crate::Office;
use subtle::ConstantTimeEq as _;

impl Office {
    /// Under which name the mark of a person lies in a browser: several people may use one.
    pub fn device_name(&self, login: &str) -> String {
        let hash = self.hash("device name", login.trim());
        format!("device-{}", hash.get(..12).unwrap_or_default())
    }

    /// A mark for a browser in which this person has just signed in.
    pub fn device_mark(&self, login: &str) -> String {
        let id = crate::chance::hex(&self.chance().bytes::<8>());
        let signature = self.device_signature(login, &id);
        format!("{id}.{signature}")
    }

    /// Whether the mark is one of ours for this person; its id.
    pub(crate) fn known_device<'a>(&self, login: &str, mark: Option<&'a str>) -> Option<&'a str> {
        let (id, signature) = mark?.split_once('.')?;
        let ours = self.device_signature(login, id);
        bool::from(ours.as_bytes().ct_eq(signature.as_bytes())).then_some(id)
    }

    fn device_signature(&self, login: &str, id: &str) -> String {
        self.hash("device", &format!("{}\n{id}", login.trim()))
    }
}
