//! Cookies: read from a request, written with every attribute that keeps them ours.

use axum::http::{HeaderMap, HeaderValue, header};

/// How long a cookie lives, and whether it comes along when another site links here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Until the browser closes; never sent on a way in from another site.
    Sitting,
    /// Until the browser closes; sent when a link from elsewhere (an SMS) is followed.
    Linked,
    /// This many seconds.
    Seconds(u32),
    /// Gone at once.
    Gone,
}

/// Under https the `__Host-` prefix makes browsers refuse cookies planted by a neighbouring host.
fn full_name(name: &str, https: bool) -> String {
    if https {
        format!("__Host-{name}")
    } else {
        name.to_owned()
    }
}

/// The value of a cookie, where the request brings it.
pub(crate) fn read(headers: &HeaderMap, name: &str, https: bool) -> Option<String> {
    let name = full_name(name, https);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

/// Adds a `Set-Cookie`. The value must be plain ASCII without separators; anything else is left out.
pub(crate) fn write(headers: &mut HeaderMap, name: &str, value: &str, life: Life, https: bool) {
    let name = full_name(name, https);
    let same_site = match life {
        Life::Sitting => "Strict",
        _ => "Lax",
    };
    let age = match life {
        Life::Seconds(seconds) => format!("; Max-Age={seconds}"),
        Life::Gone => "; Max-Age=0".to_owned(),
        Life::Sitting | Life::Linked => String::new(),
    };
    let secure = if https { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite={same_site}{age}{secure}");
    let plain = value
        .bytes()
        .all(|b| b.is_ascii_graphic() && !matches!(b, b';' | b',' | b'"' | b'\\'));
    if let (true, Ok(line)) = (plain, HeaderValue::from_str(&line)) {
        headers.append(header::SET_COOKIE, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &str, life: Life, https: bool) -> Vec<String> {
        let mut headers = HeaderMap::new();
        write(&mut headers, "session", value, life, https);
        let lines = headers.get_all(header::SET_COOKIE).iter();
        lines.map(|l| l.to_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_cookie_keeps_scripts_and_other_sites_out() {
        assert_eq!(
            written("abc", Life::Sitting, true),
            ["__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure"]
        );
        assert_eq!(
            written("abc", Life::Seconds(60), false),
            ["session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"]
        );
    }

    #[test]
    fn a_value_cannot_smuggle_attributes_in() {
        for value in ["a; Domain=x", "a\r\nX: y", "é", "a\"b"] {
            assert_eq!(
                written(value, Life::Linked, false),
                Vec::<String>::new(),
                "{value}"
            );
        }
    }

    #[test]
    fn the_right_one_of_several_is_read() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, "lang=en; session=1; x".parse().unwrap());
        headers.append(header::COOKIE, "__Host-session=2".parse().unwrap());
        assert_eq!(read(&headers, "session", false).as_deref(), Some("1"));
        assert_eq!(read(&headers, "session", true).as_deref(), Some("2"));
        assert_eq!(read(&headers, "flash", false), None);
    }
}
