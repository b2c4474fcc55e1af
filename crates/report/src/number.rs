//! The number of a document: series, year, and a count that begins with 1 in each.

use std::fmt;

/// Such as 督办〔2026〕12号.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// The words of the series, such as 督办.
    pub series: String,
    /// The year of issue.
    pub year: i16,
    /// From 1 in each year.
    pub no: u64,
}

impl fmt::Display for Number {
    /// As it is written on the document in either language: a number is a name and is not translated.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.series, self.year, self.no)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn a_number_is_written_as_official_documents_do() {
        let number = Number {
            series: "督办".to_owned(),
            year: 2026,
            no: 12,
        };
        assert_eq!(number.to_string(), "督办〔2026〕12号");
    }
}
