//! What became of the rows: counts for everybody, lines and reasons for those that were not taken.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use ::calendar::Lang;
use indicatif::ProgressBar;
use office::import::{Fate, Line, Tally};
use serde::Serialize;
use words::say;

/// Rows listed on the screen; all of them stand in the file.
const SHOWN: usize = 20;

/// A row that was not taken.
#[derive(Debug, Serialize)]
struct Left {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    code: &'static str,
    reason: String,
}

/// Collects while the import runs.
pub(super) struct Report {
    lang: Lang,
    file: Option<BufWriter<File>>,
    shown: Vec<Left>,
    rows: u64,
}

#[derive(Serialize)]
struct Json<'a> {
    #[serde(flatten)]
    tally: &'a Tally,
    dry_run: bool,
    /// The first rows that were not taken.
    not_taken: &'a [Left],
}

impl Report {
    /// Opens the file for all rows that are not taken, before anything is imported.
    pub(super) fn open(path: Option<&Path>, lang: Lang) -> Result<Self, String> {
        let file = path.map(|path| {
            File::create(path).map(BufWriter::new).map_err(|error| {
                let args = [
                    ("file", path.display().to_string()),
                    ("reason", crate::fault::reason(&error, lang)),
                ];
                say(lang, "commands-file-unwritable", &args)
            })
        });
        Ok(Self {
            lang,
            file: file.transpose()?,
            shown: Vec::new(),
            rows: 0,
        })
    }

    /// Hears of one row.
    pub(super) fn take(&mut self, line: &Line, bar: &ProgressBar) {
        self.rows += 1;
        bar.set_message(say(
            self.lang,
            "commands-import-rows",
            &[("count", self.rows.to_string())],
        ));
        let Some(left) = left(line, self.lang) else {
            return;
        };
        if let Some(file) = &mut self.file {
            let number = left.number.as_deref().unwrap_or_default();
            // Whatever is wrong with the file shows when it is flushed.
            let _ = writeln!(file, "{}\t{number}\t{}", left.line, left.reason);
        }
        if self.shown.len() < SHOWN {
            self.shown.push(left);
        }
    }

    /// Prints what became of the rows.
    pub(super) fn finish(self, tally: &Tally, json: bool, dry_run: bool) -> Result<(), String> {
        if let Some(mut file) = self.file {
            file.flush().map_err(|error| error.to_string())?;
        }
        if json {
            let all = Json {
                tally,
                dry_run,
                not_taken: &self.shown,
            };
            let text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
            println!("{text}");
            return Ok(());
        }
        for left in &self.shown {
            eprintln!("{}", left.reason);
        }
        let more = (tally.bad + tally.changed).saturating_sub(self.shown.len() as u64);
        if more > 0 {
            let args = [("count", more.to_string())];
            eprintln!("{}", say(self.lang, "commands-import-more", &args));
        }
        let key = if dry_run {
            "commands-import-would"
        } else {
            "commands-import-done"
        };
        let args = [
            ("rows", tally.rows.to_string()),
            ("history", tally.history.to_string()),
            ("new", tally.new.to_string()),
            ("same", tally.same.to_string()),
            ("changed", tally.changed.to_string()),
            ("bad", tally.bad.to_string()),
        ];
        println!("{}", say(self.lang, key, &args));
        Ok(())
    }
}

/// The line and the reason, for a row that was not taken.
fn left(line: &Line, lang: Lang) -> Option<Left> {
    let at = |reason: String| {
        let args = [("line", line.line.to_string()), ("reason", reason)];
        say(lang, "commands-import-line", &args)
    };
    let (code, reason) = match &line.fate {
        Fate::Entered | Fate::Same => return None,
        Fate::Changed => {
            let number = ("number", line.number.clone().unwrap_or_default());
            ("import-changed", at(say(lang, "import-changed", &[number])))
        }
        Fate::Bad(reason) => {
            let text = say(lang, reason.code, &reason.args);
            // What is wrong with the table says its line itself.
            let text = if reason.args.iter().any(|(name, _)| *name == "line") {
                text
            } else {
                at(text)
            };
            (reason.code, text)
        }
    };
    Some(Left {
        line: line.line,
        number: line.number.clone(),
        code,
        reason,
    })
}
