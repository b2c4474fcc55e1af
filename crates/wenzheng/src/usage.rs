//! What is wrong with a command line, in the reader's language: the library that reads it speaks English only.

use calendar::Lang;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use words::say;

/// The language that a command line asks for, wherever it stands in it and whatever else is wrong there.
pub(crate) fn lang_in(args: &[String]) -> Option<&str> {
    let at = args.iter().position(|arg| arg == "--lang");
    let next = at.and_then(|at| args.get(at + 1)).map(String::as_str);
    next.or_else(|| args.iter().find_map(|arg| arg.strip_prefix("--lang=")))
}

/// What is wrong, or nothing where that is help or a version to print, or has no sentence of its own.
pub(crate) fn says(error: &Error, lang: Lang) -> Option<String> {
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown",
        ErrorKind::InvalidSubcommand => "usage-no-such-command",
        ErrorKind::MissingSubcommand => "usage-which-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue if of(error, ContextKind::InvalidValue).is_empty() => "usage-empty",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-not-a-value",
        ErrorKind::ArgumentConflict if same(error) => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-not-both",
        _ => return None,
    };
    let invalid = match error.kind() {
        ErrorKind::InvalidSubcommand => of(error, ContextKind::InvalidSubcommand),
        _ => of(error, ContextKind::InvalidArg),
    };
    let args = [
        ("what", invalid),
        ("value", of(error, ContextKind::InvalidValue)),
        ("other", of(error, ContextKind::PriorArg)),
    ];
    let mut lines = vec![say(lang, key, &args)];
    let nearest = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let nearest = nearest
        .map(|kind| of(error, kind))
        .into_iter()
        .find(|near| !near.is_empty());
    let valid = of(error, ContextKind::ValidValue);
    if let Some(nearest) = nearest {
        lines.push(say(lang, "usage-nearest", &[("nearest", nearest)]));
    } else if !valid.is_empty() {
        lines.push(say(lang, "usage-valid", &[("values", valid)]));
    }
    let usage = of(error, ContextKind::Usage);
    let usage = usage.trim_start_matches("Usage:").trim();
    if !usage.is_empty() {
        lines.push(say(lang, "usage-usage", &[("usage", usage.to_owned())]));
    }
    lines.push(say(lang, "usage-help", &[]));
    Some(lines.join("\n"))
}

/// An argument that may stand there once.
fn same(error: &Error) -> bool {
    of(error, ContextKind::InvalidArg) == of(error, ContextKind::PriorArg)
}

/// What the library found out about it.
fn of(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{lang_in, says};
    use calendar::Lang;
    use clap::Parser as _;

    fn said(line: &str) -> String {
        let args = std::iter::once("wenzheng").chain(line.split_whitespace());
        let error = crate::Cli::try_parse_from(args)
            .err()
            .expect("a faulty command line");
        says(&error, Lang::Zh).expect("a sentence of its own")
    }

    #[test]
    fn what_is_wrong_is_said_with_what_is_right() {
        for (line, wrong, right) in [
            ("exprot ledger x.csv", "exprot", "export"),
            ("replay --procedure x", "<LEDGER>", "wenzheng replay"),
            ("replay a.csv --procedur x", "--procedur", "--procedure"),
            ("export ledger x.csv --csv --xlsx", "--xlsx", "--csv"),
            ("export ledger x.csv --from", "--from", "--help"),
            ("rules list extra", "extra", "--help"),
            ("procedure list --lang fr", "fr", "zh, en"),
        ] {
            let said = said(line);
            assert!(said.contains(wrong) && said.contains(right), "{line}: {said}");
        }
    }

    #[test]
    fn the_language_is_found_in_a_faulty_line() {
        let args = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(lang_in(&args("--lang zh exprot")), Some("zh"));
        assert_eq!(lang_in(&args("exprot --lang=en")), Some("en"));
        assert_eq!(lang_in(&args("exprot --lang")), None);
    }
}
