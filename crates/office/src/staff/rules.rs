//! What an installation asks of those who sign in, as its settings say.

use crate::{Office, Problem};
use case::access::{ADMINISTRATOR, KEEPER};
use procedure::Procedure;
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

impl SignInRules {
    /// The first role in `second_factor` that is none of these procedures, which are those in force: whoever meant it
    /// would sign in without a second factor. Where no procedure is in force yet, nothing is known.
    pub fn unknown_role<'a>(
        &self,
        procedures: impl IntoIterator<Item = &'a Procedure>,
    ) -> Option<UnknownRole> {
        let mut known = BTreeSet::new();
        for procedure in procedures {
            known.extend(procedure.roles.iter().map(|role| role.id.as_str()));
        }
        if known.is_empty() {
            return None;
        }
        known.extend([ADMINISTRATOR, KEEPER]);
        let unknown = self
            .second_factor
            .iter()
            .find(|role| !known.contains(role.as_str()))?;
        Some(UnknownRole {
            role: unknown.clone(),
            known: known.into_iter().map(str::to_owned).collect(),
        })
    }
}

impl Office {
    /// The first role in `second_factor` that is none of any procedure in force here.
    ///
    /// # Errors
    /// The store's.
    pub async fn unknown_second_factor(&self) -> Result<Option<UnknownRole>, Problem> {
        let mut procedures = Vec::new();
        for jurisdiction in self.jurisdictions().await?.iter() {
            match self.in_force(&jurisdiction.id, self.now()).await {
                Ok(rules) => procedures.push(rules.procedure),
                Err(Problem::NoProcedure) => {}
                Err(problem) => return Err(problem),
            }
        }
        Ok(self
            .sign_in_rules()
            .unknown_role(procedures.iter().map(AsRef::as_ref)))
    }
}
