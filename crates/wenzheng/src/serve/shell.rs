//! What the pages say of the installation they belong to.

use std::sync::Arc;

use ::calendar::Lang;
use office::{Office, Problem, SystemClock};
use procedure::Words;
use seal::Key;
use web::shell::Shell;
use words::say;

/// The pages of a jurisdiction.
pub(crate) async fn of(office: &Office, jurisdiction: &str, master: &Key) -> Result<Shell, Problem> {
    let there = office.store().jurisdictions().await?;
    let found = there.into_iter().find(|j| j.id == jurisdiction);
    let found = found.ok_or(Problem::NoProcedure)?;
    Ok(Shell {
        place: Words {
            zh: found.zh,
            en: found.en,
        },
        service: Words {
            zh: say(Lang::Zh, "commands-service", &[]),
            en: say(Lang::En, "commands-service", &[]),
        },
        https: office.public_url().starts_with("https://"),
        secret: master.derive("pages"),
        clock: Arc::new(SystemClock),
    })
}
