//! Writes SVG: only elements and presentation attributes, which need no style sheet.

use std::fmt::Write;

/// Fonts that government offices have, in this order.
const FONTS: &str =
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','SimHei',sans-serif";

/// Colours of the picture.
pub(super) mod ink {
    pub(in super::super) const TEXT: &str = "#1f2933";
    pub(in super::super) const SOFT: &str = "#52606d";
    pub(in super::super) const EDGE: &str = "#b8c4d0";
    pub(in super::super) const PAPER: &str = "#ffffff";
    pub(in super::super) const END: &str = "#eef1f4";
    pub(in super::super) const CASES: &str = "#f2f6fb";
    pub(in super::super) const ORDERS: &str = "#f3f8f3";
    pub(in super::super) const BLUE: &str = "#1d4f91";
    pub(in super::super) const TRACKS: [&str; 8] = [
        "#1d5fa8", "#b4541a", "#2e7d4f", "#8a3a8f", "#a32c3b", "#0f7c86", "#5b6b1f", "#5a4fa3",
    ];
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Set<'a> {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) ink: &'a str,
    pub(super) end: bool,
}

pub(super) struct Pen {
    out: String,
}

impl Pen {
    pub(super) fn new(width: f64, height: f64, title: &str, desc: &str) -> Self {
        let mut out = String::new();
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"picture-title picture-desc\" \
             font-family=\"{FONTS}\">\n<title id=\"picture-title\">{}</title>\n<desc id=\"picture-desc\">{}</desc>\n",
            escape(title),
            escape(desc)
        );
        let mut pen = Self { out };
        pen.rect((0.0, 0.0, width, height), 0.0, ink::PAPER, None);
        pen
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</svg>\n");
        self.out
    }

    /// Opens a group that screen readers read as one thing.
    pub(super) fn open(&mut self, title: &str) {
        let _ = writeln!(self.out, "<g><title>{}</title>", escape(title));
    }

    pub(super) fn close(&mut self) {
        self.out.push_str("</g>\n");
    }

    pub(super) fn rect(
        &mut self,
        (x, y, w, h): (f64, f64, f64, f64),
        r: f64,
        fill: &str,
        stroke: Option<&str>,
    ) {
        let stroke = stroke
            .map(|s| format!(" stroke=\"{s}\" stroke-width=\"1.2\""))
            .unwrap_or_default();
        let _ = writeln!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{r}\" fill=\"{fill}\"{stroke}/>"
        );
    }

    pub(super) fn text(&mut self, x: f64, y: f64, text: &str, set: Set<'_>) {
        let weight = if set.bold { " font-weight=\"600\"" } else { "" };
        let anchor = if set.end { " text-anchor=\"end\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" fill=\"{}\"{weight}{anchor}>{}</text>",
            set.size,
            set.ink,
            escape(text)
        );
    }

    /// A straight line, with a white margin on both sides that keeps crossings legible.
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), ink: &str, dashed: bool) {
        let length = (x2 - x1).hypot(y2 - y1).max(1.0);
        // the margin leaves out the line's beginning, where it joins another
        let (mx, my) = (x1 + (x2 - x1) * 3.0 / length, y1 + (y2 - y1) * 3.0 / length);
        let dash = if dashed { " stroke-dasharray=\"5 4\"" } else { "" };
        let _ = writeln!(
            self.out,
            "<path d=\"M{mx:.1} {my:.1} L{x2:.1} {y2:.1}\" stroke=\"#ffffff\" stroke-width=\"5\"/>\
             <path d=\"M{x1:.1} {y1:.1} L{x2:.1} {y2:.1}\" stroke=\"{ink}\" stroke-width=\"1.8\" \
             stroke-linecap=\"round\"{dash}/>"
        );
    }

    pub(super) fn dot(&mut self, x: f64, y: f64, r: f64, ink: &str) {
        let _ = writeln!(
            self.out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"{ink}\"/>"
        );
    }

    /// An arrow head whose point is at `(x, y)`, looking along `(dx, dy)`.
    pub(super) fn head(&mut self, (x, y): (f64, f64), (dx, dy): (f64, f64), ink: &str) {
        let (back, side) = (9.0, 4.5);
        let (ax, ay) = (x - dx * back - dy * side, y - dy * back + dx * side);
        let (bx, by) = (x - dx * back + dy * side, y - dy * back - dx * side);
        let _ = writeln!(
            self.out,
            "<path d=\"M{x:.1} {y:.1} L{ax:.1} {ay:.1} L{bx:.1} {by:.1} Z\" fill=\"{ink}\"/>"
        );
    }

    /// The face of a clock, for badges.
    pub(super) fn clock(&mut self, x: f64, y: f64, ink: &str) {
        let _ = writeln!(
            self.out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.3\"/>\
             <path d=\"M{x:.1} {:.1} L{x:.1} {y:.1} L{:.1} {y:.1}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.3\"/>",
            y - 3.2,
            x + 2.6
        );
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
