//! The repository's procedures and scenario files.

use calendar::Calendar;
use procedure::{Procedure, Wanted};
use scenario::{Fault, File};
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures")
}

pub(crate) fn calendar() -> Calendar {
    Calendar::from_toml(calendar::SHIPPED).unwrap()
}

/// The text of a shipped procedure, with what it includes.
pub(crate) fn text(id: &str) -> String {
    let read = |path: PathBuf| std::fs::read_to_string(path).ok();
    let text = read(folder().join(format!("{id}.toml"))).unwrap_or_else(|| panic!("there is no {id}"));
    let find = |wanted: Wanted<'_>| match wanted {
        Wanted::Rules(id) => read(folder().join(format!("rules/{id}.toml"))),
        Wanted::Procedure(id) => read(folder().join(format!("{id}.toml"))),
    };
    procedure::assemble(&text, &find)
        .unwrap_or_else(|faults| panic!("{id}: {faults:?}"))
        .text
}

/// The ids of the shipped procedures.
pub(crate) fn ids() -> Vec<String> {
    let names = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let mut ids: Vec<String> = names
        .filter_map(|name| name.to_string_lossy().strip_suffix(".toml").map(str::to_owned))
        .collect();
    ids.sort();
    ids
}

/// A shipped procedure.
pub(crate) fn procedure(id: &str) -> Procedure {
    procedure::read(&text(id)).unwrap_or_else(|fault| panic!("{id}:{}: {}", fault.line, fault.what))
}

/// Every scenario file with its name and text, in the order of the names.
pub(crate) fn texts() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder().join("scenarios")).unwrap();
    let mut all: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    all.sort();
    all
}

/// Every scenario file, read on its procedure.
pub(crate) fn files(calendar: &Calendar) -> Vec<(String, Procedure, File)> {
    let read = |(name, text): (String, String)| {
        let id = scenario::procedure_of(&text).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let procedure = procedure(&id);
        let file = scenario::read(&text, &procedure, calendar)
            .unwrap_or_else(|faults| panic!("{}", lines(&name, &faults)));
        (name, procedure, file)
    };
    texts().into_iter().map(read).collect()
}

/// `file:line: code arguments`, a line each.
pub(crate) fn lines(name: &str, faults: &[Fault]) -> String {
    let line = |fault: &Fault| format!("{name}:{}: {} {:?}", fault.line, fault.code, fault.args);
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}
