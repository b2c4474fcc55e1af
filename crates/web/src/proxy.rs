//! Behind a web server that ends TLS, every connection comes from there: whose request it is, that server says in
//! `X-Forwarded-For`. It is believed only from addresses that the operator named, and only up to the first address that
//! is none of these: what stands before that, anybody could have written.

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use axum::middleware::map_request;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

/// Addresses of web servers whose word is taken: one address, or a network as `10.1.0.0/16`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trusted {
    network: IpAddr,
    bits: u8,
}

/// Neither an address nor a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoNetwork;

impl FromStr for Trusted {
    type Err = NoNetwork;

    fn from_str(text: &str) -> Result<Self, NoNetwork> {
        let (network, bits) = match text.split_once('/') {
            Some((network, bits)) => (network, Some(bits.parse().map_err(|_| NoNetwork)?)),
            None => (text, None),
        };
        let network: IpAddr = network.parse().map_err(|_| NoNetwork)?;
        let most = if network.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(most);
        if bits > most {
            return Err(NoNetwork);
        }
        Ok(Self { network, bits })
    }
}

impl Trusted {
    fn holds(&self, address: IpAddr) -> bool {
        let bits = u32::from(self.bits);
        match (self.network, address.to_canonical()) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let behind = |address: u32| address.checked_shr(32 - bits).unwrap_or(0);
                behind(network.to_bits()) == behind(address.to_bits())
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let behind = |address: u128| address.checked_shr(128 - bits).unwrap_or(0);
                behind(network.to_bits()) == behind(address.to_bits())
            }
            _ => false,
        }
    }
}

/// The program behind these web servers: each request counts as coming from where they say it comes from.
pub fn behind(router: Router, trusted: Vec<Trusted>) -> Router {
    if trusted.is_empty() {
        return router;
    }
    router.layer(map_request(move |mut request: Request| {
        let connection = request.extensions().get::<ConnectInfo<SocketAddr>>();
        if let Some(ConnectInfo(peer)) = connection.copied() {
            // What the client wrote may be no text at all; what the server added behind it counts nevertheless.
            let said = request.headers().get_all("x-forwarded-for").iter();
            let said: Vec<_> = said
                .map(|line| String::from_utf8_lossy(line.as_bytes()))
                .collect();
            let hops: Vec<&str> = said
                .iter()
                .flat_map(|line| line.split(','))
                .map(str::trim)
                .collect();
            let from = origin(peer.ip(), &hops, &trusted);
            request
                .extensions_mut()
                .insert(ConnectInfo(SocketAddr::new(from, peer.port())));
        }
        std::future::ready(request)
    }))
}

/// Where a request comes from: back along the way that it is said to have taken, as long as trusted servers say it.
fn origin(peer: IpAddr, hops: &[&str], trusted: &[Trusted]) -> IpAddr {
    let known = |address: IpAddr| trusted.iter().any(|trusted| trusted.holds(address));
    let mut from = peer;
    for hop in hops.iter().rev() {
        if !known(from) {
            break;
        }
        // What is no address is no hop: the last one that was sure counts.
        let Ok(before) = hop.parse::<IpAddr>() else { break };
        from = before;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, hops: &[&str], trusted: &[&str]) -> String {
        let trusted: Vec<Trusted> = trusted.iter().filter_map(|text| text.parse().ok()).collect();
        let peer = peer.parse().unwrap_or(IpAddr::from([0, 0, 0, 0]));
        origin(peer, hops, &trusted).to_string()
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(
            from("203.0.113.9", &["198.51.100.1"], &["127.0.0.1"]),
            "203.0.113.9"
        );
        assert_eq!(
            from("127.0.0.1", &["198.51.100.1"], &["127.0.0.1"]),
            "198.51.100.1"
        );
    }

    #[test]
    fn what_a_client_wrote_itself_stands_before_what_the_server_added() {
        let hops = ["10.0.0.1", "6.6.6.6", "198.51.100.1"];
        assert_eq!(from("127.0.0.1", &hops, &["127.0.0.1"]), "198.51.100.1");
        let two = ["6.6.6.6", "198.51.100.1", "10.0.3.4"];
        assert_eq!(
            from("127.0.0.1", &two, &["127.0.0.1", "10.0.0.0/8"]),
            "198.51.100.1"
        );
    }

    #[test]
    fn what_is_no_address_ends_the_way() {
        assert_eq!(from("127.0.0.1", &["unknown"], &["127.0.0.1"]), "127.0.0.1");
        assert_eq!(from("::ffff:127.0.0.1", &["::1"], &["127.0.0.1"]), "::1");
    }

    #[test]
    fn networks_are_read_as_they_are_written() {
        let held = |network: &str, address: &str| {
            let (network, address) = (network.parse::<Trusted>(), address.parse::<IpAddr>());
            matches!((network, address), (Ok(network), Ok(address)) if network.holds(address))
        };
        assert!(held("10.1.0.0/16", "10.1.255.1") && !held("10.1.0.0/16", "10.2.0.1"));
        assert!(held("0.0.0.0/0", "8.8.8.8") && !held("0.0.0.0/0", "::1"));
        assert!(held("fd00::/8", "fd12::1") && !held("fd00::/8", "fe80::1"));
        assert!(held("::/0", "::1"));
        for wrong in ["", "10.0.0.0/33", "10.0.0/8", "host", "10.0.0.0/x"] {
            assert!(wrong.parse::<Trusted>().is_err(), "{wrong}");
        }
    }
}
