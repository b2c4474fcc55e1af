//! What the settings say of signing in: `[sign_in]` and `[sign_on]`.

use super::Reader;
use crate::settings::SettingsError;
use crate::sign_on::{LinkBy, SignOn};
use crate::staff::SignInRules;
use procedure::Words;
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignInTable {
    idle_minutes: Option<Spanned<i64>>,
    longest_hours: Option<Spanned<i64>>,
    #[serde(default)]
    second_factor: Vec<String>,
    leaked_passwords: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignOnTable {
    issuer: Spanned<String>,
    client: String,
    secret_file: Option<Spanned<String>>,
    secret_env: Option<Spanned<String>>,
    zh: String,
    en: String,
    link_by: Option<Spanned<String>>,
}

/// A session idles a week at most, and lasts thirty days.
const MOST_MINUTES: i64 = 7 * 24 * 60;
const MOST_HOURS: i64 = 30 * 24;

impl Reader<'_> {
    pub(super) fn sign_in(&self, table: SignInTable) -> Result<SignInRules, SettingsError> {
        let usual = SignInRules::default();
        let within = |found: Option<Spanned<i64>>, field: &str, most: i64| match found {
            Some(found) if (1..=most).contains(found.get_ref()) => Ok(Some(found.into_inner())),
            Some(found) => {
                let args = [
                    ("field", field.to_owned()),
                    ("text", found.get_ref().to_string()),
                    ("most", most.to_string()),
                ];
                Err(self.fault("settings-sign-in-bounds", found.span().start, &args))
            }
            None => Ok(None),
        };
        let idle = within(table.idle_minutes, "idle_minutes", MOST_MINUTES)?;
        let most = within(table.longest_hours, "longest_hours", MOST_HOURS)?;
        let leaked = match table.leaked_passwords {
            Some(name) => {
                let path = self.folder.join(name.get_ref());
                if let Err(error) = std::fs::File::open(&path) {
                    let args = [
                        ("place", path.display().to_string()),
                        ("reason", error.to_string()),
                    ];
                    return Err(self.fault("settings-leaked-unreadable", name.span().start, &args));
                }
                Some(path)
            }
            None => None,
        };
        Ok(SignInRules {
            idle_ms: idle.map_or(usual.idle_ms, |minutes| minutes * 60_000),
            most_ms: most.map_or(usual.most_ms, |hours| hours * 3_600_000),
            second_factor: table.second_factor,
            leaked,
        })
    }

    pub(super) fn sign_on(&self, table: Spanned<SignOnTable>) -> Result<SignOn, SettingsError> {
        let start = table.span().start;
        let table = table.into_inner();
        let issuer = table.issuer.get_ref();
        let host = super::host_in_clear(issuer);
        // a service that is asked in the clear can be anybody
        if !issuer.starts_with("https://") && !host.is_some_and(super::is_this_machine) {
            return Err(self.value(&table.issuer, "https://sign-on.example"));
        }
        let by = match table.link_by.as_ref().map(|by| by.get_ref().as_str()) {
            None | Some("email") => LinkBy::Email,
            Some("login") => LinkBy::Login,
            Some(_) => {
                let found = table.link_by.as_ref().unwrap_or(&table.issuer);
                return Err(self.value(found, "\"email\", \"login\""));
            }
        };
        let keys = ("secret_file", "secret_env");
        let secret = self.secret(start, keys, table.secret_file, table.secret_env)?;
        let name = Words {
            zh: table.zh,
            en: table.en,
        };
        Ok(SignOn::new(
            table.issuer.into_inner(),
            table.client,
            secret,
            name,
            by,
        ))
    }
}
