//! Everything that check, explain and draw say is in the catalogue, in both languages, and complete.

use std::path::{Path, PathBuf};

use calendar::Lang;
use procedure::explain::{Voice, explain, text};
use procedure::vocabulary::of;
use procedure::{Do, Fact, Field, Moment, Procedure, Wanted};
use words::say;

const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn procedures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures")
}

fn shipped() -> Vec<Procedure> {
    let files = std::fs::read_dir(procedures())
        .unwrap()
        .map(|e| e.unwrap().path());
    let files = files.filter(|p| p.extension().is_some_and(|end| end == "toml"));
    files
        .map(|p| procedure::read(&std::fs::read_to_string(p).unwrap()).unwrap())
        .collect()
}

fn complete(said: &str) -> bool {
    !said.contains('⟦') && !said.contains("{$")
}

#[test]
fn each_fault_is_told_in_both_languages_with_what_to_do() {
    let mut seen = 0;
    let find = |wanted: Wanted<'_>| {
        let name = match wanted {
            Wanted::Rules(id) => format!("rules/{id}.toml"),
            Wanted::Procedure(id) => format!("{id}.toml"),
        };
        let folders = [procedures().join("faulty"), procedures()];
        folders
            .iter()
            .find_map(|f| std::fs::read_to_string(f.join(&name)).ok())
    };
    for entry in std::fs::read_dir(procedures().join("faulty")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        for finding in procedure::check_file(&text, &find, &["cn"]).findings {
            for lang in LANGS {
                let said = say(lang, finding.code, &finding.args);
                assert!(complete(&said), "{said}");
                let lines: Vec<&str> = said.lines().collect();
                assert_eq!(lines.len(), 2, "{}: what is wrong, and what to do", finding.code);
                assert!(lines.iter().all(|l| l.chars().count() > 5), "{said}");
            }
            seen += 1;
        }
    }
    assert!(seen > 80, "only {seen} faults");
}

#[test]
fn every_word_of_procedure_files_has_a_name() {
    let words = |prefix: &str, words: &[&str]| -> Vec<String> {
        assert!(words.len() > 10, "{prefix}");
        words.iter().map(|w| format!("{prefix}-{w}")).collect()
    };
    let mut keys = words("act", of::<Do>());
    keys.extend(words("need", of::<Field>()));
    keys.extend(words("moment", of::<Moment>()));
    keys.extend(
        Fact::ALL
            .iter()
            .map(|f| format!("fact-{}", f.name().replace('.', "-"))),
    );
    for key in &keys {
        assert!(LANGS.iter().all(|lang| words::has(*lang, key)), "{key}");
    }
    // what only the program itself records has a name too
    keys.extend(["act-record-history", "act-lapse", "act-rung"].map(str::to_owned));
    let prefixes = ["act-", "need-", "moment-", "fact-"];
    let stale: Vec<String> = words::keys(Lang::Zh)
        .into_iter()
        .filter(|key| prefixes.iter().any(|p| key.starts_with(p)) && !keys.contains(key))
        .collect();
    assert_eq!(stale, Vec::<String>::new(), "names of words that no file knows");
}

#[test]
fn the_english_name_of_a_fact_is_its_meaning_in_the_code() {
    for fact in Fact::ALL {
        let key = format!("fact-{}", fact.name().replace('.', "-"));
        assert_eq!(say(Lang::En, &key, &[]), fact.meaning(), "{key}");
    }
}

#[test]
fn explain_has_a_sentence_for_everything() {
    for procedure in shipped() {
        for lang in LANGS {
            let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
            let voice = Voice {
                procedure: &procedure,
                lang,
                catalogue: &catalogue,
            };
            let told = text(&explain(&procedure, None).unwrap(), &voice);
            assert!(complete(&told), "{told}");
            for clause in &procedure.clauses {
                assert!(
                    told.contains(&format!("\n{} [", clause.id)),
                    "{} is not told",
                    clause.id
                );
            }
        }
    }
}

/// A text of the picture: left, right, baseline, size.
struct Set {
    left: f64,
    right: f64,
    y: f64,
    size: f64,
    text: String,
}

fn attribute(element: &str, name: &str) -> Option<f64> {
    let rest = element.split(&format!(" {name}=\"")).nth(1)?;
    rest.split('"').next()?.parse().ok()
}

/// About as wide as fonts set it: a Chinese character is square, letters take half of that, blanks less.
fn width(text: &str, size: f64) -> f64 {
    let em = |c: char| match c {
        ' ' => 0.27,
        c if c.is_ascii() => 0.5,
        _ => 1.0,
    };
    text.chars().map(em).sum::<f64>() * size
}

fn texts(picture: &str) -> Vec<Set> {
    let elements = picture.split("<text ").skip(1);
    elements
        .map(|rest| {
            let element = format!(" {}", rest.split("</text>").next().unwrap());
            let (x, y) = (
                attribute(&element, "x").unwrap(),
                attribute(&element, "y").unwrap(),
            );
            let size = attribute(&element, "font-size").unwrap();
            let text = element
                .split('>')
                .nth(1)
                .unwrap()
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
            let wide = width(&text, size);
            let (left, right) = if element.contains("text-anchor") {
                (x - wide, x)
            } else {
                (x, x + wide)
            };
            Set {
                left,
                right,
                y,
                size,
                text,
            }
        })
        .collect()
}

#[test]
fn in_the_picture_no_text_lies_over_another_or_outside() {
    for procedure in shipped() {
        for lang in LANGS {
            let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
            let voice = Voice {
                procedure: &procedure,
                lang,
                catalogue: &catalogue,
            };
            let picture = procedure::draw::draw(&voice);
            assert!(complete(&picture));
            let head = format!(" {}", picture.split('>').next().unwrap());
            let (wide, high) = (
                attribute(&head, "width").unwrap(),
                attribute(&head, "height").unwrap(),
            );
            let texts = texts(&picture);
            assert!(texts.len() > 20);
            for (i, a) in texts.iter().enumerate() {
                assert!(
                    a.left >= 0.0 && a.right <= wide && a.y <= high,
                    "{} is outside",
                    a.text
                );
                for b in &texts[i + 1..] {
                    let beside = a.right <= b.left || b.right <= a.left;
                    let apart = (a.y - b.y).abs() >= a.size.max(b.size);
                    assert!(beside || apart, "“{}” lies over “{}”", a.text, b.text);
                }
            }
        }
    }
}

#[test]
fn the_picture_names_every_step_and_speaks_to_those_who_cannot_see_it() {
    for procedure in shipped() {
        let catalogue = |key: &str, args: &[(&str, String)]| say(Lang::Zh, key, args);
        let voice = Voice {
            procedure: &procedure,
            lang: Lang::Zh,
            catalogue: &catalogue,
        };
        let picture = procedure::draw::draw(&voice);
        assert!(picture.contains("<desc id=\"picture-desc\">") && picture.contains("role=\"img\""));
        for step in &procedure.steps {
            assert!(
                picture.contains(&format!("<g><title>{}</title>", step.name.zh)),
                "{}",
                step.id
            );
        }
        for clock in procedure.steps.iter().flat_map(|s| &s.clocks) {
            assert!(
                picture.contains(&procedure.clock(clock).unwrap().name.zh),
                "{clock}"
            );
        }
    }
}
