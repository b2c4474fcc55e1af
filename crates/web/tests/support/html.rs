//! A small reader of our own pages: enough to see whether tags close, ids are there, and nothing is inline.

/// Elements that never close.
const VOID: [&str; 6] = ["meta", "link", "input", "br", "img", "hr"];

/// A start tag with its attributes.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(n, _)| n == name)?;
        Some(&found.1)
    }
}

/// All start tags.
///
/// # Errors
/// The first tag that does not fit.
pub(crate) fn read(page: &str) -> Result<Vec<Tag>, String> {
    let mut rest = page.strip_prefix("<!doctype html>").ok_or("no doctype")?;
    let (mut open, mut found): (Vec<String>, Vec<Tag>) = (Vec::new(), Vec::new());
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let end = end_of_tag(rest).ok_or_else(|| format!("a tag does not end: {}", short(rest)))?;
        let inside = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop();
            if last.as_deref() != Some(name.trim()) {
                return Err(format!("</{name}> closes {last:?} before {}", short(rest)));
            }
            continue;
        }
        // shapes of a drawing have nothing in them
        let (inside, closed) = match inside.strip_suffix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let tag = tag(inside)?;
        if tag.name == "textarea" {
            // what stands in it is text until it closes
            let close = rest.find("</textarea>").ok_or("a textarea does not close")?;
            rest = &rest[close + "</textarea>".len()..];
        } else if !closed && !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        found.push(tag);
    }
    if open.is_empty() {
        Ok(found)
    } else {
        Err(format!("left open: {open:?}"))
    }
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// The `>` outside quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quoted = false;
    for (i, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(i),
            '<' if !quoted => return None,
            _ => {}
        }
    }
    None
}

fn tag(inside: &str) -> Result<Tag, String> {
    let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let fine = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    if !fine {
        return Err(format!("not a tag: <{}>", short(inside)));
    }
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        rest = rest.trim_start();
        let end = rest
            .find(|c: char| c == '=' || c.is_whitespace())
            .unwrap_or(rest.len());
        let key = &rest[..end];
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted
                .find('"')
                .ok_or_else(|| format!("no closing quote: {}", short(inside)))?;
            value = quoted[..close].to_owned();
            rest = &quoted[close + 1..];
        } else if rest.starts_with('=') {
            return Err(format!("an attribute without quotes: {}", short(inside)));
        }
        if attributes.iter().any(|(k, _)| k == key) {
            return Err(format!("{key} twice: {}", short(inside)));
        }
        attributes.push((key.to_owned(), value));
    }
    Ok(Tag {
        name: name.to_owned(),
        attributes,
    })
}

#[test]
fn a_page_that_does_not_close_is_found() {
    for page in [
        "<p>",
        "<p></div>",
        "<p class=x></p>",
        "<p a=\"1\" a=\"2\"></p>",
        "<p",
        "a < b",
    ] {
        assert!(read(&format!("<!doctype html>{page}")).is_err(), "{page}");
    }
    let fine = read("<!doctype html><p a=\"1>2\">x<br></p><textarea>\n<b></textarea>").unwrap();
    assert_eq!(fine.len(), 3);
}

/// What the forms of a page bring along unseen, as names and values; each once.
pub(crate) fn hidden(page: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for tag in read(page).unwrap() {
        if tag.get("type") == Some("hidden") {
            let pair = (
                tag.get("name").unwrap().to_owned(),
                tag.get("value").unwrap().to_owned(),
            );
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}
