//! Reads the repository: procedures, scenario files, tests; gives the documents as they must be.

use calendar::Calendar;
use procedure::{Assembled, Procedure, Wanted};
use scenario::conformance::{Proofs, Test, markdown, tests};
use serde::Deserialize;
use std::error::Error;
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The data that the program carries along for its own page.
pub(crate) const DATA: &str = "docs/conformance/proofs.json";

#[derive(Deserialize)]
struct Pending {
    pending: Vec<String>,
}

/// Every document of conformance: its path from the root, and what must stand in it.
pub(crate) fn documents(root: &Path) -> Result<Vec<(String, String)>> {
    let calendar = Calendar::from_toml(calendar::SHIPPED)?;
    let pending: Pending = toml::from_str(&std::fs::read_to_string(
        root.join("docs/conformance/pending.toml"),
    )?)?;
    let mut sources = Vec::new();
    rust(root, &root.join("crates"), &mut sources)?;
    let mut documents = Vec::new();
    let mut data = Vec::new();
    for id in ids(root)? {
        let path = format!("procedures/{id}.toml");
        let whole = whole(root, &path)?;
        let procedure =
            procedure::read(&whole.text).map_err(|fault| format!("{path}:{}: {}", fault.line, fault.what))?;
        let files = scenarios(root, &procedure, &calendar)?;
        let proofs = Proofs {
            path: &path,
            whole: &whole,
            procedure: &procedure,
            files: &files,
            tests: &sources,
            pending: &pending.pending,
        };
        documents.push((format!("docs/conformance/{id}.md"), markdown(&proofs)));
        let lines: Result<Vec<String>> = proofs
            .of_clauses()
            .iter()
            .map(|proof| Ok(serde_json::to_string(proof)?))
            .collect();
        data.push(format!(
            "{}:{{\"hash\":{},\"proofs\":[\n{}\n]}}",
            serde_json::to_string(&id)?,
            serde_json::to_string(&procedure.hash)?,
            lines?.join(",\n")
        ));
    }
    // a line for each clause, so that a change shows where it is
    documents.push((DATA.to_owned(), format!("{{\n{}\n}}\n", data.join(",\n"))));
    Ok(documents)
}

fn ids(root: &Path) -> Result<Vec<String>> {
    let names = listed(&root.join("procedures"))?;
    let stems = names
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "toml"));
    Ok(stems
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect())
}

/// A procedure with everything that it includes.
fn whole(root: &Path, path: &str) -> Result<Assembled> {
    let text = std::fs::read_to_string(root.join(path))?;
    let find = |wanted: Wanted<'_>| {
        let name = match wanted {
            Wanted::Rules(id) => format!("procedures/rules/{id}.toml"),
            Wanted::Procedure(id) => format!("procedures/{id}.toml"),
        };
        std::fs::read_to_string(root.join(name)).ok()
    };
    procedure::assemble(&text, &find).map_err(|faults| format!("{path}: {faults:?}").into())
}

fn scenarios(
    root: &Path,
    procedure: &Procedure,
    calendar: &Calendar,
) -> Result<Vec<(String, scenario::File)>> {
    let mut files = Vec::new();
    for path in listed(&root.join("procedures/scenarios"))? {
        let text = std::fs::read_to_string(&path)?;
        let named =
            scenario::procedure_of(&text).map_err(|faults| format!("{}: {faults:?}", path.display()))?;
        if named == procedure.head.id {
            let file = scenario::read(&text, procedure, calendar);
            files.push((
                short(root, &path),
                file.map_err(|faults| format!("{}: {faults:?}", path.display()))?,
            ));
        }
    }
    Ok(files)
}

/// The tests of every Rust source below a folder.
fn rust(root: &Path, folder: &Path, found: &mut Vec<Test>) -> Result<()> {
    for path in listed(folder)? {
        if path.is_dir() {
            rust(root, &path, found)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.extend(tests(&short(root, &path), &std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// What lies in a folder, in the order of the names.
fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries: std::result::Result<Vec<_>, _> = std::fs::read_dir(folder)?.collect();
    let mut paths: Vec<PathBuf> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn short(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}
