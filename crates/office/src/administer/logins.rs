//! What somebody can sign in with.

/// Letters of any script and digits first, then points, hyphens, underscores and `@` too: it is typed, printed, and
/// stands in addresses.
pub(crate) fn is_login(login: &str) -> bool {
    // letters in the width of Chinese ones look like the plain ones and are others
    let wide = |c: char| ('\u{ff00}'..='\u{ffef}').contains(&c);
    let letter = |c: char| c.is_alphanumeric() && !wide(c);
    login.starts_with(letter) && login.chars().all(|c| letter(c) || ".-_@".contains(c))
}

#[cfg(test)]
mod tests {
    use super::is_login;

    #[test]
    fn a_login_can_be_typed_and_stand_in_an_address() {
        for fine in ["wang", "王小明", "j.li-2", "li_2@water"] {
            assert!(is_login(fine), "{fine}");
        }
        for odd in [
            "",
            "-wang",
            "wang li",
            "wang/li",
            "a?b",
            "ｗａｎｇ",
            "wang\u{200b}",
            "<b>",
            "a&b",
            "100%",
        ] {
            assert!(!is_login(odd), "{odd}");
        }
    }
}
