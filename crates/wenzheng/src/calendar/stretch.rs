//! Days that follow one another and are the same, on one line.

use jiff::civil::Date;

/// One line per stretch: `  2026-10-01 – 2026-10-07  国庆节`.
pub(super) fn stretches(days: impl Iterator<Item = (Date, String)>) -> Vec<String> {
    let mut found: Vec<(Date, Date, String)> = Vec::new();
    for (date, what) in days {
        match found.last_mut() {
            Some((_, last, same)) if *same == what && last.tomorrow().is_ok_and(|next| next == date) => {
                *last = date
            }
            _ => found.push((date, date, what)),
        }
    }
    let line = |(first, last, what)| {
        if first == last {
            format!("  {first}  {what}")
        } else {
            format!("  {first} – {last}  {what}")
        }
    };
    found.into_iter().map(line).collect()
}
