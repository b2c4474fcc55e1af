//! Requests of one address: so many a minute, counted in this process alone. It keeps a program that has gone wild from
//! taking the machine away from everybody else; what must not be guessed is counted in the database.

use calendar::Instant;
use office::staff::counted;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;

/// Requests of one address within a minute: an office of some hundred people behind one address stays far below.
const PER_MINUTE: i64 = 3000;
/// Of these, such as read many rows each: a part of the log, a commitment that is looked for in it.
const DEAR_PER_MINUTE: i64 = 60;
const MINUTE_MS: i64 = 60_000;
/// Addresses remembered at once; those that have been quiet for a minute are forgotten first.
const MOST: usize = 100_000;

/// What each address has left.
#[derive(Debug, Default)]
pub(crate) struct Flood(Mutex<HashMap<(IpAddr, bool), Bucket>>);

#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// Thousandths of requests left.
    left: i64,
    at: Instant,
}

impl Flood {
    /// Takes one request of an address; when to come again where there is none left. A proxy on this machine that
    /// nobody named stands for everybody, so this machine's own address is not counted.
    pub(crate) fn take(&self, address: IpAddr, now: Instant) -> Result<(), Instant> {
        self.take_of(address, false, now)
    }

    /// The same for a request that reads many rows; it counts among the others too.
    pub(crate) fn take_dear(&self, address: IpAddr, now: Instant) -> Result<(), Instant> {
        self.take_of(address, false, now)?;
        self.take_of(address, true, now)
    }

    fn take_of(&self, address: IpAddr, dear: bool, now: Instant) -> Result<(), Instant> {
        let own = [
            IpAddr::from([127, 0, 0, 1]),
            IpAddr::from([0, 0, 0, 0, 0, 0, 0, 1]),
        ];
        if own.contains(&address.to_canonical()) {
            return Ok(());
        }
        let address = counted(address);
        // a lock that somebody broke counts nothing: better than answering nobody
        let Ok(mut all) = self.0.lock() else { return Ok(()) };
        if all.len() >= MOST {
            all.retain(|_, bucket| now.ms() - bucket.at.ms() < MINUTE_MS);
            if all.len() >= MOST {
                all.clear();
            }
        }
        let full = if dear { DEAR_PER_MINUTE } else { PER_MINUTE } * 1000;
        let bucket = all
            .entry((address, dear))
            .or_insert(Bucket { left: full, at: now });
        let passed = (now.ms() - bucket.at.ms()).clamp(0, MINUTE_MS);
        bucket.left = full.min(bucket.left + passed * full / MINUTE_MS);
        bucket.at = now;
        if bucket.left >= 1000 {
            bucket.left -= 1000;
            Ok(())
        } else {
            Err(now.plus_ms(1000))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(last: u8) -> IpAddr {
        IpAddr::from([10, 0, 0, last])
    }

    #[test]
    fn an_address_that_floods_waits_and_others_do_not() {
        let flood = Flood::default();
        let at = Instant::from_ms;
        for _ in 0..PER_MINUTE {
            assert_eq!(flood.take(address(1), at(0)), Ok(()));
        }
        assert_eq!(flood.take(address(1), at(0)), Err(at(1000)));
        assert_eq!(flood.take(address(2), at(0)), Ok(()));
        // fifty more after a second
        let taken = (0..100)
            .filter(|_| flood.take(address(1), at(1000)).is_ok())
            .count();
        assert_eq!(taken, 50);
    }

    #[test]
    fn what_reads_many_rows_has_a_measure_of_its_own() {
        let flood = Flood::default();
        let at = Instant::from_ms;
        let taken = (0..100)
            .filter(|_| flood.take_dear(address(1), at(0)).is_ok())
            .count();
        assert_eq!(taken, 60);
        assert_eq!(flood.take(address(1), at(0)), Ok(()));
        assert_eq!(flood.take_dear(address(1), at(1000)), Ok(()));
    }

    #[test]
    fn this_machine_itself_is_not_counted() {
        let flood = Flood::default();
        for own in ["127.0.0.1", "::ffff:127.0.0.1", "::1"] {
            let own: IpAddr = own.parse().unwrap();
            assert!((0..2 * PER_MINUTE).all(|_| flood.take(own, Instant::from_ms(0)).is_ok()));
        }
    }

    #[test]
    fn a_network_of_64_bits_floods_as_one() {
        let flood = Flood::default();
        let at = Instant::from_ms(0);
        let within = |host: u16| IpAddr::from([0x2001, 0xdb8, 1, 2, 0, 0, 0, host]);
        let taken = (0..5000)
            .filter(|host| flood.take(within(*host), at).is_ok())
            .count();
        assert_eq!(taken, 3000);
        assert!(
            flood
                .take(IpAddr::from([0x2001, 0xdb8, 1, 3, 0, 0, 0, 1]), at)
                .is_ok()
        );
    }
}
