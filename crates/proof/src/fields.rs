//! Texts of a first line and `name: value` lines: heads and receipts. They survive being printed, pasted and indented.

use thiserror::Error;

/// Why a text is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It begins with another line.
    #[error("the first line should be `{0}`")]
    Title(&'static str),
    /// A line is missing.
    #[error("the line `{0}:` is missing")]
    Missing(&'static str),
    /// A line says something that cannot be.
    #[error("the line `{0}:` cannot be read")]
    Value(&'static str),
}

impl Unreadable {
    /// Its name in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Title(_) => "log-text-title",
            Self::Missing(_) => "log-text-missing",
            Self::Value(_) => "log-text-value",
        }
    }

    /// The line that is meant.
    pub fn line(&self) -> &'static str {
        match self {
            Self::Title(line) | Self::Missing(line) | Self::Value(line) => line,
        }
    }
}

/// A text taken apart.
pub(crate) struct Fields<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Fields<'a> {
    pub(crate) fn read(text: &'a str, title: &'static str) -> Result<Self, Unreadable> {
        let mut lines = text
            .trim_start_matches('\u{feff}')
            .lines()
            .map(str::trim)
            .skip_while(|line| *line != title);
        lines.next().ok_or(Unreadable::Title(title))?;
        let pairs = lines.map_while(|line| {
            if line.is_empty() {
                return Some(None);
            }
            line.split_once(':')
                .map(|(name, value)| Some((name.trim(), value.trim())))
        });
        Ok(Self(pairs.flatten().collect()))
    }

    pub(crate) fn text(&self, name: &'static str) -> Result<&'a str, Unreadable> {
        self.maybe(name).ok_or(Unreadable::Missing(name))
    }

    pub(crate) fn maybe(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, value)| *value)
    }

    pub(crate) fn value<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, Unreadable> {
        self.text(name)?.parse().map_err(|_| Unreadable::Value(name))
    }

    pub(crate) fn time(&self, name: &'static str) -> Result<i64, Unreadable> {
        let at: jiff::Timestamp = self.value(name)?;
        Ok(at.as_millisecond())
    }
}

/// An instant as it is written: UTC to the millisecond, as `2026-11-27T06:12:24.300Z`.
pub fn written(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).map_or_else(
        |_| ms.to_string(),
        |at| at.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string(),
    )
}
