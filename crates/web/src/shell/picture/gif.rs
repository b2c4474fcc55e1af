//! A GIF without comments and what programs wrote beside the pictures.

/// The pictures, their timing and how often they run; `None` where the file is not whole.
pub(super) fn stripped(content: &[u8]) -> Option<Vec<u8>> {
    let flags = *content.get(10)?;
    let head = 13 + table(flags);
    let mut out = content.get(..head)?.to_vec();
    let mut at = head;
    loop {
        match *content.get(at)? {
            0x3b => {
                out.push(0x3b);
                return Some(out);
            }
            0x2c => {
                let data = at + 10 + table(*content.get(at + 9)?) + 1;
                let end = blocks(content, data)?;
                out.extend_from_slice(content.get(at..end)?);
                at = end;
            }
            0x21 => {
                let end = blocks(content, at + 2)?;
                let runs = content.get(at + 1) == Some(&0xff)
                    && content.get(at + 3..at + 14) == Some(b"NETSCAPE2.0");
                if content.get(at + 1) == Some(&0xf9) || runs {
                    out.extend_from_slice(content.get(at..end)?);
                }
                at = end;
            }
            _ => return None,
        }
    }
}

/// Bytes of a table of colours.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 {
        0
    } else {
        3 << ((flags & 7) + 1)
    }
}

/// Behind a row of blocks, each with its length before it.
fn blocks(content: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let length = usize::from(*content.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::stripped;

    #[test]
    fn the_picture_stays_and_the_comment_goes() {
        let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff";
        let runs = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0";
        let comment = b"\x21\xfe\x05hello\0";
        let picture = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
        let whole = [&head[..], runs, comment, picture, b"\x3b", b"behind"].concat();
        let kept = [&head[..], runs, picture, b"\x3b"].concat();
        assert_eq!(stripped(&whole), Some(kept));
        assert_eq!(stripped(&whole[..30]), None);
        assert_eq!(stripped(b"GIF89a"), None);
    }
}
