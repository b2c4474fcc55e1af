//! A WebP without EXIF and XMP.

/// In the extended head: whether EXIF, and whether XMP follows.
const TOLD: u8 = 0x08 | 0x04;

/// The picture alone; `None` where the file is not whole.
pub(super) fn stripped(content: &[u8]) -> Option<Vec<u8>> {
    let size = u32::from_le_bytes(content.get(4..8)?.try_into().ok()?);
    let whole = content.get(12..8 + usize::try_from(size).ok()?)?;
    let mut body = b"WEBP".to_vec();
    let mut at = 0;
    while at < whole.len() {
        let name = whole.get(at..at + 4)?;
        let length = u32::from_le_bytes(whole.get(at + 4..at + 8)?.try_into().ok()?);
        let length = usize::try_from(length).ok()?;
        // chunks begin at even places
        let end = at + 8 + length + length % 2;
        let chunk = whole
            .get(at..end.min(whole.len()))
            .filter(|chunk| chunk.len() >= 8 + length)?;
        if name != b"EXIF" && name != b"XMP " {
            let from = body.len();
            body.extend_from_slice(chunk);
            if name == b"VP8X"
                && let Some(flags) = body.get_mut(from + 8)
            {
                *flags &= !TOLD;
            }
        }
        at = end;
    }
    let size = u32::try_from(body.len()).ok()?.to_le_bytes();
    Some([b"RIFF", &size[..], &body].concat())
}

#[cfg(test)]
mod tests {
    use super::stripped;

    fn chunk(name: &[u8], content: &[u8]) -> Vec<u8> {
        let mut chunk = [
            name,
            &u32::try_from(content.len()).unwrap().to_le_bytes(),
            content,
        ]
        .concat();
        if content.len() % 2 == 1 {
            chunk.push(0);
        }
        chunk
    }

    fn file(chunks: &[Vec<u8>]) -> Vec<u8> {
        let body = [b"WEBP".to_vec(), chunks.concat()].concat();
        chunk(b"RIFF", &body)
    }

    #[test]
    fn the_picture_stays_and_the_place_goes() {
        let head = |flags: u8| chunk(b"VP8X", &[flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
        let picture = chunk(b"VP8 ", b"picture");
        let whole = file(&[
            head(0x0c),
            picture.clone(),
            chunk(b"EXIF", b"GPS"),
            chunk(b"XMP ", b"<x/>"),
        ]);
        assert_eq!(stripped(&whole), Some(file(&[head(0), picture])));
        assert_eq!(stripped(&whole[..40]), None);
    }
}
