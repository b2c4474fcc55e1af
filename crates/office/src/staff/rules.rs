//! What an installation asks of those who sign in, as its settings say.

use crate::{Office, Problem};
use case::access::{ADMINISTRATOR, KEEPER};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// What is asked. What the settings do not name is as here.
#[derive(Debug, Clone)]
pub struct SignInRules {
    /// A session that nobody uses is over after this time, in milliseconds.
    pub idle_ms: i64,
    /// In use it is over after this time.
    pub most_ms: i64,
    /// Roles whose holders must show a second factor.
    pub second_factor: Vec<String>,
    /// File of hashes of leaked passwords.
    pub leaked: Option<PathBuf>,
}

impl Default for SignInRules {
    fn default() -> Self {
        Self {
            idle_ms: 2 * 3_600_000,
            // a long shift
            most_ms: 12 * 3_600_000,
            second_factor: Vec::new(),
            leaked: None,
        }
    }
}

/// A role that the settings name and no procedure knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRole {
    /// As it stands there.
    pub role: String,
    /// The roles that there are.
    pub known: Vec<String>,
}

impl Office {
    /// The first role in `second_factor` that is none of any procedure in force here: whoever meant it would sign in
    /// without a second factor. Where no procedure is in force yet, nothing is known.
    ///
    /// # Errors
    /// The store's.
    pub async fn unknown_second_factor(&self) -> Result<Option<UnknownRole>, Problem> {
        let mut known = BTreeSet::from([ADMINISTRATOR.to_owned(), KEEPER.to_owned()]);
        let mut adopted = false;
        for jurisdiction in self.jurisdictions().await?.iter() {
            match self.in_force(&jurisdiction.id, self.now()).await {
                Ok(rules) => {
                    adopted = true;
                    known.extend(rules.procedure.roles.iter().map(|role| role.id.clone()));
                }
                Err(Problem::NoProcedure) => {}
                Err(problem) => return Err(problem),
            }
        }
        let asked = self.sign_in_rules().second_factor.iter();
        let unknown = asked.filter(|_| adopted).find(|role| !known.contains(*role));
        Ok(unknown.map(|role| UnknownRole {
            role: role.clone(),
            known: known.iter().cloned().collect(),
        }))
    }
}
