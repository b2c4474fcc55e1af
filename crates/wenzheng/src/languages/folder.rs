//! Languages that lie in a folder are added when the program starts.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use ::calendar::Lang;
use office::backup::LanguageFile;
use words::{Checked, say};

/// Where they lie in the folder of an installation.
pub(crate) const FOLDER: &str = "locales";

/// A file of a language, and what is to be said of it.
pub(crate) struct Judged {
    pub(crate) path: PathBuf,
    pub(crate) checked: Checked,
}

impl Judged {
    /// What is wrong with it, each fault with what to do.
    pub(crate) fn says(&self, lang: Lang) -> Vec<String> {
        let faults = self.checked.faults.iter();
        let halves = faults.map(|fault| super::halves(&self.path, fault, lang));
        halves
            .map(|(wrong, advice)| format!("{wrong}\n    → {advice}"))
            .collect()
    }
}

/// Every file of a folder, judged; no folder has none.
pub(crate) fn judged(folder: &Path, lang: Lang) -> Result<Vec<Judged>, String> {
    let judge = |path: PathBuf| {
        let (tag, text) = super::read(&path, lang)?;
        let checked = words::check(&tag, &text);
        Ok(Judged { path, checked })
    };
    files(folder, lang)?.into_iter().map(judge).collect()
}

/// Adds every `*.ftl` of a folder; no folder adds nothing. A file that cannot be used stops the start. A text that
/// cannot is said in the language under it, and the log tells.
pub(crate) fn add(folder: &Path, lang: Lang) -> Result<(), String> {
    let mut languages: Vec<words::Added> = Vec::new();
    for file in judged(folder, lang)? {
        let says = file.says(lang);
        let missing = file.checked.missing.len();
        let Some(language) = file.checked.language else {
            return Err(says.join("\n"));
        };
        for wrong in says {
            tracing::warn!("{wrong}");
        }
        if languages.iter().any(|known| known.tag() == language.tag()) {
            let args = [
                ("file", file.path.display().to_string()),
                ("tag", language.tag().to_owned()),
            ];
            return Err(say(lang, "language-again", &args));
        }
        tracing::info!(language = language.tag(), missing, "a language was added");
        languages.push(language);
    }
    if !languages.is_empty() {
        words::add(languages);
    }
    Ok(())
}

/// The files as a backup takes them along, whatever stands in them; one whose name is no language's is left where it is.
pub(crate) fn kept(folder: &Path, lang: Lang) -> Result<Vec<LanguageFile>, String> {
    let mut kept = Vec::new();
    for path in files(folder, lang)? {
        let content = std::fs::read(&path).map_err(|error| crate::fault::unreadable(&path, &error, lang))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        kept.extend(LanguageFile::new(&name, content));
    }
    Ok(kept)
}

/// Writes the files of a backup into the folder. What lies there already stays; the names of those that are another text
/// are given back.
pub(crate) fn put_back(folder: &Path, files: Vec<LanguageFile>, lang: Lang) -> Result<Vec<String>, String> {
    let mut other = Vec::new();
    if files.is_empty() {
        return Ok(other);
    }
    let fault = |error: std::io::Error| {
        let args = [
            ("file", folder.display().to_string()),
            ("reason", crate::fault::reason(&error, lang)),
        ];
        say(lang, "commands-file-unwritable", &args)
    };
    std::fs::create_dir_all(folder).map_err(fault)?;
    for file in files {
        let path = folder.join(&file.name);
        match std::fs::read(&path) {
            Ok(there) if there == file.content => {}
            Ok(_) => other.push(file.name),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                std::fs::write(&path, file.content).map_err(fault)?;
            }
            Err(error) => return Err(crate::fault::unreadable(&path, &error, lang)),
        }
    }
    Ok(other)
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
