//! Puts own rules into the text of the procedure that they extend, and keeps for every line whose it is.

use super::read::Own;
use super::read::OwnEnded;
use crate::assemble::{Assembled, Pieces};
use crate::check::Finding;
use crate::read::{hash, line_of};
use crate::{Procedure, read};
use toml::de::{DeTable, DeValue};

/// The procedure that is extended.
pub(super) struct Parent<'a> {
    pub(super) text: &'a str,
    pub(super) procedure: Procedure,
}

/// Where something stands in a text.
fn rows<'a>(root: &'a DeTable<'a>, section: &str) -> impl Iterator<Item = (usize, &'a DeTable<'a>)> {
    let list = root.get(section).and_then(|list| list.get_ref().as_array());
    let rows = list.into_iter().flat_map(|list| list.iter());
    rows.filter_map(|row| Some((row.span().start, row.get_ref().as_table()?)))
}

/// The position behind the line that holds `at`.
fn behind_line(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|rest| rest.find('\n'))
        .map_or(text.len(), |end| at + end + 1)
}

/// The position behind the opening bracket of a list.
fn into_list(row: &DeTable<'_>, key: &str) -> Option<usize> {
    let value = row.get(key)?;
    matches!(value.get_ref(), DeValue::Array(_)).then(|| value.span().start + 1)
}

impl<'a> Parent<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self, Vec<Finding>> {
        let procedure = read(text).map_err(|fault| {
            vec![Finding::fault(
                fault.line,
                "check-syntax",
                vec![("message", fault.what)],
            )]
        })?;
        Ok(Self { text, procedure })
    }

    /// Where a table of a section stands, as `suqian-12345:812`.
    pub(super) fn place(&self, section: &str, index: usize) -> String {
        let (root, _) = DeTable::parse_recoverable(self.text);
        let at = rows(root.get_ref(), section).nth(index).map_or(0, |(at, _)| at);
        format!("{}:{}", self.procedure.head.id, line_of(self.text, at))
    }

    /// The whole with the own rules in it.
    pub(super) fn with(&self, all: &[Own<'_>], ended: Option<&OwnEnded>) -> Assembled {
        let (root, _) = DeTable::parse_recoverable(self.text);
        let root = root.get_ref();
        let mut pieces = Pieces::of(self.text);
        if all.is_empty() && ended.is_none() {
            return pieces.build();
        }
        self.head(root, all, ended, &mut pieces);
        for (index, (at, row)) in rows(root, "clock").enumerate() {
            let id = self.procedure.clocks.get(index).map(|clock| clock.id.as_str());
            let entries: Vec<_> = all
                .iter()
                .flat_map(|own| alternatives(own, id.unwrap_or_default()))
                .collect();
            put_list(&mut pieces, self.text, (at, row), "limits", entries);
        }
        for (index, (at, row)) in rows(root, "role").enumerate() {
            let id = self.procedure.roles.get(index).map(|role| role.id.as_str());
            let entries: Vec<_> = all
                .iter()
                .flat_map(|own| narrowed(own, id.unwrap_or_default()))
                .collect();
            put_list(&mut pieces, self.text, (at, row), "narrowed", entries);
        }
        for own in all {
            self.behind(own, &mut pieces);
        }
        pieces.build()
    }

    /// What the head says: whose own rules the text holds, whose ended, and of which text it was made.
    fn head(&self, root: &DeTable<'_>, all: &[Own<'_>], ended: Option<&OwnEnded>, pieces: &mut Pieces<'_>) {
        let Some((key, _)) = root.get_key_value("procedure") else {
            return;
        };
        let at = behind_line(self.text, key.span().start);
        let first = all.first().map(|own| own.rules.id.as_str());
        let name = first.or(ended.map(|own| own.id.as_str())).unwrap_or_default();
        pieces.insert(
            at,
            name,
            1,
            format!("parent = \"{}\"\nown_rules = [\n", hash(self.text)),
        );
        for own in all {
            pieces.insert(at, &own.rules.id, 1, format!("  {},\n", told(&own.rules)));
        }
        pieces.insert(at, name, 1, "]\n".to_owned());
        if let Some(own) = ended {
            pieces.insert(at, &own.id, 1, format!("own_ended = [{}]\n", told(own)));
        }
    }

    /// Clauses, clocks, demands, rungs and norms of the unit's own, each under the condition that the work order is the unit's.
    fn behind(&self, own: &Own<'_>, pieces: &mut Pieces<'_>) {
        let (root, _) = DeTable::parse_recoverable(own.text);
        let root = root.get_ref();
        let id = own.rules.id.as_str();
        pieces.behind(
            id,
            1,
            false,
            format!("\n# ── own rules: {id} ({}) ──\n", own.rules.unit),
        );
        let mut starts: Vec<usize> = root
            .iter()
            .flat_map(|(key, _)| rows(root, key.get_ref()))
            .map(|r| r.0)
            .collect();
        starts.extend(root.get_key_value("procedure").map(|(key, _)| key.span().start));
        starts.sort_unstable();
        let mut tables: Vec<(usize, &str, &DeTable<'_>)> = Vec::new();
        for section in ["clause", "clock", "demand", "rung", "norm"] {
            tables.extend(rows(root, section).map(|(at, row)| (at, section, row)));
        }
        tables.sort_by_key(|(at, ..)| *at);
        for (at, section, row) in tables {
            let known = row
                .get("id")
                .and_then(|id| id.get_ref().as_str())
                .unwrap_or_default();
            if section == "clock" && self.procedure.clock(known).is_some() {
                continue;
            }
            let end = starts.iter().find(|start| **start > at).copied();
            let end = end.map_or(own.text.len(), |next| {
                own.text
                    .get(..next)
                    .and_then(|t| t.rfind('\n'))
                    .map_or(next, |n| n + 1)
            });
            let unit = &own.rules.unit;
            let put = match (section, into_list(row, "if")) {
                ("clock" | "demand", Some(list)) => Some((list, format!("\"order.unit = {unit}\", "))),
                ("clock" | "demand", None) => Some((
                    behind_line(own.text, at),
                    format!("if = [\"order.unit = {unit}\"]\n"),
                )),
                ("rung" | "norm", _) => Some((behind_line(own.text, at), format!("unit = \"{unit}\"\n"))),
                _ => None,
            };
            let part = |from: usize, to: usize| own.text.get(from..to).unwrap_or_default().to_owned();
            let split = put.as_ref().map_or(end, |(split, _)| *split);
            pieces.behind(id, line_of(own.text, at), true, part(at, split));
            if let Some((split, text)) = put {
                pieces.behind(id, line_of(own.text, at), false, text);
                pieces.behind(id, line_of(own.text, split), true, part(split, end));
            }
            pieces.behind(id, line_of(own.text, at), false, "\n".to_owned());
        }
    }
}

/// An entry of a list in the procedure's text: of which file and line, and what.
type Entry<'a> = (&'a str, usize, String);

/// Puts entries at the beginning of a list of a table, or makes the list.
fn put_list(
    pieces: &mut Pieces<'_>,
    text: &str,
    (at, row): (usize, &DeTable<'_>),
    key: &str,
    entries: Vec<Entry<'_>>,
) {
    let Some((name, line, _)) = entries.first() else {
        return;
    };
    let (name, line) = ((*name).to_owned(), *line);
    let list = into_list(row, key);
    let at = list.unwrap_or_else(|| behind_line(text, at));
    let begin = if list.is_some() {
        "\n".to_owned()
    } else {
        format!("{key} = [\n")
    };
    pieces.insert(at, &name, line, begin);
    for (name, line, entry) in entries {
        pieces.insert(at, name, line, format!("  {entry},\n"));
    }
    if list.is_none() {
        pieces.insert(at, &name, line, "]\n".to_owned());
    }
}

/// The alternatives of a clock: those on conditions first, then the plain limit.
fn alternatives<'a>(own: &'a Own<'_>, id: &str) -> Vec<Entry<'a>> {
    let unit = &own.rules.unit;
    let clocks = own.tables.clocks.iter().filter(|clock| clock.get_ref().id == id);
    let entries = clocks.flat_map(|clock| {
        let line = own.line(clock.span().start);
        let clock = clock.get_ref();
        let clause = |own: Option<&crate::ClauseId>| {
            let clause = own.or(clock.clause.as_ref());
            clause.map(|c| format!(", clause = \"{c}\"")).unwrap_or_default()
        };
        let entry = move |conditions: &[crate::Condition], limit, clause: String| {
            let more: String = conditions.iter().map(|c| format!(", \"{c}\"")).collect();
            let text = format!("{{ if = [\"order.unit = {unit}\"{more}], limit = \"{limit}\"{clause} }}");
            (own.rules.id.as_str(), line, text)
        };
        let on = clock
            .limits
            .iter()
            .map(move |l| entry(&l.only_if, l.limit, clause(l.clause.as_ref())));
        let plain = clock
            .limit
            .iter()
            .map(move |limit| entry(&[], *limit, clause(None)));
        on.chain(plain).collect::<Vec<_>>()
    });
    entries.collect()
}

fn narrowed<'a>(own: &'a Own<'_>, id: &str) -> Vec<Entry<'a>> {
    let roles = own.tables.roles.iter().filter(|role| role.get_ref().id == id);
    let entries = roles.map(|role| {
        let (line, role) = (own.line(role.span().start), role.get_ref());
        let sees = crate::vocabulary::word(role.sees);
        let clause = role
            .clause
            .as_ref()
            .map(|c| format!(", clause = \"{c}\""))
            .unwrap_or_default();
        let text = format!("{{ unit = \"{}\", sees = \"{sees}\"{clause} }}", own.rules.unit);
        (own.rules.id.as_str(), line, text)
    });
    entries.collect()
}

fn told(own: &impl serde::Serialize) -> String {
    toml::Value::try_from(own)
        .map(|value| value.to_string())
        .unwrap_or_default()
}
