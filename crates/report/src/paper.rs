//! What a document consists of, whatever form it gets.

use crate::Number;
use calendar::Lang;
use jiff::civil::Date;

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Language of its fixed words.
    pub lang: Lang,
    /// Who issues it.
    pub issuer: String,
    /// What it is.
    pub title: String,
    /// Its number; a page that is only put together for reading has none.
    pub number: Option<Number>,
    /// Whom it goes to.
    pub to: Vec<String>,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Who signs it.
    pub signed: Option<Signature>,
    /// What stands under it in small print: the clause behind it, how it was delivered.
    pub notes: Vec<String>,
}

/// One piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A heading within a section.
    Subheading(String),
    /// Text; each of its lines is a paragraph.
    Text(String),
    /// Names with values.
    Pairs(Vec<(String, String)>),
    /// One or several of a few boxes ticked, such as 属实 ☑ 不属实 ☐ 部分属实 ☐.
    Boxes(Vec<(String, bool)>),
    /// A table.
    Table(Table),
    /// What follows begins on a new sheet.
    NewSheet,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows, each as wide as the head.
    pub rows: Vec<Vec<String>>,
}

/// Who signs a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The body that signs.
    pub by: String,
    /// The day.
    pub on: Date,
    /// Whom to ask: name, and phone where there is one.
    pub contact: Option<String>,
}

impl Paper {
    /// A fixed word of documents in its language.
    pub(crate) fn say(&self, key: &str) -> String {
        words::say(self.lang, key, &[])
    }

    /// Whom it goes to, in one line.
    pub(crate) fn addressees(&self) -> Option<String> {
        let end = match self.lang {
            Lang::Zh => "：",
            Lang::En => ":",
        };
        (!self.to.is_empty()).then(|| format!("{}{end}", words::list(self.lang, &self.to)))
    }

    /// The day of the signature.
    pub(crate) fn signed_on(&self) -> Option<String> {
        self.signed.as_ref().map(|signed| day(signed.on, self.lang))
    }

    /// Whom to ask, in one line.
    pub(crate) fn contact(&self) -> Option<String> {
        let contact = self.signed.as_ref()?.contact.as_ref()?;
        Some(words::say(
            self.lang,
            "paper-contact",
            &[("contact", contact.clone())],
        ))
    }
}

/// The lines of a text that hold something.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A day as a document has it: 2026年3月5日.
pub fn day(date: Date, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = (date.year(), date.month(), date.day());
    match lang {
        Lang::Zh => format!("{year}年{month}月{day}日"),
        Lang::En => {
            let name = usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m));
            format!("{day} {} {year}", name.copied().unwrap_or_default())
        }
    }
}
