//! From where somebody signs in.

use std::net::{IpAddr, Ipv6Addr};

/// From where somebody signs in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// Address of the connection.
    pub address: &'a str,
    /// What the browser says of itself.
    pub browser: &'a str,
    /// The mark that an earlier sign-in of the same person left in this browser, unchecked.
    pub device: Option<&'a str>,
}

/// Most characters kept of what a browser says of itself.
const MOST: usize = 200;

/// The address under which tries are counted: who has one of IPv6 has the whole network of 64 bits behind it, and one of
/// IPv4 that is written as IPv6 is still that one.
pub fn counted(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let network = address.to_bits() & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(network))
        }
    }
}

impl Origin<'_> {
    /// The address under which its tries are counted; what is none counts as it stands.
    pub(crate) fn counted(&self) -> String {
        match self.address.parse::<IpAddr>() {
            Ok(address) => counted(address).to_string(),
            Err(_) => self.address.to_owned(),
        }
    }

    /// As a session keeps it.
    pub(crate) fn stored(&self, way: &str) -> store::Origin {
        let plain = self.browser.chars().filter(|c| !c.is_control());
        store::Origin {
            address: self.address.to_owned(),
            browser: plain.take(MOST).collect(),
            way: way.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_network_of_64_bits_counts_as_one() {
        for (address, network) in [
            ("10.0.0.1", "10.0.0.1"),
            ("::ffff:10.0.0.1", "10.0.0.1"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("2001:db8:1:3::6", "2001:db8:1:3::"),
            ("", ""),
        ] {
            let origin = Origin {
                address,
                ..Origin::default()
            };
            assert_eq!(origin.counted(), network);
        }
    }
}
