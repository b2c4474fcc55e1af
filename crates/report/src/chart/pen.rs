//! Writes SVG that gets its colours from the page: elements with classes, no style and no script.

use super::{SIZE, WIDTH};
use procedure::draw::measure::width;
use std::fmt::Write;

/// A picture being drawn.
pub(super) struct Pen {
    out: String,
}

/// Where a text stands against its point.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum At {
    Start,
    Middle,
    End,
}

impl Pen {
    /// A picture of the common width. Its name and sentence are read out in its place.
    pub(super) fn new(id: &str, height: f64, title: &str, desc: &str) -> Self {
        let mut out = String::new();
        let id = escape(id);
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{}</title>\
             <desc id=\"{id}-desc\">{}</desc>",
            escape(title),
            escape(desc)
        );
        Self { out }
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</svg>");
        self.out
    }

    /// Patterns that parts are filled with, by the end of their id: lines that lean, and lines that cross.
    pub(super) fn patterns(&mut self, id: &str) {
        let id = escape(id);
        for (name, lines) in [("lean", "M-1 7L7 -1"), ("cross", "M0 0L6 6M6 0L0 6")] {
            let _ = write!(
                self.out,
                "<pattern id=\"{id}-{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"6\" height=\"6\" class=\"ground-{name}\"/><path d=\"{lines}\" class=\"lines-{name}\"/>\
                 </pattern>"
            );
        }
    }

    pub(super) fn rect(&mut self, (x, y, w, h): (f64, f64, f64, f64), class: &str) {
        let _ = write!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" class=\"{class}\"/>"
        );
    }

    /// Filled with a pattern of this picture.
    pub(super) fn patterned(&mut self, (x, y, w, h): (f64, f64, f64, f64), id: &str, name: &str) {
        let id = escape(id);
        let _ = write!(
            self.out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" class=\"edge\" fill=\"url(#{id}-{name})\"/>"
        );
    }

    pub(super) fn line(&mut self, points: &[(f64, f64)], class: &str) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let _ = write!(
            self.out,
            "<polyline points=\"{}\" class=\"{class}\"/>",
            points.join(" ")
        );
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64), class: &str) {
        let _ = write!(
            self.out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"2.4\" class=\"{class}\"/>"
        );
    }

    /// A text; whatever it is set against, it stays within the picture.
    pub(super) fn text(&mut self, (x, y): (f64, f64), at: At, text: &str, class: &str) {
        let wide = width(text, SIZE);
        let left = match at {
            At::Start => x,
            At::Middle => x - wide / 2.0,
            At::End => x - wide,
        };
        let left = left.min(WIDTH - wide).max(0.0);
        // what is set against its end must end there, also in a font that is narrower than counted
        let (x, anchor) = match at {
            At::Start => (left, ""),
            At::Middle => (left + wide / 2.0, " text-anchor=\"middle\""),
            At::End => (left + wide, " text-anchor=\"end\""),
        };
        let class = if class.is_empty() {
            String::new()
        } else {
            format!(" class=\"{class}\"")
        };
        let _ = write!(
            self.out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\"{anchor}{class}>{}</text>",
            escape(text)
        );
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
