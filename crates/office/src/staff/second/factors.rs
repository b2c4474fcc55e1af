//! What second factors a person has, and whether there must be one.

use super::{Owes, used_id};
use crate::credentials::Credential;
use crate::directory::day_of;
use crate::{Office, Problem};
use case::PersonId;

/// What a person has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factors {
    /// Whether there is an authenticator.
    pub authenticator: bool,
    /// How many passkeys.
    pub passkeys: usize,
    /// Recovery codes that were not used yet.
    pub recovery_left: usize,
    /// Whether a role held today asks for it.
    pub required: bool,
}

impl Factors {
    /// Whether there is any second factor.
    pub fn any(&self) -> bool {
        self.authenticator || self.passkeys > 0
    }
}

impl Office {
    /// What a person must show beside the password.
    pub(crate) async fn owed(&self, j: &str, person: &PersonId) -> Result<Option<Owes>, Problem> {
        let factors = self.factors(j, person).await?;
        Ok(match factors {
            _ if factors.any() => Some(Owes::Code),
            Factors { required: true, .. } => Some(Owes::SetUp),
            _ => None,
        })
    }

    /// What a person has, and whether it must be.
    ///
    /// # Errors
    /// The store's.
    pub async fn factors(&self, j: &str, person: &PersonId) -> Result<Factors, Problem> {
        let held = self.held(j, person).await?;
        let (mut recovery_left, mut passkeys, mut authenticator) = (0, 0, false);
        for one in &held {
            match &one.what {
                Credential::Totp { .. } => authenticator = true,
                Credential::Passkey { .. } => passkeys += 1,
                Credential::Recovery { hashes } => {
                    for hash in hashes {
                        let used = self.store().credential_used(j, &used_id(one, hash)).await?;
                        recovery_left += usize::from(used.is_none());
                    }
                }
                Credential::SignOn { .. } | Credential::Key { .. } => {}
            }
        }
        let roles = &self.sign_in_rules().second_factor;
        let required = !roles.is_empty() && {
            let posts = self.store().posts(j, person, day_of(self.now())).await?;
            posts.iter().any(|post| roles.contains(&post.role))
        };
        Ok(Factors {
            authenticator,
            passkeys,
            recovery_left,
            required,
        })
    }
}
