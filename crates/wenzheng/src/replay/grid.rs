//! A table on the terminal: columns that stand under one another, Chinese characters counted as two.

/// Lines of cells, the first cell of each to the left and all others to the right.
pub(super) fn lines(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells.map(|cell| width(cell)).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..columns).map(widest).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let padded = cells.map(|(at, (cell, wide))| {
            let blanks = " ".repeat(wide.saturating_sub(width(cell)));
            if at == 0 {
                format!("{cell}{blanks}")
            } else {
                format!("{blanks}{cell}")
            }
        });
        format!("  {}", padded.collect::<Vec<_>>().join("  "))
            .trim_end()
            .to_owned()
    };
    rows.iter().map(line).collect()
}

/// How many places a text takes.
fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}');
    text.chars().map(|c| if wide(c) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn chinese_and_latin_cells_end_at_the_same_place() {
        let rows =
            [["单位", "件数"], ["A", "7"], ["水务局", "12"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            lines(&rows),
            ["  单位    件数", "  A          7", "  水务局    12"]
        );
    }
}
