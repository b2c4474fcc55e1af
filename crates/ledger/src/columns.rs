//! Which column of a table is which field.

use std::collections::BTreeMap;

use crate::record::{Record, clean};
use crate::{Field, LedgerError, Mapping};

/// A header that was understood.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    headers: Vec<String>,
    fields: BTreeMap<Field, usize>,
}

impl Columns {
    /// Reads a record as a header: a mapping goes first, then the usual names.
    pub(crate) fn read(record: &Record, mapping: &Mapping) -> Self {
        let headers: Vec<String> = record.cells.iter().map(|cell| clean(&cell.to_text())).collect();
        let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
        let mut fields: BTreeMap<Field, usize> = BTreeMap::new();
        for (field, column) in mapping.columns() {
            let found = headers.iter().position(|header| header == column);
            let found = found.or_else(|| plain.iter().position(|header| *header == self::plain(column)));
            fields.extend(found.map(|at| (field, at)));
        }
        let mapped: Vec<Field> = mapping.columns().map(|(field, _)| field).collect();
        for field in Field::ALL.into_iter().filter(|field| !mapped.contains(field)) {
            let free = |at: &usize| !fields.values().any(|taken| taken == at);
            let found = field
                .headers()
                .iter()
                .find_map(|name| plain.iter().position(|header| header == name).filter(free));
            fields.extend(found.map(|at| (field, at)));
        }
        Self { headers, fields }
    }

    /// Whether no header holds a letter or a digit.
    pub(crate) fn is_blank(&self) -> bool {
        self.headers.iter().all(|header| plain(header).is_empty())
    }

    /// How many columns were understood.
    pub(crate) fn known(&self) -> usize {
        self.fields.len()
    }

    /// Fails if a column that is required, or that the mapping names, is not there.
    pub(crate) fn check(&self, mapping: &Mapping, required: &[Field]) -> Result<(), LedgerError> {
        let found = || {
            self.headers
                .iter()
                .filter(|h| !h.is_empty())
                .take(30)
                .cloned()
                .collect::<Vec<_>>()
        };
        for (field, column) in mapping.columns() {
            if !self.fields.contains_key(&field) {
                let column = column.to_owned();
                return Err(LedgerError::MappingColumn {
                    field,
                    column,
                    found: found(),
                });
            }
        }
        let missing: Vec<Field> = required
            .iter()
            .copied()
            .filter(|field| !self.fields.contains_key(field))
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(LedgerError::Columns {
                missing,
                found: found(),
            })
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.headers.len()
    }

    pub(crate) fn position(&self, field: Field) -> Option<usize> {
        self.fields.get(&field).copied()
    }

    /// The header over a field's column, as it stands in the table.
    pub(crate) fn header(&self, field: Field) -> Option<&str> {
        self.position(field)
            .and_then(|at| self.headers.get(at))
            .map(String::as_str)
    }

    /// Columns that are no field: position and header.
    pub(crate) fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        let other = |at: &usize| !self.fields.values().any(|taken| taken == at);
        self.headers
            .iter()
            .enumerate()
            .filter(move |(at, _)| other(at))
            .map(|(at, header)| (at, header.as_str()))
    }
}

/// A header without what people add to it: spaces, signs, full-width forms, a remark in brackets.
fn plain(header: &str) -> String {
    let head = header.split(['(', '（', '[', '【']).next().unwrap_or(header);
    let head = if head.trim().is_empty() { header } else { head };
    head.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
