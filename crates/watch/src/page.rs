//! The visible text of an HTML page, line by line. No browser: what scripts would write is not seen.

/// Elements whose content nobody reads.
const HIDDEN: [&str; 6] = ["script", "style", "noscript", "template", "svg", "iframe"];
/// Elements that go on in the same line; all others begin a new one.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "label", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u",
];
/// Longest page that is looked at, in lines.
const MOST: usize = 20_000;

/// The lines that a reader sees, without blank ones; white space counts as one blank.
pub fn visible(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        line.push_str(text);
        let (name, closing, after) = tag_at(tag);
        let Some(after) = after else {
            // a lone sign, not a tag
            line.push('<');
            rest = &tag[1..];
            continue;
        };
        rest = after;
        if !INLINE.contains(&name.as_str()) {
            flush(&mut line, &mut lines);
        }
        if !closing && HIDDEN.contains(&name.as_str()) {
            rest = behind(rest, &name);
        }
        if lines.len() >= MOST {
            return lines;
        }
    }
    line.push_str(rest);
    flush(&mut line, &mut lines);
    lines
}

/// The name of the tag at the beginning of a text, whether it closes, and what stands behind it; `None` where it is no
/// tag.
fn tag_at(text: &str) -> (String, bool, Option<&str>) {
    if let Some(comment) = text.strip_prefix("<!--") {
        let after = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        return (String::new(), true, Some(after));
    }
    let inner = &text[1..];
    let closing = inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let starts = inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?');
    if !starts {
        return (String::new(), false, None);
    }
    let name: String = inner
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    // a sign within quotes ends no tag
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, '>') => return (name.to_ascii_lowercase(), closing, Some(&text[at + 1..])),
            _ => {}
        }
    }
    (name.to_ascii_lowercase(), closing, Some(""))
}

/// What stands behind the end tag of a hidden element.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    // ASCII lower case keeps all positions
    match text.to_ascii_lowercase().find(&end) {
        Some(at) => {
            let tail = &text[at..];
            tail.find('>').map_or("", |close| &tail[close + 1..])
        }
        None => "",
    }
}

fn flush(line: &mut String, lines: &mut Vec<String>) {
    let plain = entities(line);
    let words: Vec<&str> = plain.split_whitespace().collect();
    if !words.is_empty() {
        lines.push(words.join(" "));
    }
    line.clear();
}

/// Character references of HTML: numbers, and the few names that pages use.
pub(crate) fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let end = tail
            .char_indices()
            .take(12)
            .find(|(_, c)| *c == ';')
            .map(|(end, _)| end);
        let found = end.and_then(|end| Some((entity(&tail[..end])?, end)));
        match found {
            Some((c, end)) => {
                out.push(c);
                rest = &tail[end + 1..];
            }
            None => {
                out.push('&');
                rest = tail;
            }
        }
    }
    out + rest
}

/// The character that a reference names.
pub(crate) fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" | "ensp" | "emsp" => ' ',
        "middot" => '·',
        "hellip" => '…',
        "mdash" => '—',
        "ndash" => '–',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "raquo" => '»',
        "laquo" => '«',
        "copy" => '©',
        "times" => '×',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn a_page_is_what_a_reader_sees() {
        let html = "<html><head><title>留言板</title><style>p { a: \"</p>\" }</style></head><body>\
            <p>东街 <b>停水</b>&nbsp;三天</p><script>if (1 < 2) document.write('<p>x</p>')</script>\
            <!-- <p>旧</p> --><ul><li>一<li>二</ul><a title='a>b'>回复</a> 5 < 6 &amp; 7&#20803;</body>";
        assert_eq!(
            visible(html),
            ["留言板", "东街 停水 三天", "一", "二", "回复 5 < 6 & 7元"]
        );
    }

    #[test]
    fn a_page_that_breaks_off_is_read_as_far_as_it_goes() {
        assert_eq!(visible("<p>一</p><script>没有完"), ["一"]);
        assert_eq!(visible("<p>一<a href=\"没有完"), ["一"]);
        assert_eq!(visible("<!-- 没有完"), Vec::<String>::new());
        assert_eq!(visible("a < b &unknown; &"), ["a < b &unknown; &"]);
    }
}
