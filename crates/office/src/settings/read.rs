//! Reads the settings and the secrets that they name.

mod attachments;
mod sign_in;

use super::{Encryption, FILE, QuietHours, Settings, SettingsError, Smtp, Webhook};
use crate::log::LogChoice;
use crate::senders::Secret;
use jiff::civil::Time;
use serde::Deserialize;
use std::io::ErrorKind;
use std::path::Path;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    public_url: Option<Spanned<String>>,
    smtp: Option<Spanned<SmtpTable>>,
    sms: Option<Spanned<SmsTable>>,
    wechat: Option<Spanned<WechatTable>>,
    quiet_hours: Option<QuietTable>,
    sealing: Option<SealingTable>,
    sign_in: Option<sign_in::SignInTable>,
    sign_on: Option<Spanned<sign_in::SignOnTable>>,
    log: Option<LogTable>,
    attachments: Option<Spanned<attachments::AttachmentsTable>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SmtpTable {
    host: String,
    port: Option<u16>,
    encryption: Option<Spanned<String>>,
    user: Option<String>,
    password_file: Option<Spanned<String>>,
    password_env: Option<Spanned<String>>,
    from: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SmsTable {
    url: Spanned<String>,
    secret_file: Option<Spanned<String>>,
    secret_env: Option<Spanned<String>>,
    code_template: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WechatTable {
    url: Spanned<String>,
    secret_file: Option<Spanned<String>>,
    secret_env: Option<Spanned<String>>,
    channels: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuietTable {
    from: Spanned<String>,
    to: Spanned<String>,
    reason: String,
    set_by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SealingTable {
    cipher: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogTable {
    hash: Option<Spanned<String>>,
    signature: Option<Spanned<String>>,
}

impl Settings {
    /// Reads `wenzheng.toml` in a data folder. Where there is none, nothing is set.
    ///
    /// # Errors
    /// What is wrong, with its line and what to do.
    pub fn read(folder: &Path) -> Result<Self, SettingsError> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text, folder),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(SettingsError::plain(
                "settings-unreadable",
                &[
                    ("file", path.display().to_string()),
                    ("reason", error.to_string()),
                ],
            )),
        }
    }

    /// Reads the settings from their text. Files of secrets are looked for in `folder`.
    ///
    /// # Errors
    /// As [`Settings::read`].
    pub fn parse(text: &str, folder: &Path) -> Result<Self, SettingsError> {
        let reader = Reader { text, folder };
        let file: File = toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let message = error.message().to_owned();
            reader.fault("settings-syntax", start, &[("message", message)])
        })?;
        Ok(Self {
            public_url: file.public_url.map(|url| reader.public_url(&url)).transpose()?,
            smtp: file.smtp.map(|table| reader.smtp(table)).transpose()?,
            sms: file.sms.map(|table| reader.sms(table)).transpose()?,
            wechat: file.wechat.map(|table| reader.wechat(table)).transpose()?,
            quiet_hours: file.quiet_hours.map(|table| reader.quiet(table)).transpose()?,
            cipher: file
                .sealing
                .map_or(Ok(seal::Cipher::default()), |table| reader.cipher(&table.cipher))?,
            sign_in: file.sign_in.map(|table| reader.sign_in(table)).transpose()?,
            sign_on: file.sign_on.map(|table| reader.sign_on(table)).transpose()?,
            attachments: file
                .attachments
                .map(|table| reader.attachments(table))
                .transpose()?,
            log: file
                .log
                .map(|table| reader.log(&table))
                .transpose()?
                .unwrap_or_default(),
        })
    }
}

struct Reader<'a> {
    text: &'a str,
    folder: &'a Path,
}

impl Reader<'_> {
    /// A fault at a place in the file.
    fn fault(&self, code: &'static str, start: usize, args: &[(&'static str, String)]) -> SettingsError {
        let before = self.text.get(..start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        let file = self.folder.join(FILE).display().to_string();
        let mut all = vec![("file", file), ("line", line.to_string())];
        all.extend_from_slice(args);
        SettingsError::plain(code, &all)
    }

    /// A value that does not read as what it should be.
    fn value(&self, found: &Spanned<String>, example: &str) -> SettingsError {
        let args = [("text", found.get_ref().clone()), ("example", example.to_owned())];
        self.fault("settings-value", found.span().start, &args)
    }

    /// A web address, without a slash at its end.
    fn url(&self, url: Spanned<String>) -> Result<String, SettingsError> {
        let known = ["https://", "http://"];
        let host = known.iter().find_map(|scheme| url.get_ref().strip_prefix(scheme));
        if host.is_none_or(|host| host.is_empty() || host.contains(char::is_whitespace)) {
            return Err(self.value(&url, "https://wenzheng.example"));
        }
        Ok(url.into_inner().trim_end_matches('/').to_owned())
    }

    /// The address that links begin with.
    fn public_url(&self, url: &Spanned<String>) -> Result<String, SettingsError> {
        super::public_url(url.get_ref()).ok_or_else(|| self.value(url, "https://wenzheng.example"))
    }

    fn smtp(&self, table: Spanned<SmtpTable>) -> Result<Smtp, SettingsError> {
        let start = table.span().start;
        let table = table.into_inner();
        let word = table.encryption.as_ref().map_or("starttls", |e| e.get_ref());
        let encryption = match (word, &table.encryption) {
            ("tls", _) => Encryption::Tls,
            ("none", Some(found)) if !is_this_machine(&table.host) => {
                let args = [("host", table.host.clone())];
                return Err(self.fault("settings-smtp-in-the-clear", found.span().start, &args));
            }
            ("none", _) => Encryption::None,
            ("starttls", _) | (_, None) => Encryption::StartTls,
            (_, Some(found)) => return Err(self.value(found, "\"starttls\", \"tls\", \"none\"")),
        };
        let usual = match encryption {
            Encryption::StartTls => 587,
            Encryption::Tls => 465,
            Encryption::None => 25,
        };
        let from = table.from.get_ref().parse();
        let from = from.map_err(|_| self.value(&table.from, "12345热线 <no-reply@wenzheng.example>"))?;
        let login = match table.user {
            Some(user) => {
                let keys = ("password_file", "password_env");
                let password = self.secret(start, keys, table.password_file, table.password_env)?;
                Some((user, password))
            }
            None => None,
        };
        Ok(Smtp {
            host: table.host,
            port: table.port.unwrap_or(usual),
            encryption,
            login,
            from,
        })
    }

    fn sms(&self, table: Spanned<SmsTable>) -> Result<Webhook, SettingsError> {
        let start = table.span().start;
        let table = table.into_inner();
        let keys = ("secret_file", "secret_env");
        Ok(Webhook {
            url: self.url(table.url)?,
            secret: self.secret(start, keys, table.secret_file, table.secret_env)?,
            code_template: table.code_template,
            channels: Vec::new(),
        })
    }

    fn wechat(&self, table: Spanned<WechatTable>) -> Result<Webhook, SettingsError> {
        let start = table.span().start;
        let table = table.into_inner();
        let keys = ("secret_file", "secret_env");
        Ok(Webhook {
            url: self.url(table.url)?,
            secret: self.secret(start, keys, table.secret_file, table.secret_env)?,
            code_template: None,
            channels: table.channels,
        })
    }

    fn cipher(&self, found: &Spanned<String>) -> Result<seal::Cipher, SettingsError> {
        match found.get_ref().as_str() {
            "aes-256-gcm" => Ok(seal::Cipher::Aes256Gcm),
            "sm4-gcm" => Ok(seal::Cipher::Sm4Gcm),
            _ => Err(self.value(found, "\"aes-256-gcm\", \"sm4-gcm\"")),
        }
    }

    fn quiet(&self, table: QuietTable) -> Result<QuietHours, SettingsError> {
        let time = |found: &Spanned<String>| -> Result<Time, SettingsError> {
            let parsed = Time::strptime("%H:%M", found.get_ref());
            parsed.map_err(|_| self.value(found, "21:30"))
        };
        Ok(QuietHours {
            from: time(&table.from)?,
            to: time(&table.to)?,
            reason: table.reason,
            set_by: table.set_by,
        })
    }

    fn log(&self, table: &LogTable) -> Result<LogChoice, SettingsError> {
        let usual = LogChoice::default();
        let hash = table.hash.as_ref().map_or(Ok(usual.hash), |found| {
            let known = found.get_ref().parse();
            known.map_err(|()| self.value(found, "\"sha256\", \"sm3\""))
        });
        let scheme = table.signature.as_ref().map_or(Ok(usual.scheme), |found| {
            let known = found.get_ref().parse();
            known.map_err(|()| self.value(found, "\"ed25519\", \"sm2\""))
        });
        Ok(LogChoice {
            hash: hash?,
            scheme: scheme?,
        })
    }

    /// A secret from the file or the variable that the settings name.
    fn secret(
        &self,
        start: usize,
        keys: (&str, &str),
        file: Option<Spanned<String>>,
        env: Option<Spanned<String>>,
    ) -> Result<Secret, SettingsError> {
        let (found, at, place) = match (file, env) {
            (Some(name), _) => {
                let path = self.folder.join(name.get_ref());
                let found = std::fs::read_to_string(&path).map_err(|error| error.to_string());
                (found, name.span().start, path.display().to_string())
            }
            (None, Some(name)) => {
                let found = std::env::var(name.get_ref()).map_err(|error| error.to_string());
                (found, name.span().start, format!("${}", name.get_ref()))
            }
            (None, None) => {
                let args = [("key", keys.0.to_owned()), ("other", keys.1.to_owned())];
                return Err(self.fault("settings-secret-missing", start, &args));
            }
        };
        let found = found.map_err(|reason| {
            let args = [("place", place.clone()), ("reason", reason)];
            self.fault("settings-secret-unreadable", at, &args)
        })?;
        let secret = found.trim_end_matches(['\r', '\n']);
        if secret.is_empty() {
            return Err(self.fault("settings-secret-empty", at, &[("place", place)]));
        }
        Ok(Secret::new(secret))
    }
}

/// The host of an address that is asked in the clear.
fn host_in_clear(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("http://")?;
    rest.split(['/', ':']).next()
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
