//! `wenzheng procedure test`: scenario files played on a procedure.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ::calendar::{Calendar, Lang, SHIPPED};
use scenario::{Fault, Scenario};
use serde_json::{Value as Json, json};
use words::say;

use super::{USAGE, source};

/// The files to play.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Scenario files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Id of a shipped procedure, or name of a file, to play them on instead of the one that they name
    #[arg(long, value_name = "PROCEDURE")]
    procedure: Option<String>,
    /// Print the results as JSON
    #[arg(long)]
    json: bool,
}

/// 0: all passed. 1: a scenario failed. 2: a file could not be played.
pub(super) fn run(args: &Args, lang: Lang) -> ExitCode {
    let mut said = Said {
        lang,
        rows: args.json.then(Vec::new),
        passed: 0,
        failed: 0,
        worst: 0,
    };
    for path in &args.files {
        if let Err(faults) = said.file(path, args.procedure.as_deref()) {
            said.worst = USAGE;
            faults.iter().for_each(|fault| eprintln!("{fault}"));
        }
    }
    said.end();
    ExitCode::from(said.worst)
}

/// What is said of the scenarios, and how many there were.
struct Said {
    lang: Lang,
    /// The rows of `--json`; lines are printed at once without it.
    rows: Option<Vec<Json>>,
    passed: usize,
    failed: usize,
    worst: u8,
}

impl Said {
    fn file(&mut self, path: &Path, procedure: Option<&str>) -> Result<(), Vec<String>> {
        let lang = self.lang;
        let faulty = |faults: Vec<Fault>| {
            faults
                .iter()
                .map(|fault| line(path, fault, lang))
                .collect::<Vec<_>>()
        };
        let text = source::text(path, lang).map_err(|fault| vec![fault])?;
        let id = scenario::procedure_of(&text).map_err(faulty)?;
        let procedure = source::named(procedure.unwrap_or(&id), lang).map_err(|fault| vec![fault])?;
        let calendar = Calendar::from_toml(SHIPPED).map_err(|error| vec![error.to_string()])?;
        let file = scenario::read(&text, &procedure, &calendar).map_err(faulty)?;
        for scenario in &file.scenarios {
            let faults = scenario.run(&procedure, &calendar);
            self.scenario(path, scenario, &faults);
        }
        Ok(())
    }

    fn scenario(&mut self, path: &Path, scenario: &Scenario, faults: &[Fault]) {
        let passed = faults.is_empty();
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
            self.worst = self.worst.max(1);
        }
        let lines: Vec<String> = faults.iter().map(|fault| line(path, fault, self.lang)).collect();
        if let Some(rows) = &mut self.rows {
            rows.push(json!({
                "file": path.display().to_string(),
                "line": scenario.line,
                "name": scenario.name,
                "clauses": scenario.clauses,
                "passed": passed,
                "faults": faults,
                "said": lines,
            }));
            return;
        }
        let args = [
            ("name", scenario.name.clone()),
            ("clauses", scenario.clauses.join(", ")),
        ];
        if passed {
            println!("{}", say(self.lang, "scenario-passed", &args));
        } else {
            println!("{}", say(self.lang, "scenario-failed", &args));
            lines.iter().for_each(|line| println!("    {line}"));
        }
    }

    fn end(&self) {
        match &self.rows {
            Some(rows) => println!("{:#}", Json::from(rows.clone())),
            // no file could be played, and of each it was said why
            None if self.passed + self.failed == 0 && self.worst > 0 => {}
            None => {
                let args = [
                    ("passed", self.passed.to_string()),
                    ("failed", self.failed.to_string()),
                ];
                println!("{}", say(self.lang, "scenario-sum", &args));
            }
        }
    }
}

/// `file:line: what is wrong`.
fn line(path: &Path, fault: &Fault, lang: Lang) -> String {
    format!(
        "{}:{}: {}",
        path.display(),
        fault.line,
        say(lang, fault.code, &fault.args)
    )
}
