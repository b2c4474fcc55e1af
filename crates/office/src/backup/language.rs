//! A language that an installation added: one file, kept as it lies there.

/// A file of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageFile {
    /// Its name, as `ug.ftl`.
    pub name: String,
    /// What it holds.
    pub content: Vec<u8>,
}

impl LanguageFile {
    /// `None` for a name that could lead out of the folder where such files lie, or is none of theirs.
    pub fn new(name: &str, content: Vec<u8>) -> Option<Self> {
        let stem = name.strip_suffix(".ftl")?;
        let plain = |c: char| c.is_alphanumeric() || "-_".contains(c);
        (!stem.is_empty() && stem.chars().all(plain)).then(|| Self {
            name: name.to_owned(),
            content,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::LanguageFile;

    #[test]
    fn a_name_stays_in_its_folder() {
        for name in ["ug.ftl", "mn-Mong.ftl", "kk_Arab.ftl"] {
            assert!(LanguageFile::new(name, Vec::new()).is_some(), "{name}");
        }
        for name in ["../ug.ftl", "a/b.ftl", ".ftl", "ug.toml", "..ftl", "C:\\ug.ftl"] {
            assert!(LanguageFile::new(name, Vec::new()).is_none(), "{name}");
        }
    }
}
