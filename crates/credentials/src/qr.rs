//! A QR code as the path of an SVG drawing: drawn by the server, because pages load nothing and run no scripts.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write as _;

/// A drawing: its width in modules, quiet zone and all, and its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Width and height in modules.
    pub size: i32,
    /// What is black, for the attribute `d`.
    pub path: String,
}

/// Modules left white on each side (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The pattern laid over every code, number 3 of ISO/IEC 18004. The standard would have all eight tried and the evenest
/// taken; that takes eight times as long, on every receipt, and what is written here is as good as random under any.
const MASK: u8 = 3;

/// Draws a text; `None` where it is too long for any code.
pub fn draw(text: &str) -> Option<Drawing> {
    draw_parts(&[text])
}

/// Draws a text that is given in parts, each written in the way that suits it: capitals and digits take two thirds of the
/// room of other signs. `None` where it is too long for any code.
pub fn draw_parts(parts: &[&str]) -> Option<Drawing> {
    let segments: Vec<QrSegment> = parts
        .iter()
        .flat_map(|part| QrSegment::make_segments(part))
        .collect();
    let (least, most, mask) = (Version::MIN, Version::MAX, Some(Mask::new(MASK)));
    let medium = QrCodeEcc::Medium;
    let code = QrCode::encode_segments_advanced(&segments, medium, least, most, mask, true).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let (left, top, wide) = (from + QUIET, y + QUIET, x - from);
                // Writing to a text never fails.
                let _ = write!(path, "M{left} {top}h{wide}v1h-{wide}z");
            }
            x += 1;
        }
    }
    Some(Drawing {
        size: code.size() + 2 * QUIET,
        path,
    })
}

#[cfg(test)]
mod tests {
    use super::{draw, draw_parts};

    /// The finder pattern in the corner: seven black modules, after the quiet zone.
    #[test]
    fn the_corner_is_where_readers_look_for_it() {
        let drawn = draw("otpauth://totp/a:b?secret=GEZDGNBV").unwrap();
        assert!(drawn.path.starts_with("M4 4h7v1h-7z"), "{}", drawn.path);
        assert!(drawn.size >= 21 + 8);
    }

    #[test]
    fn parts_that_are_capitals_take_less_room() {
        let (front, behind) = ("https://example.cn/verify?receipt=", "MZXW6YTBOI".repeat(50));
        let apart = draw_parts(&[front, &behind]).unwrap();
        let together = draw(&format!("{front}{behind}")).unwrap();
        assert!(apart.size < together.size, "{} {}", apart.size, together.size);
    }

    #[test]
    fn what_is_too_long_is_not_drawn() {
        assert_eq!(draw(&"字".repeat(2000)), None);
    }
}
