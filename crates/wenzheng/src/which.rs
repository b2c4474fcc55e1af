//! Which jurisdiction of an installation a command is about.

use ::calendar::Lang;
use office::Office;
use words::say;

use crate::fault::said;

/// The jurisdiction meant.
#[derive(clap::Args)]
pub(crate) struct Which {
    /// Id of the jurisdiction; needed where there are several
    #[arg(long, value_name = "ID")]
    jurisdiction: Option<String>,
}

impl Which {
    /// Its id. Says so where nothing is set up yet, and where the master key is not the one of this database.
    pub(crate) async fn find(&self, office: &Office, lang: Lang) -> Result<String, String> {
        let there = office
            .store()
            .jurisdictions()
            .await
            .map_err(|error| said(lang, error))?;
        let found = match &self.jurisdiction {
            None if there.len() == 1 => there.first(),
            None => None,
            Some(id) => there.iter().find(|j| j.id == *id),
        };
        let Some(found) = found else {
            if there.is_empty() {
                return Err(say(lang, "commands-not-set-up", &[]));
            }
            let ids: Vec<&str> = there.iter().map(|j| j.id.as_str()).collect();
            let ids = ("ids", ids.join(", "));
            return Err(match &self.jurisdiction {
                Some(id) => say(lang, "commands-no-such-jurisdiction", &[("id", id.clone()), ids]),
                None => say(lang, "commands-which-jurisdiction", &[ids]),
            });
        };
        let fits = office
            .master_key_fits(&found.id)
            .await
            .map_err(|error| said(lang, error))?;
        if fits {
            Ok(found.id.clone())
        } else {
            Err(say(lang, "commands-key-wrong", &[]))
        }
    }
}

/// Who does it, for what the log keeps.
#[derive(clap::Args)]
pub(crate) struct By {
    /// Login of the member of staff who does it [default: the command line]
    #[arg(long, value_name = "LOGIN")]
    by: Option<String>,
}

impl By {
    /// The person's id; `console` where nobody is named.
    pub(crate) async fn find(&self, office: &Office, j: &str, lang: Lang) -> Result<String, String> {
        let Some(login) = &self.by else {
            return Ok("console".to_owned());
        };
        let found = office.store().person_by_login(j, login).await;
        match found.map_err(|error| said(lang, error))? {
            Some(person) => Ok(person.id.as_str().to_owned()),
            None => Err(say(lang, "commands-no-such-login", &[("login", login.clone())])),
        }
    }
}
