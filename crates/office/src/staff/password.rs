//! Passwords: Argon2id with the parameters of RFC 9106's second choice scaled to 19 MiB (OWASP), at most two at once.

use super::hashing::Memory;
use crate::{Office, Problem};
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Params, Version, password_hash};

/// Shortest password taken, in characters.
pub const SHORTEST: usize = 10;
/// Longest, in characters: a sentence has room, and nobody keeps the machine busy with a book.
pub const LONGEST: usize = 128;

/// A hash that no password fits: signing in under an unknown name costs the same time.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$Qb1nMbLBqTqRFPS4dg9wUgaPd3D0h9Dcu0DqB3vSg7Q";

impl Office {
    /// Hashes a password, without judging more than its length.
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
        let hashed = self.parts().hashing.run(move |memory| {
            let salt = Salt::new(&salt)?;
            let params = Params::default();
            let hash = PasswordHash {
                algorithm: Algorithm::default().ident(),
                version: Some(Version::default().into()),
                params: ParamsString::try_from(&params)?,
                salt: Some(salt),
                hash: None,
            };
            let output = output(memory, params, password.as_bytes(), &hash)?;
            let hash = PasswordHash {
                hash: Some(output),
                ..hash
            };
            Ok::<_, password_hash::Error>(hash.to_string())
        });
        hashed.await?.map_err(|error| Problem::Corrupt(error.to_string()))
    }

    /// Whether the password fits; takes as long where there is nobody to fit.
    pub(crate) async fn fits(&self, password: &str, hash: Option<&str>) -> Result<bool, Problem> {
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let password = password.to_owned();
        let fits = self.parts().hashing.run(move |memory| {
            let hash = PasswordHash::new(&hash)?;
            let output = output(memory, Params::try_from(&hash)?, password.as_bytes(), &hash)?;
            // Takes as long wherever they differ.
            Ok::<_, password_hash::Error>(hash.hash == Some(output))
        });
        Ok(fits.await?.unwrap_or(false))
    }
}

/// What a password gives with the algorithm, version and salt of a hash.
fn output(
    memory: &mut Memory,
    params: Params,
    password: &[u8],
    hash: &PasswordHash,
) -> Result<Output, password_hash::Error> {
    let algorithm = Algorithm::try_from(hash.algorithm.as_str())?;
    let version = hash.version.map(Version::try_from).transpose()?;
    let salt = hash.salt.as_ref().ok_or(password_hash::Error::SaltInvalid)?;
    let mut buffer = [0u8; Params::DEFAULT_OUTPUT_LEN];
    let argon2 = Argon2::new(algorithm, version.unwrap_or_default(), params);
    memory.hash(&argon2, password, salt, &mut buffer)?;
    Ok(Output::new(&buffer)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

    /// What the thread keeps from one password tells in no other: each hash is as the library's own.
    #[test]
    fn memory_that_was_used_gives_the_same() {
        let mut memory = Memory::default();
        for password in ["one password", "another one", "one password"] {
            let own = Argon2::default()
                .hash_password_with_salt(password.as_bytes(), b"sixteen bytes of")
                .unwrap();
            let kept = output(
                &mut memory,
                Params::try_from(&own).unwrap(),
                password.as_bytes(),
                &own,
            );
            assert_eq!(kept.unwrap(), own.hash.unwrap());
            assert!(
                Argon2::default()
                    .verify_password(password.as_bytes(), &own)
                    .is_ok()
            );
        }
    }
}
