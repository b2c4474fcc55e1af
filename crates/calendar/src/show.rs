//! Moments as people read them.

use jiff::civil::{Date, DateTime, Time};

use crate::{Calendar, Instant, Lang};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Calendar {
    /// For people: `2025年3月10日 14:53`, `10 Mar 2025, 14:53`.
    pub fn show(&self, at: Instant, lang: Lang) -> String {
        let local = self.local(at);
        format!("{}{}", date(local.date(), lang, true), time(local, lang))
    }

    /// A due moment for people. Midnight is shown as the end of the day before: `2025年3月10日24时`,
    /// `10 Mar 2025, 24:00`.
    pub fn show_due(&self, due: Instant, lang: Lang) -> String {
        self.due_text(due, lang, true)
    }

    /// A due moment for people who know the year: `3月10日24时`, `10 Mar, 24:00`.
    pub fn show_due_short(&self, due: Instant, lang: Lang) -> String {
        self.due_text(due, lang, false)
    }

    fn due_text(&self, due: Instant, lang: Lang, year: bool) -> String {
        let local = self.local(due);
        if local.time() != Time::midnight() {
            return format!("{}{}", date(local.date(), lang, year), time(local, lang));
        }
        let end = match lang {
            Lang::Zh => "24时",
            Lang::En => ", 24:00",
        };
        format!("{}{end}", date(self.local(due.plus_ms(-1)).date(), lang, year))
    }
}

/// A day for people: `2025年3月10日`, `10 Mar 2025`.
pub fn show_day(day: Date, lang: Lang) -> String {
    date(day, lang, true)
}

/// A day for people who know the year: `3月10日`, `10 Mar`.
pub fn show_day_short(day: Date, lang: Lang) -> String {
    date(day, lang, false)
}

fn date(local: Date, lang: Lang, year: bool) -> String {
    let (y, month, day) = (local.year(), local.month(), local.day());
    match (lang, year) {
        (Lang::Zh, true) => format!("{y}年{month}月{day}日"),
        (Lang::Zh, false) => format!("{month}月{day}日"),
        (Lang::En, true) => format!("{day} {} {y}", MONTHS[local.month() as usize - 1]),
        (Lang::En, false) => format!("{day} {}", MONTHS[local.month() as usize - 1]),
    }
}

fn time(local: DateTime, lang: Lang) -> String {
    let before = match lang {
        Lang::Zh => " ",
        Lang::En => ", ",
    };
    format!("{before}{:02}:{:02}", local.hour(), local.minute())
}
