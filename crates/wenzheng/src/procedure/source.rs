//! Where a procedure comes from: the shipped ones by id, any other by the name of its file.

use std::io::ErrorKind;
use std::path::Path;

use ::calendar::{Calendar, Lang, SHIPPED};
use ::procedure::check::Report;
use ::procedure::{Procedure, Wanted};
use words::say;

use crate::shipped::{find_beside, folder_of, procedures};

/// The shipped procedures. One that cannot be read is left out; a test sees to it that there is none.
pub(super) fn shipped() -> Vec<Procedure> {
    procedures()
        .iter()
        .filter_map(|text| ::procedure::read(text).ok())
        .collect()
}

/// The id of a shipped procedure, where one was given for a file.
pub(super) fn shipped_id(path: &Path) -> Option<String> {
    let mut ids = shipped().into_iter().map(|procedure| procedure.head.id);
    ids.find(|id| path.as_os_str() == id.as_str())
}

/// The ids of the calendars that the program has.
pub(super) fn calendars() -> Vec<String> {
    Calendar::from_toml(SHIPPED)
        .map(|c| vec![c.id().to_owned()])
        .unwrap_or_default()
}

/// The procedure with this id, or in this file.
pub(crate) fn named(id: &str, lang: Lang) -> Result<Procedure, String> {
    let shipped = shipped();
    if let Some(found) = shipped.iter().find(|p| p.head.id == id) {
        return Ok(found.clone());
    }
    let path = Path::new(id);
    if !id.contains(['/', '\\']) && path.extension().is_none() {
        let ids: Vec<&str> = shipped.iter().map(|p| p.head.id.as_str()).collect();
        let args = [("id", id.to_owned()), ("ids", ids.join(", "))];
        return Err(say(lang, "procedure-unknown", &args));
    }
    let text = text(path, lang)?;
    let calendars = calendars();
    let known: Vec<&str> = calendars.iter().map(String::as_str).collect();
    let report = checked(path, &text, &known);
    match report.procedure.filter(|_| {
        report
            .findings
            .iter()
            .all(|f| f.severity == ::procedure::check::Severity::Advice)
    }) {
        Some(procedure) => Ok(procedure),
        None => Err(say(lang, "procedure-not-clean", &[("file", id.to_owned())])),
    }
}

/// Checks a file with what it includes or extends.
pub(super) fn checked(path: &Path, text: &str, calendars: &[&str]) -> Report {
    let find = |wanted: Wanted<'_>| find_beside(folder_of(path), wanted);
    ::procedure::check_file(text, &find, calendars)
}

/// The text of a file, or what is wrong with the file.
pub(super) fn text(path: &Path, lang: Lang) -> Result<String, String> {
    let file = ("file", path.display().to_string());
    let bytes = std::fs::read(path).map_err(|error| {
        if error.kind() == ErrorKind::NotFound {
            return say(lang, "procedure-file-missing", std::slice::from_ref(&file));
        }
        say(
            lang,
            "procedure-file-unreadable",
            &[file.clone(), ("reason", crate::fault::reason(&error, lang))],
        )
    })?;
    String::from_utf8(bytes).map_err(|_| say(lang, "procedure-file-not-text", &[file]))
}
