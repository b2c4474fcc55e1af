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
    let found = match name {
        "act" => Some(t.say(&format!("act-{value}"))),
        "field" => Some(t.say(&format!("need-{value}"))),
        "step" => adopted.and_then(|a| Some(t.text(&a.procedure.step(value)?.name).to_owned())),
        "measure" => adopted.and_then(|a| {
            let measure = a.procedure.measures.iter().find(|m| m.id == value)?;
            Some(t.text(&measure.name).to_owned())
        }),
        "limit" | "most" | "left" | "asked" | "granted" => limit(t, value),
        _ => adopted.and_then(|a| Some(a.calendar.show(moment(name, value)?, t.lang()))),
    };
    found.unwrap_or_else(|| value.to_owned())
}

fn limit(t: T, value: &str) -> Option<String> {
    let limit: Limit = value.parse().ok()?;
    (t.lang() == Lang::Zh).then(|| limit.zh())
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
