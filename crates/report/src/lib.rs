//! Documents: what the clauses call for on paper, as HTML that prints on A4 and as DOCX; lists as CSV and XLSX; charts.
//!
//! Pure: a [`Paper`] is made elsewhere, from events and templates; here it only gets its form. The same paper gives the
//! same bytes, whenever it is asked for.

pub mod chart;
pub mod docx;
mod html;
mod number;
mod paper;
pub mod sheet;

pub use docx::DocxError;
pub use number::Number;
pub use paper::{Block, Paper, Signature, Table, day};

/// The style sheet that goes with [`Paper::html`]: on screen a sheet, on A4 with the margins of an official document.
pub const STYLE: &str = include_str!("../static/paper.css");
