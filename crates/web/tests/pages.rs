//! Every page, in both languages: well-formed, nothing inline, every reference within it is there, texts escaped.

use crate::gallery;
use crate::support;

use gallery::{PAGES, app, gallery as play};
use std::collections::BTreeSet;
use support::get;
use support::html::{Tag, read};

async fn each(look: impl Fn(&str, &str, &[Tag])) {
    let gallery = play().await;
    let app = app(&gallery, false);
    for page in PAGES {
        for lang in ["zh", "en"] {
            let answer = get(&app, &format!("/design/{page}?lang={lang}")).await;
            let name = format!("{page} in {lang}");
            assert!(answer.status.as_u16() < 500, "{name}: {}", answer.status);
            let tags = read(&answer.body).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            look(&name, &answer.body, &tags);
        }
    }
}

#[tokio::test]
async fn every_page_stands_on_its_own() {
    each(|name, body, tags| {
        assert!(!body.contains('⟦'), "{name}: a text is missing");
        assert!(!body.contains("{ $"), "{name}: an argument is missing");
        nothing_inline(name, tags);
        references(name, tags);
        forms(name, tags);
        assert_eq!(
            tags.iter().filter(|t| t.name == "h1").count(),
            1,
            "{name}: one h1"
        );
        let skip = tags.iter().find(|t| t.name == "a").unwrap();
        assert_eq!(
            skip.get("href"),
            Some("#main"),
            "{name}: the first link skips to the content"
        );
    })
    .await;
}

/// What the content security policy would block, and what people could not switch off.
fn nothing_inline(name: &str, tags: &[Tag]) {
    for tag in tags {
        // a script is a file of our own, and runs when the page is there
        let own = tag.get("src").is_some_and(|src| src.starts_with("/static/")) && tag.get("defer").is_some();
        assert!(tag.name != "script" || own, "{name}: {tag:?}");
        assert!(
            !matches!(tag.name.as_str(), "style" | "iframe"),
            "{name}: {tag:?}"
        );
        for (key, value) in &tag.attributes {
            assert!(key != "style" && !key.starts_with("on"), "{name}: {tag:?}");
            let address = matches!(key.as_str(), "href" | "src" | "action" | "formaction");
            let ours = value.starts_with('/') || value.starts_with('#');
            assert!(!address || ours, "{name}: leads elsewhere: {tag:?}");
        }
    }
}

/// Labels, hints and jumps name elements that are there, and every id is there once.
fn references(name: &str, tags: &[Tag]) {
    let all: Vec<&str> = tags.iter().filter_map(|t| t.get("id")).collect();
    let ids: BTreeSet<&str> = all.iter().copied().collect();
    assert_eq!(ids.len(), all.len(), "{name}: an id stands twice in {all:?}");
    for tag in tags {
        for key in ["for", "aria-describedby", "aria-labelledby"] {
            for id in tag.get(key).unwrap_or_default().split_whitespace() {
                assert!(ids.contains(id), "{name}: {key}={id} names nothing");
            }
        }
        if let Some(id) = tag.get("href").and_then(|href| href.strip_prefix('#')) {
            assert!(ids.contains(id), "{name}: #{id} leads nowhere");
        }
    }
}

/// Every field has a name to be called by, and a form that changes something carries its token.
fn forms(name: &str, tags: &[Tag]) {
    let labelled: BTreeSet<&str> = tags.iter().filter_map(|t| t.get("for")).collect();
    for (i, tag) in tags.iter().enumerate() {
        if tag.name == "form" && tag.get("method") == Some("post") {
            let next = &tags[i + 1];
            assert_eq!(
                next.get("name"),
                Some("token"),
                "{name}: {tag:?} carries no token"
            );
        }
        let kind = tag.get("type").unwrap_or_default();
        let field = matches!(tag.name.as_str(), "input" | "select" | "textarea")
            && !matches!(kind, "hidden" | "radio" | "checkbox");
        let called = tag.get("id").is_some_and(|id| labelled.contains(id)) || tag.get("aria-label").is_some();
        assert!(!field || called, "{name}: nobody can say what this is: {tag:?}");
    }
}

#[tokio::test]
async fn what_people_write_is_text_and_never_markup() {
    let gallery = play().await;
    let answer = get(&app(&gallery, false), "/design/write-faulty").await;
    assert!(!answer.body.contains("<script>"));
    assert!(answer.body.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
}

#[tokio::test]
async fn a_form_that_comes_back_says_what_is_wrong_on_top_and_at_the_field() {
    let gallery = play().await;
    let answer = get(&app(&gallery, false), "/design/write-faulty").await;
    let tags = read(&answer.body).unwrap();
    let field = tags.iter().find(|t| t.get("id") == Some("phone")).unwrap();
    assert_eq!(field.get("aria-invalid"), Some("true"));
    assert_eq!(field.get("aria-describedby"), Some("phone-fault"));
    assert!(tags.iter().any(|t| t.get("href") == Some("#phone")));
}

#[test]
fn templates_never_switch_escaping_off() {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            seen += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            // scripts are files of our own
            let own = ["ask.script", "frame.scripts"]
                .map(|what| format!("<script src=\"{{{{ {what} }}}}\" defer></script>"));
            let text = own.iter().fold(text, |text, own| text.replace(own, ""));
            // the manual is made of files of ours when the program is built, and of nothing else
            let text = match path.ends_with("manual.html") {
                true => text.replace("{{ html|safe }}", ""),
                false => text,
            };
            for bad in ["safe", "escape(", "<script", "style="] {
                assert!(!text.contains(bad), "{}: {bad}", path.display());
            }
        }
    }
    assert!(seen > 20);
}
