//! Where a citizen can be reached: the key of an account.

use crate::keys::NamedKey;
use crate::notice::Payload;
use crate::{Office, Problem};
use lettre::Address;
use seal::mask;
use store::{Commit, NewOutbox, OneTimeCode};

/// By which ways this installation can send a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// By SMS.
    pub phone: bool,
    /// By mail.
    pub email: bool,
}

impl Ways {
    /// Whether there is any.
    pub fn any(self) -> bool {
        self.phone || self.email
    }
}

/// A phone or a mail address, in its one form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Contact {
    /// A phone number.
    Phone(String),
    /// A mail address, in small letters.
    Email(String),
}

/// No mail address is longer, in bytes (RFC 5321).
const LONGEST: usize = 254;
/// Codes for one purpose sent to one contact within a day.
const CODES_PER_DAY: u64 = 10;

/// A mail address that may be missing, in its one form.
///
/// # Errors
/// A fault of `field` where it is none.
pub(crate) fn mail_address(field: &str, text: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    match Contact::read(text) {
        Ok(Contact::Email(plain)) => Ok(Some(plain)),
        _ => Err(Problem::field(field, "field-email")),
    }
}

impl Contact {
    /// Reads what was typed: with an `@` it is a mail address.
    ///
    /// # Errors
    /// A fault of `contact` that says what is wrong.
    pub fn read(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.contains('@') {
            let plain = text.to_lowercase();
            return match plain.parse::<Address>() {
                Ok(address) if plain.len() <= LONGEST && address.domain().contains('.') => {
                    Ok(Self::Email(plain))
                }
                _ => Err(Problem::field("contact", "field-email")),
            };
        }
        let phone = seal::identity::phone(text);
        phone
            .map(Self::Phone)
            .map_err(|_| Problem::field("contact", "field-contact"))
    }

    /// As it is shown: `138****8000`, `l***@example.com`.
    pub fn masked(&self) -> String {
        match self {
            Self::Phone(phone) => mask::phone(phone),
            Self::Email(email) => mask::email(email),
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Phone(text) | Self::Email(text) => text,
        }
    }
}

impl Office {
    /// The keyed hash that finds a contact.
    pub(crate) fn contact_hash(&self, contact: &Contact) -> String {
        match contact {
            Contact::Phone(phone) => self.hash("phone", phone),
            Contact::Email(email) => self.hash("email", email),
        }
    }

    /// Draws a one-time code and puts it on its way. An earlier one for the same purpose is worth nothing then.
    ///
    /// # Errors
    /// [`Problem::Throttled`] after too many for it to this contact within the hour, or within the day.
    pub(crate) async fn send_one_time(
        &self,
        j: &str,
        purpose: &str,
        to: &Contact,
        minutes: i64,
        most: u64,
    ) -> Result<(), Problem> {
        let now = self.now();
        let key_hash = self.contact_hash(to);
        // each purpose by itself: whoever asks for codes to an account keeps nobody from verifying their name
        self.count_in_hour(j, vec![(format!("code/{purpose}/{key_hash}"), most)])
            .await?;
        self.count_in_day(j, vec![(format!("code-day/{purpose}/{key_hash}"), CODES_PER_DAY)])
            .await?;
        let code = format!("{:06}", u32::from_be_bytes(self.chance().bytes()) % 1_000_000);
        let one_time = OneTimeCode {
            purpose: purpose.to_owned(),
            key_hash,
            code_hash: self.hash("one-time code", &code),
            expires: now.plus_ms(minutes * 60_000),
        };
        self.store().put_code(j.to_owned(), one_time).await?;
        let office = self.office_key(j).await?;
        let (kind, payload) = self.code_message(&office, to, &code, minutes);
        let mut commit = Commit::new(j, now);
        commit.outbox.push(NewOutbox {
            id: format!("code/{}", self.chance().token()),
            due: now,
            kind: kind.to_owned(),
            payload: serde_json::to_vec(&payload)?,
        });
        self.commit(commit).await?;
        Ok(())
    }

    fn code_message(
        &self,
        key: &NamedKey,
        to: &Contact,
        code: &str,
        minutes: i64,
    ) -> (&'static str, Payload) {
        let code = self.seal(key, "code", code);
        match to {
            Contact::Phone(phone) => {
                let phone = self.seal(key, "phone", phone);
                ("sms", Payload::Code { phone, code, minutes })
            }
            Contact::Email(email) => {
                let email = self.seal(key, "email", email);
                ("mail", Payload::MailCode { email, code, minutes })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Contact;
    use crate::Problem;

    #[test]
    fn a_contact_has_one_form() {
        for (typed, form) in [
            ("138 0013 8000", Contact::Phone("13800138000".to_owned())),
            (
                " Wang@Example.COM ",
                Contact::Email("wang@example.com".to_owned()),
            ),
        ] {
            assert_eq!(Contact::read(typed).unwrap(), form, "{typed}");
        }
        for typed in [
            "",
            "12",
            "wang@",
            "@example.com",
            "wang@host",
            "a b@example.com",
            "a@b.c\r\nBcc: d@e.f",
        ] {
            assert!(Contact::read(typed).is_err(), "{typed}");
        }
        // both ways are named, and no landline: it gets no code
        for typed in ["", "12", "wangexample.com"] {
            let said = match Contact::read(typed) {
                Err(Problem::Invalid(faults)) => faults[0].code,
                other => panic!("{other:?}"),
            };
            assert_eq!(said, "field-contact", "{typed}");
        }
    }
}
