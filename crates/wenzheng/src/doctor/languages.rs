//! The languages that the installation added: whether the server starts with them, and which texts come in another one.

use std::path::Path;

use ::calendar::Lang;
use words::say;

use super::finding::{Finding, State};
use crate::languages::folder::{FOLDER, Judged, judged};

const ABOUT: &str = "language";

/// Looks at each file; without any there is nothing to say.
pub(super) fn look(folder: &Path, found: &mut Vec<Finding>) {
    let lies = folder.join(FOLDER);
    let all = match judged(&lies, Lang::En) {
        Ok(all) => all,
        Err(en) => {
            let zh = judged(&lies, Lang::Zh).err().unwrap_or_default();
            found.push(Finding::both(State::Wrong, ABOUT, zh, en));
            return;
        }
    };
    let mut tags: Vec<String> = Vec::new();
    for file in all {
        found.push(finding(&file, &tags));
        let language = file.checked.language.as_ref();
        tags.extend(language.map(|language| language.tag().to_owned()));
    }
}

fn finding(file: &Judged, tags: &[String]) -> Finding {
    let shown = ("file", file.path.display().to_string());
    let Some(language) = &file.checked.language else {
        return Finding::of(State::Wrong, ABOUT, |lang| file.says(lang).join("\n  "));
    };
    let tag = ("tag", language.tag().to_owned());
    if tags.iter().any(|known| known == language.tag()) {
        return Finding::new(State::Wrong, ABOUT, "language-again", &[shown, tag]);
    }
    let missing = ("missing", file.checked.missing.len().to_string());
    let name = ("name", language.name().to_owned());
    if file.checked.faults.is_empty() {
        return Finding::new(State::Good, ABOUT, "doctor-language", &[name, tag, missing]);
    }
    Finding::of(State::ToDo, ABOUT, |lang| {
        let faults = ("faults", file.checked.faults.len().to_string());
        let args = [name.clone(), tag.clone(), missing.clone(), faults];
        let mut lines = vec![say(lang, "doctor-language-faults", &args)];
        lines.extend(file.says(lang));
        lines.join("\n  ")
    })
}
