//! The numbers as tables: each limit on a line, then the months, units and kinds.

use ::calendar::{Lang, Limit};
use ::replay::{Cell, Group, Limited};
use words::say;

use super::legend::{letter, limit};
use super::{Measured, grid};

/// Units or kinds shown on the screen; all of them stand in the JSON.
const SHOWN: usize = 20;

impl Measured<'_> {
    /// Every limit over the whole ledger.
    pub(super) fn summary(&self, lang: Lang) -> Vec<String> {
        let heads = [
            say(lang, "replay-head-column", &[]),
            say(lang, "replay-head-limit", &[]),
            say(lang, "replay-head-rows", &[]),
            say(lang, "replay-head-in-time", &[]),
            say(lang, "replay-head-rate", &[]),
            say(lang, "replay-head-late", &[]),
            say(lang, "replay-head-median", &[]),
            say(lang, "replay-head-p90", &[]),
            say(lang, "replay-head-worst", &[]),
        ];
        let mut rows = vec![heads.to_vec()];
        for (at, (column, cell)) in self
            .replay
            .columns
            .iter()
            .zip(&self.replay.total.cells)
            .enumerate()
        {
            let by = |amount: Option<u32>| match amount.zip(column.unit()) {
                Some((amount, unit)) => limit(Limit { amount, unit }, lang),
                None => "–".to_owned(),
            };
            rows.push(vec![
                letter(at),
                match &column.limited {
                    Limited::By { limit: own, .. } => limit(*own, lang),
                    Limited::ByKind => say(lang, "replay-by-kind", &[]),
                },
                (cell.in_time + cell.late).to_string(),
                cell.in_time.to_string(),
                rate(cell),
                cell.late.to_string(),
                by(cell.by.map(|by| by.median)),
                by(cell.by.map(|by| by.p90)),
                by(cell.by.map(|by| by.worst)),
            ]);
        }
        let mut lines = grid::lines(&rows);
        for (at, cell) in self.replay.total.cells.iter().enumerate() {
            if cell.past_due > 0 {
                let args = [("column", letter(at)), ("count", cell.past_due.to_string())];
                lines.push(format!("  {}", say(lang, "replay-past-due", &args)));
            }
        }
        lines
    }

    /// One line for each group, with three figures for each column.
    pub(super) fn table(&self, title: String, groups: &[Group], lang: Lang) -> Vec<String> {
        let heads = self.replay.columns.iter().enumerate();
        let heads = heads.flat_map(|(at, _)| [letter(at), "%".to_owned(), "+".to_owned()]);
        let rows = say(lang, "replay-head-rows", &[]);
        let mut table: Vec<Vec<String>> = vec![[String::new(), rows].into_iter().chain(heads).collect()];
        for group in groups {
            let name = match group.name.as_str() {
                "" => say(lang, "replay-empty", &[]),
                name => name.to_owned(),
            };
            let cells = group.cells.iter().flat_map(|cell| {
                let by = cell.by.map_or_else(|| "–".to_owned(), |by| by.median.to_string());
                [cell.in_time.to_string(), rate(cell), by]
            });
            table.push([name, group.rows.to_string()].into_iter().chain(cells).collect());
        }
        let mut lines = vec![String::new(), title];
        lines.extend(grid::lines(&table));
        lines
    }

    /// The largest groups, and how many more there are.
    pub(super) fn largest(&self, title: String, groups: &[Group], lang: Lang) -> Vec<String> {
        let shown = groups.get(..SHOWN).unwrap_or(groups);
        let mut lines = self.table(title, shown, lang);
        let more = groups.len() - shown.len();
        if more > 0 {
            let args = [("count", more.to_string())];
            lines.push(format!("  {}", say(lang, "replay-more-groups", &args)));
        }
        lines
    }
}

/// Part in time, in percent.
fn rate(cell: &Cell) -> String {
    match cell.in_time + cell.late {
        0 => "–".to_owned(),
        all => format!("{:.1}%", cell.in_time as f64 * 100.0 / all as f64),
    }
}
