//! What can be wrong with the settings: which line, and what to do.

use calendar::Lang;

/// A fault in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsError {
    code: &'static str,
    args: Vec<(&'static str, String)>,
}

impl SettingsError {
    /// A fault with the arguments of its text.
    pub(crate) fn plain(code: &'static str, args: &[(&'static str, String)]) -> Self {
        Self {
            code,
            args: args.to_vec(),
        }
    }

    /// Catalogue key of the text.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Arguments of the text.
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.args
    }

    /// The text.
    pub fn say(&self, lang: Lang) -> String {
        words::say(lang, self.code, &self.args)
    }
}

impl std::fmt::Display for SettingsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl std::error::Error for SettingsError {}
