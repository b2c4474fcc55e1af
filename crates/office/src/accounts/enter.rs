//! Coming into an account: a code is sent and shown. Whether there was an account before, no answer tells: the right
//! code opens it, and makes it where there was none.

use super::contact::{Contact, Ways};
use crate::staff::Opened;
use crate::staff::session::{Begun, STAY, WAY};
use crate::{Office, Problem};
use seal::KeyId;
use store::{Account, CodeTried, Holder, Origin, UsedCode};

/// What these codes are for. The code that verifies a real name opens no account, nor the other way round.
const PURPOSE: &str = "account";
/// Minutes for which a code is good.
const MINUTES: i64 = 10;
/// How often a code can be tried.
const TRIES: u64 = 5;
/// Tries from one address within a quarter of an hour, whatever phones they are for.
const TRIES_OF_ADDRESS: u64 = 60;
/// Wrong tries for one contact within a day, from wherever they come: ten codes with five tries each would be a chance.
const WRONG_PER_DAY: u64 = 20;
/// Codes sent to one contact within an hour.
const CODES_PER_HOUR: u64 = 5;

impl Office {
    /// By which ways codes are sent here. Set once, when the program starts; without it by both.
    pub fn send_codes_by(&self, ways: Ways) {
        let _ = self.parts().ways.set(ways);
    }

    /// By which ways codes are sent here.
    pub fn code_ways(&self) -> Ways {
        *self.parts().ways.get_or_init(|| Ways {
            phone: true,
            email: true,
        })
    }

    /// Sends the code that opens the account of a phone or mail address, asked for from an address.
    ///
    /// # Errors
    /// A fault of `contact`; [`Problem::Throttled`] after too many to it, or from this address.
    pub async fn send_account_code(&self, j: &str, contact: &str, address: &str) -> Result<Contact, Problem> {
        let contact = self.usable(contact)?;
        self.count_code(j, address).await?;
        self.send_one_time(j, PURPOSE, &contact, MINUTES, CODES_PER_HOUR)
            .await?;
        Ok(contact)
    }

    /// Opens the account of a phone or mail address by the code that went there. With `stay` the session lasts longer:
    /// for a browser that nobody else uses.
    ///
    /// # Errors
    /// A fault of `contact` or `code`; [`Problem::Throttled`] after too many tries.
    pub async fn open_account(
        &self,
        j: &str,
        contact: &str,
        code: &str,
        stay: bool,
        address: &str,
    ) -> Result<Opened, Problem> {
        let now = self.now();
        let contact = self.usable(contact)?;
        self.count(j, vec![(format!("account//{address}"), TRIES_OF_ADDRESS)], now)
            .await?;
        let id = self.contact_hash(&contact);
        let wrongs = format!("account-wrong/{id}");
        self.within_day(j, &wrongs, WRONG_PER_DAY).await?;
        let used = UsedCode {
            purpose: PURPOSE.to_owned(),
            key_hash: id.clone(),
            code_hash: self.hash("one-time code", &credentials::typed::code(code)),
        };
        let tried = self
            .store()
            .try_code(
                j.to_owned(),
                used.purpose.clone(),
                used.key_hash.clone(),
                used.code_hash.clone(),
                now,
                TRIES,
            )
            .await?;
        // one answer for a wrong code and for none: else it would tell that somebody asked for one just now
        let wrong = || Problem::field("code", "field-account-code");
        // what is tried where no code lies guesses nothing, and shuts nobody out
        if matches!(tried, CodeTried::Wrong { .. }) {
            self.count_in_day(j, vec![(wrongs, WRONG_PER_DAY)]).await?;
        }
        if tried != CodeTried::Right {
            return Err(wrong());
        }
        let key = self.made_key(j, &KeyId::new(format!("account:{id}"))).await?;
        let account = Account {
            address: self.seal(&key, "account", contact.text()),
            id: id.clone(),
            created: now,
        };
        if !self.store().enter_account(j.to_owned(), account, used).await? {
            return Err(wrong());
        }
        // like the session of one case it says nothing of where a citizen is
        let origin = Origin {
            way: if stay { STAY } else { WAY }.to_owned(),
            ..Origin::default()
        };
        self.open_session(j, Begun::by(Holder::Account(id), origin)).await
    }

    /// A contact to which a code can be sent here.
    fn usable(&self, contact: &str) -> Result<Contact, Problem> {
        let contact = Contact::read(contact)?;
        let ways = self.code_ways();
        match contact {
            Contact::Phone(_) if !ways.phone => Err(Problem::field("contact", "field-contact-no-sms")),
            Contact::Email(_) if !ways.email => Err(Problem::field("contact", "field-contact-no-mail")),
            Contact::Phone(phone) if !seal::identity::is_mobile(&phone) => {
                Err(Problem::field("contact", "portal-landline-account"))
            }
            contact => Ok(contact),
        }
    }
}
