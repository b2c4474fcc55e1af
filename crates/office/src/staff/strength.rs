//! Whether a password is worth anything: not short, not guessed easily (zxcvbn) even without the words that others know of
//! its owner and of the product, not leaked elsewhere. A refusal says why, in words that help to find a better one.

use super::leaked;
use super::own_words::OwnWords;
use super::password::{LONGEST, SHORTEST};
use crate::{FieldFault, Office, Problem};
use zxcvbn::feedback::Warning;
use zxcvbn::{Entropy, Score, zxcvbn};

impl Office {
    /// Takes a new password of somebody, if it is worth anything; its hash. `about` is what others know of the person:
    /// name, login, mail address. The names of the place are known as well.
    ///
    /// # Errors
    /// A fault of the field, which says why.
    pub(crate) async fn new_password(
        &self,
        j: &str,
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
        let place = self.jurisdictions().await?;
        let place = place.iter().find(|one| one.id == j);
        let place = place.map_or(["", ""], |one| [one.zh.as_str(), one.en.as_str()]);
        let own = OwnWords::of(about.iter().copied().chain(place));
        let list = self.sign_in_rules().leaked.clone();
        let judged = tokio::task::spawn_blocking(move || {
            let weak = weakness(&given, &own);
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

/// Why a password is weak; `None` where it is not. What is left without the own words must do by itself.
pub(super) fn weakness(password: &str, own: &OwnWords) -> Option<&'static str> {
    let left = own.without(password);
    let known = own.all();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let judged = zxcvbn(&left, &known);
    if judged.score() >= Score::Three {
        return None;
    }
    Some(if left == password {
        reason(&judged)
    } else {
        "field-password-about"
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
    use super::{OwnWords, weakness};

    fn of_zhaomin() -> OwnWords {
        OwnWords::of([
            "zhaomin",
            "赵敏",
            "min.zhao@example.cn",
            "云川市",
            "Yunchuan City",
        ])
    }

    #[test]
    fn a_refusal_says_why() {
        for (password, reason) in [
            ("password123", "field-password-common"),
            ("qwertyuiop", "field-password-common"),
            ("aaaaaaaaaaaa", "field-password-repeats"),
            ("abcdefghijkl", "field-password-sequence"),
            ("zhaomin2024", "field-password-about"),
            ("赵敏赵敏赵敏赵敏", "field-password-about"),
            ("wenzheng12345", "field-password-about"),
            ("wenzheng-wenzheng", "field-password-about"),
            ("wenzheng hotline", "field-password-about"),
            ("wenwenzhengzheng-2025", "field-password-about"),
            ("问政-test-2025", "field-password-about"),
            ("Yunchuan-云川-ZHAOMIN", "field-password-about"),
            ("min.zhao@example.cn", "field-password-about"),
        ] {
            assert_eq!(weakness(password, &of_zhaomin()), Some(reason), "{password}");
        }
        let jj = OwnWords::of(["jj", "Jia Jia"]);
        for password in ["jj-jiajia-jj", "jj jj jj jj jj", "jia-jia-jia-2025"] {
            assert_eq!(
                weakness(password, &jj),
                Some("field-password-about"),
                "{password}"
            );
        }
    }

    #[test]
    fn a_sentence_will_do() {
        for password in [
            "周三下午去西湖边散步",
            "correct horse battery staple",
            // what is left without the own words is strong by itself
            "zhaomin 铁 lovely heron 42",
            "问政 correct horse battery staple",
        ] {
            assert_eq!(weakness(password, &of_zhaomin()), None, "{password}");
        }
        // a short login within other words is none
        let al = OwnWords::of(["al", "Al"]);
        assert_eq!(weakness("several metal royal petals", &al), None);
    }
}
