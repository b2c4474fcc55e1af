//! Signing in by a service that knows the staff already (OpenID Connect): authorization code with PKCE and a nonce. It
//! makes nobody a member of staff: whom it names must have been entered by the administrator.

mod begin;
mod finish;
mod link;
mod service;

pub use finish::Back;
pub use service::{LinkBy, SignOn};
