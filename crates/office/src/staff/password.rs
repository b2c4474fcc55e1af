//! Passwords: Argon2id with the parameters of RFC 9106's second choice scaled to 19 MiB (OWASP), at most two at once.

use crate::{Office, Problem};
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash};

/// Shortest password taken, in characters.
pub const SHORTEST: usize = 10;

/// A hash that no password fits: signing in under an unknown name costs the same time.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$Qb1nMbLBqTqRFPS4dg9wUgaPd3D0h9Dcu0DqB3vSg7Q";

impl Office {
    /// Hashes a new password.
    ///
    /// # Errors
    /// A password that is too short.
    pub async fn hash_password(&self, password: &str) -> Result<String, Problem> {
        if password.chars().count() < SHORTEST {
            let mut fault = crate::FieldFault::new("password", "field-password-short");
            fault.args.push(("least", SHORTEST.to_string()));
            return Err(Problem::Invalid(vec![fault]));
        }
        let salt: [u8; 16] = self.chance().bytes();
        let password = password.to_owned();
        let hashed = self.parts().hashing.run(move || {
            Argon2::default()
                .hash_password_with_salt(password.as_bytes(), &salt)
                .map(|h| h.to_string())
        });
        hashed.await?.map_err(|error| Problem::Corrupt(error.to_string()))
    }

    /// Whether the password fits; takes as long where there is nobody to fit.
    pub(crate) async fn fits(&self, password: &str, hash: Option<&str>) -> Result<bool, Problem> {
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let password = password.to_owned();
        let fits = self.parts().hashing.run(move || {
            PasswordHash::new(&hash).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok()
            })
        });
        fits.await
    }
}
