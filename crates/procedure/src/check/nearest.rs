//! The word that was probably meant.

/// The candidate with the fewest changes of a letter; `…` where there is none at all.
pub(super) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let best = candidates
        .into_iter()
        .min_by_key(|candidate| distance(word, candidate));
    best.unwrap_or("…").to_owned()
}

/// All candidates in one line.
pub(super) fn list<'a>(candidates: impl IntoIterator<Item = &'a str>) -> String {
    let all: Vec<&str> = candidates.into_iter().collect();
    if all.is_empty() {
        "…".to_owned()
    } else {
        all.join(", ")
    }
}

/// Letters put in, taken out or changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = (corner + usize::from(x != *y)).min(left + 1).min(*cell + 1);
            corner = *cell;
            *cell = here;
            left = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_is_understood() {
        let words = ["accept", "refuse", "pass-up"];
        assert_eq!(nearest("acept", words), "accept");
        assert_eq!(nearest("pass_up", words), "pass-up");
        assert_eq!(nearest("x", []), "…");
    }
}
