//! Text in XML.

/// Escapes a text, and leaves out the characters that XML 1.0 cannot hold.
pub(super) fn escape(text: &str, into: &mut String) {
    for c in text.chars() {
        match c {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\t' | '\n' | '\r' => into.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_people_write_never_breaks_the_xml() {
        let mut text = String::new();
        escape("a<b>&\"c\"\u{0}\u{b}\n张三😀", &mut text);
        assert_eq!(text, "a&lt;b&gt;&amp;&quot;c&quot; 张三😀");
    }
}
