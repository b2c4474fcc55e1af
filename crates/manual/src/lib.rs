//! The manual, in Chinese: what each role comes to do, and what to press.
//!
//! It stands in `docs/manual`, where people read it in the repository, and is built into the program, which shows the same
//! texts as pages. Which page is whose follows from what a procedure lets a role do; its roles have any names.

mod page;
mod picture;
mod reader;
mod render;

pub use page::{INDEX, PAGES, Page, page};
pub use picture::{PICTURES, Picture};
pub use reader::of_role;
