//! The language of one answer, and the catalogue in it.

use axum::http::{HeaderMap, header};
use calendar::Lang;
use procedure::Words;

/// The catalogue in the reader's language; templates say `t.say("key")`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct T {
    lang: Lang,
    simple: bool,
}

impl T {
    /// In this language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, simple: false }
    }

    /// With simple words, where the catalogue has them: the text of `KEY-simple` instead of `KEY`.
    pub fn simply(self, simple: bool) -> Self {
        Self { simple, ..self }
    }

    /// The language.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The text of a key without arguments.
    pub fn say(self, key: &str) -> String {
        self.args(key, &[])
    }

    /// The text of a key with its arguments.
    pub fn args(self, key: &str, args: &[(&str, String)]) -> String {
        if self.simple {
            let simple = format!("{key}-simple");
            if words::has(self.lang, &simple) {
                return words::say(self.lang, &simple, args);
            }
        }
        words::say(self.lang, key, args)
    }

    /// A name or sentence of the procedure.
    pub fn text(self, words: &Words) -> &str {
        words.get(self.lang)
    }

    /// For the `lang` attribute (BCP 47).
    pub fn html(self) -> &'static str {
        match self.lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }
}

/// The language named by `zh` or `en`; anything else names none.
pub(crate) fn named(text: &str) -> Option<Lang> {
    match text {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// `zh` or `en`.
pub(crate) fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// What was asked for in the address, else what the cookie keeps, else what the browser likes best, else Chinese.
pub(crate) fn choose(asked: Option<&str>, kept: Option<&str>, headers: &HeaderMap) -> Lang {
    asked
        .and_then(named)
        .or_else(|| kept.and_then(named))
        .or_else(|| {
            let likes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
            accepted(likes)
        })
        .unwrap_or_default()
}

/// The best of ours in an `Accept-Language`: highest weight first, the earlier of equals.
fn accepted(likes: &str) -> Option<Lang> {
    let mut best: Option<(u16, Lang)> = None;
    for like in likes.split(',') {
        let mut parts = like.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts
            .find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok())
            .unwrap_or(1.0);
        let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
        let Some(lang) = tag.split('-').next().and_then(named) else {
            continue;
        };
        if weight > 0 && best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn browser(likes: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, likes.parse().unwrap());
        headers
    }

    #[test]
    fn simple_words_are_said_to_whoever_asked_for_them() {
        let t = T::new(Lang::En);
        let key = "reading-lead";
        assert_ne!(t.say(key), t.simply(true).say(key));
        assert_eq!(
            t.say("reading-title"),
            t.simply(true).say("reading-title"),
            "where there are none, as ever"
        );
    }

    #[test]
    fn chinese_unless_something_else_is_wished() {
        for likes in [
            "",
            "fr",
            "de-DE,fr;q=0.5",
            "*",
            "en;q=0",
            "zh-TW,en;q=0.9",
            "nonsense;;q=x",
        ] {
            assert_eq!(choose(None, None, &browser(likes)), Lang::Zh, "{likes}");
        }
        assert_eq!(choose(None, None, &HeaderMap::new()), Lang::Zh);
    }

    #[test]
    fn the_browser_is_heard_by_weight() {
        for likes in ["en", "en-GB,zh;q=0.9", "fr,zh;q=0.3,en;q=0.8", "EN-us"] {
            assert_eq!(choose(None, None, &browser(likes)), Lang::En, "{likes}");
        }
    }

    #[test]
    fn the_address_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        assert_eq!(choose(Some("zh"), Some("en"), &browser("en")), Lang::Zh);
        assert_eq!(choose(Some("xx"), Some("en"), &browser("zh")), Lang::En);
        assert_eq!(choose(None, Some("en"), &browser("zh")), Lang::En);
    }
}
