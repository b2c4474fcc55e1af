//! A file that waits for its form: it was right while something else was not, and need not be chosen again.

/// As a form brings it along. Name and size are for showing; what counts is sealed under the token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// What opens it.
    pub token: String,
    /// Its size.
    pub bytes: u64,
    /// Its name.
    pub name: String,
}

impl HeldFile {
    /// Name of the hidden fields that bring files along.
    pub const FIELD: &str = "held";
    /// Name of the boxes that leave one out.
    pub const LEFT_OUT: &str = "held_not";

    /// From the value of a field.
    pub fn read(value: &str) -> Option<Self> {
        let mut parts = value.splitn(3, '.');
        let (token, bytes, name) = (parts.next()?, parts.next()?, parts.next()?);
        let fits = token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
        fits.then_some(Self {
            token: token.to_owned(),
            bytes: bytes.parse().ok()?,
            name: name.to_owned(),
        })
    }

    /// As the value of a field.
    pub fn value(&self) -> String {
        format!("{}.{}.{}", self.token, self.bytes, self.name)
    }

    /// Its size in words.
    pub fn size(&self) -> String {
        const MB: u64 = 1 << 20;
        if self.bytes < MB {
            format!("{} KB", self.bytes.div_ceil(1 << 10))
        } else {
            format!("{}.{} MB", self.bytes / MB, self.bytes % MB * 10 / MB)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HeldFile;

    #[test]
    fn a_file_comes_along_as_it_was_sent() {
        let file = HeldFile {
            token: "0a".repeat(32),
            bytes: 1_600_000,
            name: "现场.照片.jpg".to_owned(),
        };
        assert_eq!(HeldFile::read(&file.value()), Some(file.clone()));
        assert_eq!(file.size(), "1.5 MB");
        for wrong in ["", "0a.1.x", &format!("{}.x.y", file.token), &file.token] {
            assert_eq!(HeldFile::read(wrong), None, "{wrong}");
        }
    }
}
