//! Which addresses are asked: the web only, and never where a redirect leads into a machine or its neighbourhood.

use core::net::IpAddr;

/// Why an address is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Neither http nor https.
    NotTheWeb,
    /// No host.
    NoHost,
}

/// The scheme and host of an address, in lower case, where it is one of the web.
///
/// # Errors
/// [`Refused`] for all else: `file:`, `ftp:`, what has no host.
pub fn hop(address: &str) -> Result<(&'static str, String), Refused> {
    let lower = address.trim().to_ascii_lowercase();
    let (scheme, rest) = if let Some(rest) = lower.strip_prefix("https://") {
        ("https", rest)
    } else if let Some(rest) = lower.strip_prefix("http://") {
        ("http", rest)
    } else {
        return Err(Refused::NotTheWeb);
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // whoever writes a name and password into an address means another host than it seems
    if authority.is_empty() || authority.contains('@') || authority.chars().any(|c| c <= ' ' || c == '\\') {
        return Err(Refused::NoHost);
    }
    let host = match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    if host.is_empty() {
        return Err(Refused::NoHost);
    }
    Ok((scheme, host.to_owned()))
}

/// Whether a connection may go to an IP address. `entered` is whether the administrator entered this host: a site of the
/// office's own network is asked only then. Link-local addresses, where clouds keep their secrets, are never asked.
pub fn reaches(ip: IpAddr, entered: bool) -> bool {
    let ip = ip.to_canonical();
    let (never, inner) = match ip {
        IpAddr::V4(ip) => (
            ip.is_link_local() || ip.is_multicast() || ip.is_broadcast() || ip.octets()[0] == 0,
            ip.is_loopback() || ip.is_private() || shared(ip.octets()),
        ),
        IpAddr::V6(ip) => (
            ip.is_multicast() || ip.is_unspecified() || ip.is_unicast_link_local(),
            ip.is_loopback() || ip.is_unique_local(),
        ),
    };
    !never && (entered || !inner)
}

/// The shared space of carriers, 100.64.0.0/10.
fn shared([first, second, ..]: [u8; 4]) -> bool {
    first == 100 && (64..128).contains(&second)
}

#[cfg(test)]
mod tests {
    use super::{Refused, hop, reaches};

    #[test]
    fn only_the_web_is_asked() {
        assert_eq!(
            hop("HTTPS://A.example:443/x"),
            Ok(("https", "a.example".to_owned()))
        );
        assert_eq!(hop("http://[::1]:80/"), Ok(("http", "::1".to_owned())));
        for address in [
            "file:///etc/passwd",
            "ftp://a.example",
            "gopher://a",
            "/feed",
            "javascript:1",
        ] {
            assert_eq!(hop(address), Err(Refused::NotTheWeb), "{address}");
        }
        for address in ["http://", "http:///x", "http://a@b.example", "http://a b"] {
            assert_eq!(hop(address), Err(Refused::NoHost), "{address}");
        }
    }

    #[test]
    fn nothing_leads_into_the_neighbourhood_of_a_machine() {
        let reaches = |ip: &str, entered| reaches(ip.parse().unwrap(), entered);
        for ip in [
            "169.254.169.254",
            "fe80::1",
            "::ffff:169.254.1.1",
            "224.0.0.1",
            "0.0.0.0",
            "::",
        ] {
            assert!(!reaches(ip, true) && !reaches(ip, false), "{ip}");
        }
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.1.1",
            "172.16.0.1",
            "100.64.0.1",
            "::1",
            "fd00::1",
        ] {
            assert!(reaches(ip, true) && !reaches(ip, false), "{ip}");
        }
        assert!(reaches("93.184.216.34", false) && reaches("2400:3200::1", false));
    }
}
