//! A mapping file: which column of the table is which field, for tables whose headers are not known.

use std::collections::BTreeMap;

use crate::{Field, LedgerError};

/// Fields and the headers of their columns, as `received = "来电时刻"` in TOML. What it does not name is
/// looked for by the usual headers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<Field, String>);

impl Mapping {
    /// Reads a mapping file. Fails if it is not TOML, names a field that there is not, or a column twice.
    pub fn from_toml(text: &str) -> Result<Self, LedgerError> {
        let table: toml::Table =
            text.parse()
                .map_err(|error: toml::de::Error| LedgerError::MappingSyntax {
                    line: error.span().map_or(1, |span| {
                        text.get(..span.start)
                            .map_or(1, |head| head.lines().count().max(1))
                    }),
                })?;
        let mut columns = BTreeMap::new();
        for (name, value) in table {
            let Some(field) = Field::ALL.into_iter().find(|field| field.name() == name) else {
                return Err(LedgerError::MappingField { field: name });
            };
            let toml::Value::String(column) = value else {
                return Err(LedgerError::MappingValue { field: name });
            };
            if columns.values().any(|taken| *taken == column) {
                return Err(LedgerError::MappingTwice { column });
            }
            columns.insert(field, column);
        }
        Ok(Self(columns))
    }

    pub(crate) fn columns(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, column)| (*field, column.as_str()))
    }
}
