//! What every answer goes through: language, security headers, cookies, forms, errors, the frame around a page.

mod assets;
mod bounded;
mod compress;
mod cookies;
mod cover;
mod enter;
mod error;
mod flash;
mod flood;
mod frame;
mod guard;
mod headers;
mod here;
mod lang;
mod media;
mod multipart;
mod picture;
mod pictures;
mod posted;
mod problem;
mod reading;
mod refused;
mod script;
mod site;

pub(crate) use assets::{paper_style, passkey_script};
pub use cookies::Life;
pub(crate) use cookies::read as read_cookie;
pub use enter::wrap;
pub use error::PageError;
pub use flash::Flash;
pub(crate) use frame::Staff;
pub use frame::{Again, Entry, Frame, Live, Who};
pub(crate) use headers::{allow_position, put as security_headers};
pub use here::Here;
pub use lang::T;
pub(crate) use lang::choose as choose_lang;
pub(crate) use media::{ACCEPT, of as media_of};
pub(crate) use multipart::{FILE, plain_name};
pub(crate) use picture::cleaned;
pub(crate) use pictures::address as picture_address;
pub use posted::{File, Posted};
pub use reading::Reading;
pub(crate) use refused::{RefusedFile, Why};
pub(crate) use site::Asked;
pub use site::Site;

use office::Clock;
use procedure::Words;
use seal::Key;
use std::sync::Arc;

/// What the shell must know of the installation.
#[derive(Clone)]
pub struct Shell {
    /// Name that the header shows where no jurisdiction is known.
    pub place: Words,
    /// Name of the service, such as 12345热线.
    pub service: Words,
    /// Whether people reach it by https: then cookies are Secure and HSTS is sent.
    pub https: bool,
    /// Secret of this installation; signs form tokens and flash messages.
    pub secret: Key,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
}
