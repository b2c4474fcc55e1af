//! Randomness: keys, nonces, numbers and codes. A parameter, so that a seeded source can drive demo and tests.

/// Fills bytes with randomness.
pub trait Chance: Send + Sync {
    /// Fills the whole slice.
    fn fill(&self, bytes: &mut [u8]);
}

/// The randomness of the operating system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness nothing may go on: keys and codes would be guessable.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

impl dyn Chance + '_ {
    /// An array of random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// 32 random bytes as 64 hexadecimal digits: tokens of sessions and links.
    pub fn token(&self) -> String {
        hex(&self.bytes::<32>())
    }
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    ::hex::encode(bytes)
}
