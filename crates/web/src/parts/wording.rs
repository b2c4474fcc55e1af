//! Other words for the few nouns of screens, where a procedure has its own: 留言 for 诉求, 网民 for 群众.

use crate::shell::T;
use calendar::Lang;
use procedure::Procedure;
use procedure::model::Noun;

/// A heading or label in the words of the procedure.
pub(crate) fn reworded(t: T, rules: &Procedure, text: String) -> String {
    let replace = |text: String, wording: &procedure::model::Wording| match (usual(t, wording.key), t.lang())
    {
        (Some(usual), Lang::Zh) => text.replace(&usual, &wording.zh),
        (Some(usual), Lang::En) => replace_word(&text, &usual, &wording.en),
        (None, _) => text,
    };
    rules.wording.iter().fold(text, replace)
}

/// The noun as the catalogue has it; the name of the service stands in the frame alone.
fn usual(t: T, noun: Noun) -> Option<String> {
    Some(match noun {
        Noun::Case => t.say("noun-case"),
        Noun::Citizen => t.say("noun-citizen"),
        Noun::Unit => t.say("noun-unit"),
        Noun::Office => t.say("noun-office"),
        Noun::Reply => t.say("noun-reply"),
        Noun::Service => return None,
    })
}

/// Replaces a whole English word; a capital stays one.
fn replace_word(text: &str, usual: &str, other: &str) -> String {
    let of_word = |c: char| c.is_alphanumeric() || c == '\'' || c == '’';
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(of_word) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c| !of_word(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        if word.to_lowercase() == usual {
            let mut letters = other.chars();
            let first = letters.next();
            let capital = word.chars().next().is_some_and(char::is_uppercase);
            match first {
                Some(first) if capital => out.extend(first.to_uppercase()),
                first => out.extend(first),
            }
            out.push_str(letters.as_str());
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::replace_word;

    #[test]
    fn whole_words_are_replaced_and_capitals_kept() {
        for (text, says) in [
            ("My case", "My message"),
            ("Case 12: in any case", "Message 12: in any message"),
            ("Casework", "Casework"),
        ] {
            assert_eq!(replace_word(text, "case", "message"), says);
        }
    }
}
