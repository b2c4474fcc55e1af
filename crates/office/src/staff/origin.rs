//! From where somebody signs in.

/// From where somebody signs in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// Address of the connection.
    pub address: &'a str,
    /// What the browser says of itself.
    pub browser: &'a str,
    /// The mark that an earlier sign-in of the same person left in this browser, unchecked.
    pub device: Option<&'a str>,
}

/// Most characters kept of what a browser says of itself.
const MOST: usize = 200;

impl Origin<'_> {
    /// As a session keeps it.
    pub(crate) fn stored(&self, way: &str) -> store::Origin {
        let plain = self.browser.chars().filter(|c| !c.is_control());
        store::Origin {
            address: self.address.to_owned(),
            browser: plain.take(MOST).collect(),
            way: way.to_owned(),
        }
    }
}
