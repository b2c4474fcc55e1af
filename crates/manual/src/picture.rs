//! The pictures of the manual; `cargo xtask screenshots --manual` takes them.

/// A picture that a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Its file in `docs/manual/pictures`.
    pub name: &'static str,
    /// The PNG.
    pub png: &'static [u8],
}

/// Every picture there is.
pub const PICTURES: &[Picture] = &[];

impl Picture {
    /// The picture of that file name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        PICTURES.iter().find(|picture| picture.name == name)
    }

    /// Width and height in pixels, as a PNG says them at its beginning.
    pub fn size(&self) -> Option<(u32, u32)> {
        let number = |from: usize| {
            let bytes = self.png.get(from..from + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        self.png.starts_with(b"\x89PNG\r\n\x1a\n").then_some(())?;
        Some((number(16)?, number(20)?))
    }
}
