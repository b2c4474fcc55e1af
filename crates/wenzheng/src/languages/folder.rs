//! Languages that lie in a folder are added when the program starts.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ::calendar::Lang;
use words::say;

/// Where they lie in the folder of an installation.
pub(crate) const FOLDER: &str = "locales";

/// Adds every `*.ftl` of a folder; no folder adds nothing. A file that cannot be used stops the start. A text that
/// cannot is said in the language under it, and the log tells.
pub(crate) fn add(folder: &Path, lang: Lang) -> Result<(), String> {
    let mut languages: Vec<words::Added> = Vec::new();
    for path in files(folder, lang)? {
        let (tag, text) = super::read(&path, lang)?;
        let checked = words::check(&tag, &text);
        let halves = checked
            .faults
            .iter()
            .map(|fault| super::halves(&path, fault, lang));
        let Some(language) = checked.language else {
            let all: Vec<String> = halves
                .map(|(wrong, advice)| format!("{wrong}\n    → {advice}"))
                .collect();
            return Err(all.join("\n"));
        };
        for (wrong, _) in halves {
            tracing::warn!("{wrong}");
        }
        if languages.iter().any(|known| known.tag() == language.tag()) {
            let args = [
                ("file", path.display().to_string()),
                ("tag", language.tag().to_owned()),
            ];
            return Err(say(lang, "language-again", &args));
        }
        tracing::info!(
            language = language.tag(),
            missing = checked.missing.len(),
            "a language was added"
        );
        languages.push(language);
    }
    if !languages.is_empty() {
        words::add(languages);
    }
    Ok(())
}

/// The files, by name.
fn files(folder: &Path, lang: Lang) -> Result<Vec<PathBuf>, String> {
    let fault = |error: &std::io::Error| crate::fault::unreadable(folder, error, lang);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(fault(&error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| fault(&error))?.path();
        if path.extension().is_some_and(|end| end == "ftl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
