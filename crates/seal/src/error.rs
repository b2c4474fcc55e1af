//! Why a sealed text or a wrapped key could not be opened.

/// Why a sealed text or a wrapped key could not be opened. Never carries any of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Not base64, too short, or not UTF-8 inside: the stored form is damaged.
    #[error("the sealed text is damaged")]
    Damaged,
    /// Another key, another context, or altered bytes: the authentication tag does not fit.
    #[error("the sealed text does not open with this key in this place")]
    WrongKey,
    /// The key was destroyed by decision, and what it hid is gone.
    #[error("the key was destroyed")]
    Destroyed,
    /// The text opened, but it is not the one that was committed to.
    #[error("the sealed text is not the one that was committed to")]
    Commitment,
}

impl SealError {
    /// Key of the message in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged => "seal-damaged",
            Self::WrongKey => "seal-wrong-key",
            Self::Destroyed => "seal-destroyed",
            Self::Commitment => "seal-commitment",
        }
    }

    /// Arguments of the message: none, so that nothing can leak.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
