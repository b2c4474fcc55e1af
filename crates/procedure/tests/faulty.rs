//! Every broken file under `procedures/faulty/` is found broken, in the line and with the code that it expects.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use procedure::Wanted;
use procedure::check::{Finding, Report, Severity, check, check_file};

fn procedures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures")
}

/// The procedure files of a folder, by name.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let mut files: Vec<(String, String)> = entries
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// `line code clause`, as the files write what they expect.
fn shown(finding: &Finding) -> String {
    let clause = finding
        .clause
        .as_ref()
        .map(|c| format!(" {c}"))
        .unwrap_or_default();
    let file = finding.file.as_ref().map(|f| format!("{f}:")).unwrap_or_default();
    format!("{file}{} {}{clause}", finding.line, finding.code)
}

/// Checks a text with what it names: beside the faulty files, or among the shipped ones.
fn checked(text: &str) -> Report {
    let find = |wanted: Wanted<'_>| {
        let name = match wanted {
            Wanted::Rules(id) => format!("rules/{id}.toml"),
            Wanted::Procedure(id) => format!("{id}.toml"),
        };
        let folders = [procedures().join("faulty"), procedures()];
        folders
            .iter()
            .find_map(|f| std::fs::read_to_string(f.join(&name)).ok())
    };
    check_file(text, &find, &["cn"])
}

#[test]
fn each_faulty_file_is_found_faulty_where_it_says() {
    let files = files(&procedures().join("faulty"));
    assert!(files.len() >= 45, "only {} faulty files", files.len());
    let mut wrong = Vec::new();
    for (name, text) in &files {
        let expected: BTreeSet<String> = text
            .lines()
            .filter_map(|line| line.strip_prefix("# expect: "))
            .map(str::to_owned)
            .collect();
        assert!(!expected.is_empty(), "{name} does not say what it expects");
        let found: BTreeSet<String> = checked(text).findings.iter().map(shown).collect();
        if found != expected {
            wrong.push(format!("{name}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fault_that_check_knows_has_a_file_that_shows_it() {
    let expected: BTreeSet<String> = files(&procedures().join("faulty"))
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter_map(|line| line.strip_prefix("# expect: ")?.split(' ').nth(1))
        .map(str::to_owned)
        .collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut known = BTreeSet::new();
    let folder = std::fs::read_dir(source.join("check"))
        .unwrap()
        .map(|e| e.unwrap().path());
    let more = [
        "check.rs",
        "assemble.rs",
        "assemble/fragment.rs",
        "own/tighter.rs",
    ];
    let more = more.map(|name| source.join(name));
    for path in folder.chain(more) {
        let text = std::fs::read_to_string(path).unwrap();
        let codes = text.split('"').filter(|piece| piece.starts_with("check-"));
        known.extend(codes.map(str::to_owned));
    }
    assert!(known.len() > 60, "the codes are no longer where this test looks");
    assert_eq!(expected, known);
}

#[test]
fn the_shipped_procedures_have_no_faults() {
    let files = files(&procedures());
    assert!(!files.is_empty());
    for (name, text) in files {
        let report = checked(&text);
        let faults: Vec<String> = report
            .findings
            .iter()
            .filter(|f| f.severity == Severity::Fault)
            .map(shown)
            .collect();
        assert_eq!(faults, Vec::<String>::new(), "{name}");
        assert!(report.is_clean() && report.procedure.is_some());
    }
}

#[test]
fn advice_alone_leaves_a_file_fit_to_run() {
    let files = files(&procedures().join("faulty"));
    let (_, text) = files
        .iter()
        .find(|(name, _)| name.contains("role-looks"))
        .unwrap();
    let report = check(text, &["cn"]);
    assert!(report.is_clean());
    assert_eq!(report.findings.len(), 1);
}

#[test]
fn several_faults_of_form_are_found_at_once() {
    let text = "[procedure]\nid = \"\"\n[[step]]\nof = \"cases\"\nname = { zh = \"步\" }\n[[acts]]\n";
    let report = check(text, &["cn"]);
    let found: Vec<(usize, &str)> = report.findings.iter().map(|f| (f.line, f.code)).collect();
    for wanted in [
        (2, "check-empty"),
        (1, "check-missing-key"),
        (4, "check-unknown-word"),
        (5, "check-words-missing"),
        (6, "check-unknown-table"),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} not in {found:?}");
    }
    assert!(report.procedure.is_none());
}

#[test]
fn proofs_show_the_shortest_way_to_what_they_found() {
    let files = files(&procedures().join("faulty"));
    let mut shown = 0;
    for (name, text) in &files {
        let Some(expected) = text.lines().find_map(|line| line.strip_prefix("# path: ")) else {
            continue;
        };
        let report = check(text, &["cn"]);
        let paths: Vec<&str> = (report.findings.iter().flat_map(|f| &f.args))
            .filter(|(name, _)| *name == "path")
            .map(|(_, path)| path.as_str())
            .collect();
        assert_eq!(paths, [expected], "{name}");
        shown += 1;
    }
    assert!(shown >= 3, "only {shown} files show a way");
}

/// An empty file, and one that is something else, lack the table that a procedure begins with.
#[test]
fn what_is_no_procedure_is_told_how_one_begins() {
    for text in ["", "[calendar]\nid = \"cn\"\n"] {
        let report = check(text, &["cn"]);
        let found = report.findings.iter().find(|f| f.code == "check-missing-table");
        let key = found.expect(text).args.iter().find(|(name, _)| *name == "key");
        assert_eq!(key.map(|(_, key)| key.as_str()), Some("procedure"));
    }
}
