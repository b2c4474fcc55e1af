//! The language of one answer, and the catalogue in it.

use axum::http::{HeaderMap, header};
use calendar::Lang;
use procedure::Words;
use words::Added;

/// The catalogue in the reader's language; templates say `t.say("key")`. Rules, names and dates come in one of the two
/// built-in languages, also where the reader's is one that the installation added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct T {
    base: Lang,
    added: Option<&'static Added>,
    simple: bool,
}

impl T {
    /// In a built-in language.
    pub fn new(lang: Lang) -> Self {
        Self {
            base: lang,
            added: None,
            simple: false,
        }
    }

    /// With simple words, where the catalogue has them: the text of `KEY-simple` instead of `KEY`.
    pub fn simply(self, simple: bool) -> Self {
        Self { simple, ..self }
    }

    fn of(added: &'static Added) -> Self {
        Self {
            base: added.base(),
            added: Some(added),
            simple: false,
        }
    }

    /// The built-in language: the reader's, or the one under it.
    pub fn lang(self) -> Lang {
        self.base
    }

    /// The same without a language that was added.
    pub(crate) fn built_in(self) -> Self {
        Self::new(self.base)
    }

    /// Every language there is: Chinese, English, and what was added.
    pub(crate) fn every() -> Vec<Self> {
        let built_in = [Lang::Zh, Lang::En].map(Self::new);
        let added = words::added().iter().map(Self::of);
        built_in.into_iter().chain(added).collect()
    }

    /// The text of a key without arguments.
    pub fn say(self, key: &str) -> String {
        self.args(key, &[])
    }

    /// The text of a key with its arguments.
    pub fn args(self, key: &str, args: &[(&str, String)]) -> String {
        let simple = self.simple.then(|| format!("{key}-simple"));
        let in_base = simple.filter(|simple| words::has(self.base, simple));
        match (self.added, in_base) {
            (Some(added), Some(simple)) if added.has(&simple) || !added.has(key) => added.say(&simple, args),
            (Some(added), _) => added.say(key, args),
            (None, Some(simple)) => words::say(self.base, &simple, args),
            (None, None) => words::say(self.base, key, args),
        }
    }

    /// Items after each other.
    pub fn list<S: AsRef<str>>(self, items: impl IntoIterator<Item = S>) -> String {
        words::joined(items, &self.say(words::BETWEEN))
    }

    /// A name or sentence of the procedure.
    pub fn text(self, words: &Words) -> &str {
        words.get(self.base)
    }

    /// For the `lang` attribute (BCP 47).
    pub fn html(self) -> &'static str {
        match (self.added, self.base) {
            (Some(added), _) => added.tag(),
            (None, Lang::Zh) => "zh-CN",
            (None, Lang::En) => "en",
        }
    }

    /// Whether it is written from right to left.
    pub fn rtl(self) -> bool {
        self.added.is_some_and(Added::right_to_left)
    }

    /// What stands in addresses and in the cookie: `zh`, `en`, or the tag.
    pub(crate) fn name(self) -> &'static str {
        self.added.map_or(name(self.base), Added::tag)
    }
}

/// `zh` or `en`.
pub(crate) fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// The language named by `zh`, `en` or the tag of an added one; anything else names none.
pub(crate) fn named(text: &str) -> Option<T> {
    match text {
        "zh" => Some(T::new(Lang::Zh)),
        "en" => Some(T::new(Lang::En)),
        _ => {
            let mut added = words::added().iter();
            let found = added.find(|added| added.tag().eq_ignore_ascii_case(text));
            found.map(T::of)
        }
    }
}

/// What was asked for in the address, else what the cookie keeps, else what the browser likes best, else Chinese.
pub(crate) fn choose(asked: Option<&str>, kept: Option<&str>, headers: &HeaderMap) -> T {
    asked
        .and_then(named)
        .or_else(|| kept.and_then(named))
        .or_else(|| {
            let likes = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
            accepted(likes)
        })
        .unwrap_or(T::new(Lang::Zh))
}

/// The best of ours in an `Accept-Language`: highest weight first, the earlier of equals.
fn accepted(likes: &str) -> Option<T> {
    let mut best: Option<(u16, T)> = None;
    for like in likes.split(',') {
        let mut parts = like.split(';');
        let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let weight = parts
            .find_map(|p| p.trim().strip_prefix("q=")?.parse::<f32>().ok())
            .unwrap_or(1.0);
        let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
        let Some(lang) = nearest(&tag) else {
            continue;
        };
        if weight > 0 && best.is_none_or(|(w, _)| weight > w) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// The language of a tag, or of its beginning: `ug-Arab-CN` is `ug` where no other fits better (RFC 4647, 3.4).
fn nearest(tag: &str) -> Option<T> {
    let mut tag = tag;
    loop {
        match (named(tag), tag.rsplit_once('-')) {
            (Some(found), _) => return Some(found),
            (None, Some((shorter, _))) => tag = shorter,
            (None, None) => return None,
        }
    }
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
            assert_eq!(choose(None, None, &browser(likes)).lang(), Lang::Zh, "{likes}");
        }
        assert_eq!(choose(None, None, &HeaderMap::new()).lang(), Lang::Zh);
    }

    #[test]
    fn the_browser_is_heard_by_weight() {
        for likes in ["en", "en-GB,zh;q=0.9", "fr,zh;q=0.3,en;q=0.8", "EN-us"] {
            assert_eq!(choose(None, None, &browser(likes)).lang(), Lang::En, "{likes}");
        }
    }

    #[test]
    fn the_address_goes_before_the_cookie_and_the_cookie_before_the_browser() {
        assert_eq!(choose(Some("zh"), Some("en"), &browser("en")).lang(), Lang::Zh);
        assert_eq!(choose(Some("xx"), Some("en"), &browser("zh")).lang(), Lang::En);
        assert_eq!(choose(None, Some("en"), &browser("zh")).lang(), Lang::En);
    }
}
