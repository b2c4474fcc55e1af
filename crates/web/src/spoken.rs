//! Arguments of refusals and other faults as people read them. They come as ids, words of the procedure's
//! vocabulary, limits and milliseconds.

use crate::shell::T;
use calendar::{Instant, Lang, Limit};
use office::Adopted;

/// The arguments put into words; names and times only where the rules are at hand.
pub(crate) fn args(
    t: T,
    adopted: Option<&Adopted>,
    args: &[(&'static str, String)],
) -> Vec<(&'static str, String)> {
    args.iter()
        .map(|(name, value)| (*name, one(t, adopted, name, value)))
        .collect()
}

/// The moment that an argument is, if it is one; it comes in UTC milliseconds.
pub(crate) fn moment(name: &str, value: &str) -> Option<Instant> {
    let ms = value.parse().ok()?;
    matches!(name, "until" | "due" | "when" | "received").then(|| Instant::from_ms(ms))
}

fn one(t: T, adopted: Option<&Adopted>, name: &str, value: &str) -> String {
    if let Some(adopted) = adopted {
        return case::said(&adopted.rules(), t.lang(), |key| t.say(key), name, value);
    }
    match name {
        "act" => t.say(&format!("act-{value}")),
        "field" => t.say(&format!("need-{value}")),
        "limit" | "most" | "left" | "asked" | "granted" if t.lang() == Lang::Zh => value
            .parse()
            .map_or_else(|_| value.to_owned(), |limit: Limit| limit.zh()),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{T, args};
    use calendar::Lang;

    #[test]
    fn words_and_limits_are_put_into_the_readers_language() {
        let given = [
            ("act", "sign-for".to_owned()),
            ("field", "ground".to_owned()),
            ("most", "5 workdays".to_owned()),
            ("unit", "市水务局".to_owned()),
        ];
        let said = |lang| values(args(T::new(lang), None, &given));
        assert_eq!(said(Lang::Zh), ["签收", "依据", "5个工作日", "市水务局"]);
        assert_eq!(said(Lang::En)[2], "5 workdays");
        assert!(said(Lang::En)[0].starts_with("sign"));
    }

    fn values(args: Vec<(&'static str, String)>) -> Vec<String> {
        args.into_iter().map(|(_, value)| value).collect()
    }
}
