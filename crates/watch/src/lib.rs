//! What is noticed elsewhere: feeds (RSS 2.0, Atom) read into posts, the visible text of pages, what changed in it, and
//! which addresses are asked at all. Pure: what came is given.

mod address;
mod change;
mod decode;
mod feed;
mod page;

pub use address::{Refused, hop, reaches};
pub use change::{Change, changes};
pub use decode::decoded;
pub use feed::{FeedError, Post, feed};
pub use page::visible;
