//! Whether something was said at all. White space says nothing, and neither do characters that nobody sees.

use crate::{FieldFault, Problem};

/// Shortest reason, in characters: one alone explains nothing.
const SHORTEST_REASON: usize = 2;
/// Longest reason, in characters.
pub(crate) const LONGEST_REASON: usize = 500;

/// Whether there is nothing to read in a text: white space, control characters, marks that only steer how text runs, and
/// letters that are blank.
pub fn says_nothing(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || c.is_control() || unseen(c))
}

/// Format characters (Cf), fillers, blanks and variation selectors of Unicode 16.
fn unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}'
        | '\u{8e2}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
        | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// A reason that somebody gives, trimmed.
///
/// # Errors
/// None at all, one character alone, or one that goes on and on.
pub(crate) fn reason(text: &str) -> Result<&str, Problem> {
    let text = text.trim();
    let chars = text.chars().count();
    let fault = if says_nothing(text) {
        FieldFault::new("reason", "field-empty")
    } else if chars < SHORTEST_REASON {
        FieldFault {
            args: vec![("least", SHORTEST_REASON.to_string())],
            ..FieldFault::new("reason", "field-reason-short")
        }
    } else if chars > LONGEST_REASON {
        FieldFault::too_long("reason", LONGEST_REASON)
    } else {
        return Ok(text);
    };
    Err(Problem::Invalid(vec![fault]))
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn what_nobody_sees_says_nothing() {
        for text in [
            "",
            " \t\n",
            "\u{200b}\u{202e}",
            "\u{200b}\u{3000}",
            "\u{3164}",
            "\u{2800}\u{feff}",
            "\u{115f}\u{ad}",
            "\u{fe0f}",
        ] {
            assert!(says_nothing(text), "{text:?}");
        }
        for text in ["路", "\u{200b}a", "。", "👍\u{fe0f}", "0"] {
            assert!(!says_nothing(text), "{text:?}");
        }
    }
}
