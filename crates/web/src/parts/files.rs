//! The files of a case as a page lists them: those of the message by their names, the others with what they came with.

use super::act_names::did_name;
use crate::shell::T;
use office::view::CaseView;

/// Address and name of each; `here` is the address of the case's page.
pub fn files(t: T, view: &CaseView, here: &str) -> Vec<(String, String)> {
    let line = |file: &office::view::CaseFile| {
        let mut name = file.name.clone()?;
        if file.seq > 1 {
            let entry = view.timeline.iter().find(|entry| entry.seq == file.seq)?;
            let what = did_name(t, &view.adopted.procedure, &entry.act);
            let at = view.adopted.calendar.show(file.at, t.lang());
            name = t.args("shell-file-of", &[("name", name), ("what", what), ("at", at)]);
        }
        Some((format!("{here}/file/{}", file.file.id), name))
    };
    view.files.iter().filter_map(line).collect()
}
