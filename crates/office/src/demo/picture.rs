//! A small picture to attach: drawn here, so that it shows nothing and nobody.

use crate::Upload;

const SIDE: u32 = 96;

/// A PNG of 96 by 96 pixels: a wall with a stain, in shades of grey.
pub(super) fn upload(name: &str, shade: u8) -> Upload {
    let mut rows = Vec::new();
    for y in 0..SIDE {
        rows.push(0);
        for x in 0..SIDE {
            let (dx, dy) = (x.abs_diff(52), y.abs_diff(44));
            let stain = dx * dx + dy * dy * 2 < 700;
            let joint = y % 16 == 0 || (x + y / 16 * 12).is_multiple_of(24);
            rows.push(match (stain, joint) {
                (true, _) => shade / 3,
                (_, true) => 120,
                _ => shade,
            });
        }
    }
    Upload {
        name: name.to_owned(),
        media: "image/png".to_owned(),
        content: png(&rows),
    }
}

/// One channel of eight bits, its rows each behind a filter byte.
fn png(rows: &[u8]) -> Vec<u8> {
    let mut out = vec![0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
    let mut head = Vec::new();
    head.extend(SIDE.to_be_bytes());
    head.extend(SIDE.to_be_bytes());
    head.extend([8, 0, 0, 0, 0]);
    chunk(&mut out, b"IHDR", &head);
    chunk(&mut out, b"IDAT", &stored(rows));
    chunk(&mut out, b"IEND", &[]);
    out
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    out.extend(u32::try_from(data.len()).unwrap_or_default().to_be_bytes());
    out.extend(kind);
    out.extend(data);
    out.extend(crc(kind.iter().chain(data)).to_be_bytes());
}

/// A zlib stream that is stored, not compressed: one block takes up to 65,535 bytes.
fn stored(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).unwrap_or_default();
    let mut out = vec![0x78, 0x01, 0x01];
    out.extend(length.to_le_bytes());
    out.extend((!length).to_le_bytes());
    out.extend(data);
    let (a, b) = data.iter().fold((1u32, 0u32), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    out.extend((b << 16 | a).to_be_bytes());
    out
}

fn crc<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    !bytes.fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}
