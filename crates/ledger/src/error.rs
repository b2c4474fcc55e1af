//! What is wrong with a whole table or its mapping file, so that no row can be read.

use crate::Field;

/// Why a table cannot be read at all. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    Source(#[from] std::io::Error),
    /// There is nothing in it.
    #[error("the table is empty")]
    Empty,
    /// Neither text nor a workbook.
    #[error("neither a CSV nor an XLSX")]
    NotATable,
    /// A workbook of the old format (.xls).
    #[error("an old workbook (.xls); save it as .xlsx or .csv")]
    OldWorkbook,
    /// A workbook that unpacks to more than can be read, or holds names that lead out of it.
    #[error("the workbook unpacks to more than a gigabyte, or is no workbook")]
    Unpacks,
    /// A workbook that is damaged.
    #[error("the workbook is damaged: {0}")]
    Workbook(String),
    /// Columns without which there is no case were not found.
    #[error("no column for {missing:?} among {found:?}")]
    Columns {
        /// Fields without a column.
        missing: Vec<Field>,
        /// Headers that were found.
        found: Vec<String>,
    },
    /// The mapping file is not TOML.
    #[error("the mapping file is not TOML in line {line}")]
    MappingSyntax {
        /// Line of the mapping file, from 1.
        line: usize,
    },
    /// The mapping file names a field that there is not.
    #[error("the mapping names a field {field:?} that there is not")]
    MappingField {
        /// What it names.
        field: String,
    },
    /// A field of the mapping file is not given the header of a column.
    #[error("the mapping gives the field {field:?} no header")]
    MappingValue {
        /// The field.
        field: String,
    },
    /// The mapping file gives one column to two fields.
    #[error("the mapping gives the column {column:?} to two fields")]
    MappingTwice {
        /// The header.
        column: String,
    },
    /// The mapping file names a column that the table has not.
    #[error("no column {column:?} for {field:?} among {found:?}")]
    MappingColumn {
        /// The field.
        field: Field,
        /// The header that it was to have.
        column: String,
        /// Headers that were found.
        found: Vec<String>,
    },
}

impl LedgerError {
    /// Key of the message in the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Source(_) => "ledger-source",
            Self::Empty => "ledger-empty",
            Self::NotATable => "ledger-not-a-table",
            Self::OldWorkbook => "ledger-old-workbook",
            Self::Unpacks => "ledger-unpacks",
            Self::Workbook(_) => "ledger-workbook",
            Self::Columns { .. } => "ledger-columns",
            Self::MappingSyntax { .. } => "ledger-mapping-syntax",
            Self::MappingField { .. } => "ledger-mapping-field",
            Self::MappingValue { .. } => "ledger-mapping-value",
            Self::MappingTwice { .. } => "ledger-mapping-twice",
            Self::MappingColumn { .. } => "ledger-mapping-column",
        }
    }

    /// Arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty | Self::NotATable | Self::OldWorkbook | Self::Unpacks => Vec::new(),
            Self::Source(error) => vec![("error", error.to_string())],
            Self::Workbook(error) => vec![("error", error.clone())],
            Self::Columns { missing, found } => {
                let fields = missing
                    .iter()
                    .map(|field| field.name())
                    .collect::<Vec<_>>()
                    .join(", ");
                let example = missing
                    .iter()
                    .filter_map(|field| field.headers().first().copied());
                let example = example.collect::<Vec<_>>().join(", ");
                let first = missing.first();
                let field = first.map_or("", |field| field.name());
                let header = first.and_then(|field| field.headers().first().copied());
                let mapped = format!("{field} = \"{}\"", header.unwrap_or_default());
                vec![
                    ("fields", fields),
                    ("example", example),
                    ("mapped", mapped),
                    ("found", found.join(", ")),
                ]
            }
            Self::MappingSyntax { line } => vec![("line", line.to_string())],
            Self::MappingField { field } => {
                let known = Field::ALL.map(Field::name).join(", ");
                vec![("field", field.clone()), ("known", known)]
            }
            Self::MappingValue { field } => vec![("field", field.clone())],
            Self::MappingTwice { column } => vec![("column", column.clone())],
            Self::MappingColumn { field, column, found } => {
                let field = field.name().to_owned();
                vec![
                    ("field", field),
                    ("column", column.clone()),
                    ("found", found.join(", ")),
                ]
            }
        }
    }
}
