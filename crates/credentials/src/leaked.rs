//! Passwords that leaked elsewhere: looked up in a file of their hashes, sorted, one on a line. The file may have
//! gigabytes, so it is searched by halving and never read whole.

use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use std::io::{self, Read, Seek, SeekFrom};

/// Which hash a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1, 40 digits: as the lists that circulate have it.
    Sha1,
    /// SHA-256, 64 digits.
    Sha256,
}

/// Most bytes of a line; behind the hash lists count how often it was seen.
const LINE: usize = 128;

/// Which hash a file holds, told by its first line; `None` where it is no such file.
///
/// # Errors
/// The reader's.
pub fn kind(file: &mut (impl Read + Seek)) -> io::Result<Option<Hash>> {
    let line = line_at(file, 0)?;
    Ok(match hash_of(&line).len() {
        40 => Some(Hash::Sha1),
        64 => Some(Hash::Sha256),
        _ => None,
    })
}

/// Whether the hash of a password stands in a sorted file of so many bytes.
///
/// # Errors
/// The reader's.
pub fn holds(file: &mut (impl Read + Seek), bytes: u64, hash: Hash, password: &str) -> io::Result<bool> {
    let wanted = hex(hash, password);
    // the first line that is not smaller begins at `low` or later, and before `high`
    let (mut low, mut high) = (0, bytes);
    while low < high {
        let middle = low + (high - low) / 2;
        let (start, line) = line_from(file, middle, high)?;
        let Some(line) = line else {
            high = middle;
            continue;
        };
        match hash_of(&line).as_str().cmp(wanted.as_str()) {
            std::cmp::Ordering::Equal => return Ok(true),
            std::cmp::Ordering::Less => low = start + line.len() as u64 + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    Ok(low < bytes && hash_of(&line_at(file, low)?) == wanted)
}

/// The first line that begins at `from` or later and before `end`, with where it begins.
fn line_from(file: &mut (impl Read + Seek), from: u64, end: u64) -> io::Result<(u64, Option<Vec<u8>>)> {
    let start = if from == 0 {
        0
    } else {
        // a line begins at `from` where the byte before ends one
        let before = read_at(file, from - 1, LINE)?;
        match before.iter().position(|b| *b == b'\n') {
            Some(at) => from + at as u64,
            None => return Ok((end, None)),
        }
    };
    if start >= end {
        return Ok((start, None));
    }
    Ok((start, Some(line_at(file, start)?)))
}

/// The line that begins there, without its end.
fn line_at(file: &mut (impl Read + Seek), start: u64) -> io::Result<Vec<u8>> {
    let mut line = read_at(file, start, LINE)?;
    let end = line.iter().position(|b| *b == b'\n').unwrap_or(line.len());
    line.truncate(end);
    Ok(line)
}

fn read_at(file: &mut (impl Read + Seek), from: u64, most: usize) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut found = Vec::with_capacity(most);
    file.take(most as u64).read_to_end(&mut found)?;
    Ok(found)
}

/// The hash of a line, in small letters.
fn hash_of(line: &[u8]) -> String {
    let digits = line.iter().take_while(|b| b.is_ascii_hexdigit());
    digits.map(|b| char::from(b.to_ascii_lowercase())).collect()
}

fn hex(hash: Hash, password: &str) -> String {
    let algorithm = match hash {
        Hash::Sha1 => &SHA1_FOR_LEGACY_USE_ONLY,
        Hash::Sha256 => &SHA256,
    };
    hex::encode(digest(algorithm, password.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    /// A list of the hashes of these passwords, as such lists come: capitals, and how often each was seen.
    fn list(hash: Hash, passwords: &[String], end: &str) -> Vec<u8> {
        let mut lines: Vec<String> = passwords.iter().map(|p| hex(hash, p).to_uppercase()).collect();
        lines.sort();
        let lines = lines.iter().zip(1..).map(|(line, n)| format!("{line}:{n}{end}"));
        lines.collect::<String>().into_bytes()
    }

    #[test]
    fn each_of_the_list_is_found_and_no_other() {
        let known: Vec<String> = (0..300).map(|n| format!("password-{n}")).collect();
        for hash in [Hash::Sha1, Hash::Sha256] {
            for end in ["\n", "\r\n"] {
                let bytes = list(hash, &known, end);
                let mut file = Cursor::new(&bytes);
                assert_eq!(kind(&mut file).unwrap(), Some(hash));
                let mut found =
                    |password: &str| holds(&mut file, bytes.len() as u64, hash, password).unwrap();
                assert!(known.iter().all(|password| found(password)));
                assert!(!(300..900).any(|n| found(&format!("password-{n}"))));
            }
        }
    }

    #[test]
    fn lists_of_one_line_and_of_none() {
        let one = list(Hash::Sha1, &["only".to_owned()], "");
        let mut file = Cursor::new(&one);
        assert!(holds(&mut file, one.len() as u64, Hash::Sha1, "only").unwrap());
        assert!(!holds(&mut file, one.len() as u64, Hash::Sha1, "other").unwrap());
        let mut empty = Cursor::new(Vec::new());
        assert!(!holds(&mut empty, 0, Hash::Sha1, "only").unwrap());
        assert_eq!(kind(&mut empty).unwrap(), None);
    }

    #[test]
    fn another_file_is_told_apart() {
        assert_eq!(
            kind(&mut Cursor::new(b"hello, this is a letter\n")).unwrap(),
            None
        );
    }
}
