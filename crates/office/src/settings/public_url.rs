//! The address under which people reach an installation. Pages and links name paths from its root, so it has none itself.

/// The address, without a slash at its end; `None` where it is none that links can begin with.
pub fn public_url(text: &str) -> Option<String> {
    let url = text.trim().trim_end_matches('/');
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))?;
    let (name, port) = match host.rsplit_once(':') {
        // the colons of an IPv6 address stand in brackets
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (host, None),
    };
    let numbered = name
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'))
        .is_some_and(|inner| inner.parse::<std::net::Ipv6Addr>().is_ok());
    let named = !name.is_empty()
        && !name.starts_with(['.', '-'])
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    let known = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    ((numbered || named) && known).then(|| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::public_url;

    #[test]
    fn an_address_is_a_scheme_and_a_host() {
        for good in [
            "https://wz.example.cn",
            "http://127.0.0.1:8311",
            "https://[2001:db8::1]:8443",
            "https://政务.example",
        ] {
            assert_eq!(public_url(good).as_deref(), Some(good));
        }
        assert_eq!(
            public_url("https://wz.example.cn/").as_deref(),
            Some("https://wz.example.cn")
        );
    }

    #[test]
    fn what_links_cannot_begin_with_is_none() {
        for bad in [
            "foo",
            "ftp://x",
            "https://",
            "https://wz.example.cn/12345",
            "https://wz.example.cn?lang=zh",
            "https://wz.example.cn#top",
            "https://me:pass@wz.example.cn",
            "https://wz.example.cn:port",
            "https://wz example.cn",
            "wz.example.cn",
        ] {
            assert_eq!(public_url(bad), None, "{bad}");
        }
    }
}
