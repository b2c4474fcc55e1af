//! What the pages say of the installation they belong to.

use std::sync::Arc;

use ::calendar::Lang;
use office::{Office, SystemClock};
use procedure::Words;
use seal::Key;
use web::shell::Shell;
use words::say;

/// The pages of an installation, which sign their forms with `secret`. Names of jurisdictions come with each request.
pub(crate) fn of(office: &Office, secret: Key) -> Shell {
    let both = |key: &str| Words {
        zh: say(Lang::Zh, key, &[]),
        en: say(Lang::En, key, &[]),
    };
    Shell {
        place: Words {
            zh: String::new(),
            en: String::new(),
        },
        service: both("commands-service"),
        https: office.public_url().starts_with("https://"),
        secret,
        clock: Arc::new(SystemClock),
    }
}
