//! How wide a text is, without a font: a Chinese character counts as 1 em.

/// The width of a text in em, rather too much than too little.
pub fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

fn em(c: char) -> f64 {
    match c {
        ' ' => 0.28,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '(' | ')' | '[' | ']' | 'I' | 't' | 'f'
        | 'r' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' => 0.92,
        'A'..='Z' => 0.72,
        ' '..='~' => 0.59,
        _ => 1.0,
    }
}

/// The width in pixels at a font size.
pub fn width(text: &str, size: f64) -> f64 {
    ems(text) * size
}

/// The text, or as much of it as has room, with an ellipsis.
pub fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if width(&kept, size) + (em(c) + 1.0) * size > room {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// Signs that no line may begin with.
const CLOSING: &str = "，。、；：？！）》」』”’…·,.;:?!)]";

/// Breaks a text into lines no wider than `room` pixels, the first no wider than `first`.
pub(super) fn wrap(text: &str, size: f64, first: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for piece in pieces(text) {
        let limit = if lines.len() == 1 { first } else { room };
        let Some(line) = lines.last_mut() else { break };
        let joined = width(line, size) + width(piece.trim_end(), size);
        let stays = piece.starts_with(|c| CLOSING.contains(c)) && !line.is_empty();
        if joined <= limit || stays {
            line.push_str(piece);
        } else {
            lines.push(piece.trim_start().to_owned());
        }
    }
    lines.iter().map(|l| l.trim_end().to_owned()).collect()
}

/// Words with the blank after them, and Chinese characters one by one.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        let breaks = !c.is_ascii() || c == ' ' || next.is_some_and(|n| !n.is_ascii());
        if breaks || next.is_none() {
            pieces.push(text.get(start..end).unwrap_or_default());
            start = end;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{ems, wrap};

    #[test]
    fn a_chinese_character_is_one_em() {
        assert!((ems("待受理") - 3.0).abs() < 1e-9);
    }

    #[test]
    fn lines_break_between_characters_and_words_but_not_before_a_comma() {
        assert_eq!(wrap("一二三四，五六", 10.0, 40.0, 40.0), ["一二三四，", "五六"]);
        assert_eq!(wrap("sign for it", 10.0, 40.0, 40.0), ["sign for", "it"]);
    }
}
