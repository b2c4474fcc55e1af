//! Whether a password is worth anything: not short, not guessed easily (zxcvbn), not leaked elsewhere. A refusal says
//! why, in words that help to find a better one.

use super::leaked;
use super::password::{LONGEST, SHORTEST};
use crate::{FieldFault, Office, Problem};
use zxcvbn::feedback::Warning;
use zxcvbn::{Entropy, Score, zxcvbn};

/// Names that stand on every page of the product; a password made of them is guessed first.
const OURS: [&str; 6] = ["wenzheng", "问政", "12345", "热线", "hotline", "admin"];

/// Parts of names shorter than this say nothing.
const PART: usize = 2;

impl Office {
    /// Takes a new password of somebody, if it is worth anything; its hash. `about` is what others know of the person:
    /// name, login, mail address.
    ///
    /// # Errors
    /// A fault of the field, which says why.
    pub(crate) async fn new_password(
        &self,
        field: &str,
        password: &str,
        about: &[&str],
    ) -> Result<String, Problem> {
        let chars = password.chars().count();
        let bounds = if chars < SHORTEST {
            Some(("field-password-short", "least", SHORTEST))
        } else if chars > LONGEST {
            Some(("field-password-long", "most", LONGEST))
        } else {
            None
        };
        if let Some((code, arg, bound)) = bounds {
            let mut fault = FieldFault::new(field, code);
            fault.args.push((arg, bound.to_string()));
            return Err(Problem::Invalid(vec![fault]));
        }
        let given = password.to_owned();
        let about: Vec<String> = about.iter().map(|text| text.to_lowercase()).collect();
        let list = self.sign_in_rules().leaked.clone();
        let judged = tokio::task::spawn_blocking(move || {
            let weak = weakness(&given, &about);
            match (weak, list) {
                (None, Some(list)) => match leaked::is_in(&list, &given) {
                    Ok(found) => found.then_some("field-password-leaked"),
                    Err(error) => {
                        // A list that cannot be read keeps nobody from working; the log says so.
                        tracing::error!(%error, file = %list.display(), "the list of leaked passwords cannot be read");
                        None
                    }
                },
                (weak, _) => weak,
            }
        });
        match judged.await.map_err(|_| Problem::Busy)? {
            Some(code) => Err(Problem::field(field, code)),
            None => self.hash_password(password).await,
        }
    }
}

/// Why a password is weak; `None` where it is not.
pub(super) fn weakness(password: &str, about: &[String]) -> Option<&'static str> {
    let lower = password.to_lowercase();
    let known: Vec<&str> = about.iter().map(String::as_str).chain(OURS).collect();
    let known: Vec<&str> = known
        .into_iter()
        .filter(|part| part.chars().count() >= PART)
        .collect();
    let judged = zxcvbn(password, &known);
    if judged.score() >= Score::Three {
        return None;
    }
    let about = about
        .iter()
        .any(|part| part.chars().count() >= PART && lower.contains(part.as_str()));
    Some(if about {
        "field-password-about"
    } else {
        reason(&judged)
    })
}

fn reason(judged: &Entropy) -> &'static str {
    let Some(warning) = judged.feedback().and_then(|feedback| feedback.warning()) else {
        return "field-password-guessable";
    };
    match warning {
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "field-password-common",
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "field-password-keys"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "field-password-repeats"
        }
        Warning::SequencesLikeAbcAreEasyToGuess => "field-password-sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "field-password-date",
        Warning::AWordByItselfIsEasyToGuess
        | Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => "field-password-word",
    }
}

#[cfg(test)]
mod tests {
    use super::weakness;

    #[test]
    fn a_refusal_says_why() {
        let about = ["zhaomin".to_owned(), "赵敏".to_owned()];
        for (password, reason) in [
            ("password123", "field-password-common"),
            ("qwertyuiop", "field-password-common"),
            ("aaaaaaaaaaaa", "field-password-repeats"),
            ("abcdefghijkl", "field-password-sequence"),
            ("zhaomin2024", "field-password-about"),
            ("赵敏赵敏赵敏赵敏", "field-password-about"),
            ("wenzheng12345", "field-password-guessable"),
        ] {
            assert_eq!(weakness(password, &about), Some(reason), "{password}");
        }
    }

    #[test]
    fn a_sentence_will_do() {
        let about = ["zhaomin".to_owned(), "赵敏".to_owned()];
        for password in [
            "周三下午去西湖边散步",
            "correct horse battery staple",
            "问政-test-2025",
        ] {
            assert_eq!(weakness(password, &about), None, "{password}");
        }
    }
}
