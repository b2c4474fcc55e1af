//! Real names: a one-time code to the phone plus the check digit of the resident id number. Others, such as a
//! government's own sign-on, plug in as a [`Verifier`].
use crate::accounts::{AccountSigned, Contact};
use crate::draft::CitizenDraft;
use crate::exchange::content::Caller;
use crate::keys::NamedKey;
use crate::{FieldFault, Office, Problem};
use calendar::Instant;
use case::CaseNumber;
use case::act::{Citizen, Verified};
use std::pin::Pin;
use store::{AccountOf, CallerOf, CodeTried, UsedCode};

/// What somebody claims to be, with the proof they bring.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a> {
    /// Name.
    pub name: &'a str,
    /// Phone in its one form.
    pub phone: &'a str,
    /// Resident id number, checked for its form.
    pub id_number: &'a str,
    /// What the verifier asks for: a ticket, a signed statement.
    pub proof: &'a str,
}

/// Another way to verify a real name, such as a provincial platform's sign-on.
pub trait Verifier: Send + Sync {
    /// Name under which events keep it and drafts ask for it.
    fn id(&self) -> &str;
    /// Whether the proof shows that the claim is true.
    ///
    /// # Errors
    /// Where the verifier cannot be reached now.
    fn verify<'a>(
        &'a self,
        claim: Claim<'a>,
    ) -> Pin<Box<dyn Future<Output = Result<bool, Problem>> + Send + 'a>>;
}

/// The built-in verifier.
pub const PHONE_CODE: &str = "phone-code";
/// A citizen whose data have their one form, with the verification of the name where there is one.
pub(crate) struct CheckedCitizen {
    name: String,
    phone: String,
    id_number: Option<String>,
    address: Option<String>,
    verified: Option<Verified>,
    /// The one-time code that proved it.
    code: Option<String>,
}

impl CheckedCitizen {
    /// Whether a code to the phone was shown.
    pub(crate) fn is_proven(&self) -> bool {
        self.code.is_some()
    }
}

/// How a commit changes where a case came from.
#[derive(Debug, Clone)]
pub(crate) struct NewCaller {
    /// Keyed hash of the phone.
    pub(crate) hash: String,
    /// Whether a code to the phone was shown just now.
    pub(crate) proven: bool,
    /// What becomes of the account in which it was written.
    pub(crate) account: AccountOf,
    /// The one-time code that the commit uses up.
    pub(crate) code: Option<UsedCode>,
}

/// What these codes are for.
const REAL_NAME: &str = "real-name";
/// Minutes for which a one-time code is good.
const CODE_MINUTES: i64 = 10;
/// How often a code can be tried.
const CODE_TRIES: u64 = 5;
/// Codes sent to one phone within an hour, at most.
const CODES_PER_HOUR: u64 = 5;

/// A phone number in its one form.
///
/// # Errors
/// A field fault that says what is wrong with it.
pub fn phone_number(text: &str) -> Result<String, Problem> {
    seal::identity::phone(text).map_err(|error| {
        Problem::Invalid(vec![FieldFault {
            field: "phone".to_owned(),
            code: error.code(),
            args: error.args(),
        }])
    })
}

/// A number that a text message reaches.
///
/// # Errors
/// No phone number, or a landline's.
pub(crate) fn mobile_number(text: &str) -> Result<String, Problem> {
    let plain = phone_number(text)?;
    if seal::identity::is_mobile(&plain) {
        Ok(plain)
    } else {
        Err(Problem::field("phone", "portal-landline"))
    }
}

impl Office {
    /// Sends a one-time code to a phone. The message leaves through the outbox.
    ///
    /// # Errors
    /// A phone number that is none, or a landline's, which gets no text message; too many codes for it within the hour.
    pub async fn send_code(&self, j: &str, phone: &str) -> Result<(), Problem> {
        let phone = Contact::Phone(mobile_number(phone)?);
        self.send_one_time(j, REAL_NAME, &phone, CODE_MINUTES, CODES_PER_HOUR)
            .await
    }

    /// Checks what a citizen gave, and verifies the real name where a proof came along. A one-time code is
    /// tried; the commit that the citizen comes with uses it up.
    pub(crate) async fn check_citizen(
        &self,
        j: &str,
        draft: &CitizenDraft,
        now: Instant,
    ) -> Result<CheckedCitizen, Problem> {
        let phone = phone_number(&draft.phone)?;
        if crate::says_nothing(&draft.name) {
            return Err(Problem::field("name", "field-empty"));
        }
        let filled = |text: &Option<String>| text.clone().filter(|t| !crate::says_nothing(t));
        let id_number = filled(&draft.id_number)
            .map(|text| id_number(&text, now))
            .transpose()?;
        let proof = draft.proof.as_ref().map(|p| (p.by.as_str(), p.value.clone()));
        let proof = filled(&draft.phone_code).map(|code| (PHONE_CODE, code)).or(proof);
        let verified = match (proof, &id_number) {
            (None, _) => None,
            (Some(_), None) => return Err(Problem::field("id_number", "field-empty")),
            (Some((by, proof)), Some(id_number)) => {
                let claim = Claim {
                    name: draft.name.trim(),
                    phone: &phone,
                    id_number,
                    proof: proof.trim(),
                };
                Some(self.verify(j, by, claim, now).await?)
            }
        };
        let by_code = verified
            .as_ref()
            .is_some_and(|verified| verified.by == PHONE_CODE);
        Ok(CheckedCitizen {
            name: draft.name.trim().to_owned(),
            code: filled(&draft.phone_code).filter(|_| by_code),
            phone,
            id_number,
            address: filled(&draft.address),
            verified,
        })
    }

    /// A citizen whom another jurisdiction names with a case. A real name that it verified counts as verified.
    pub(crate) fn handed_over_citizen(&self, caller: &Caller) -> Result<CheckedCitizen, Problem> {
        if crate::says_nothing(&caller.name) {
            return Err(Problem::field("name", "field-empty"));
        }
        Ok(CheckedCitizen {
            name: caller.name.trim().to_owned(),
            phone: phone_number(&caller.phone)?,
            id_number: None,
            address: None,
            verified: caller.verified.then(|| Verified {
                by: "exchange".to_owned(),
                at: self.now(),
            }),
            code: None,
        })
    }

    /// The keyed hash that finds this citizen's cases.
    pub(crate) fn caller_hash(&self, checked: &CheckedCitizen) -> String {
        self.hash("phone", &checked.phone)
    }

    /// Whose a new case is.
    pub(crate) fn case_of(
        &self,
        number: &CaseNumber,
        checked: &CheckedCitizen,
        account: Option<&AccountSigned>,
    ) -> CallerOf {
        CallerOf {
            number: number.clone(),
            phone: self.caller_hash(checked),
            proven: checked.is_proven(),
            account: account.map_or(AccountOf::Keep, |account| AccountOf::Set(account.id.clone())),
        }
    }

    /// The one-time code that a commit with this citizen uses up.
    pub(crate) fn used_code(&self, checked: &CheckedCitizen) -> Option<UsedCode> {
        checked.code.as_ref().map(|code| UsedCode {
            purpose: REAL_NAME.to_owned(),
            key_hash: self.caller_hash(checked),
            code_hash: self.hash("one-time code", &credentials::typed::code(code)),
        })
    }

    /// Seals a checked citizen under the person's key.
    pub(crate) fn seal_citizen(&self, key: &NamedKey, checked: &CheckedCitizen) -> Result<Citizen, Problem> {
        let seal = |place: &str, text: &str| self.sealed(key, place, text);
        Ok(Citizen {
            key: key.id.clone(),
            name: seal("name", &checked.name)?,
            phone: seal("phone", &checked.phone)?,
            id_number: checked
                .id_number
                .as_ref()
                .map(|n| seal("id_number", n))
                .transpose()?,
            address: checked.address.as_ref().map(|a| seal("address", a)).transpose()?,
            verified: checked.verified.clone(),
        })
    }

    async fn verify(&self, j: &str, by: &str, claim: Claim<'_>, now: Instant) -> Result<Verified, Problem> {
        if by == PHONE_CODE {
            self.try_phone_code(j, &claim, now).await?;
        } else {
            let verifier = self.parts().verifiers.iter().find(|v| v.id() == by);
            let verifier = verifier.ok_or_else(|| Problem::field("proof", "field-no-such-verifier"))?;
            if !verifier.verify(claim).await? {
                return Err(Problem::field("proof", "field-proof-wrong"));
            }
        }
        Ok(Verified {
            by: by.to_owned(),
            at: now,
        })
    }

    async fn try_phone_code(&self, j: &str, claim: &Claim<'_>, now: Instant) -> Result<(), Problem> {
        let key_hash = self.hash("phone", claim.phone);
        let code_hash = self.hash("one-time code", &credentials::typed::code(claim.proof));
        let tried = self
            .store()
            .try_code(
                j.to_owned(),
                REAL_NAME.to_owned(),
                key_hash,
                code_hash,
                now,
                CODE_TRIES,
            )
            .await?;
        match tried {
            CodeTried::Right => Ok(()),
            CodeTried::Wrong { .. } => Err(Problem::field("phone_code", "field-code-wrong")),
            CodeTried::Gone => Err(Problem::field("phone_code", "field-code-gone")),
        }
    }
}

fn id_number(text: &str, now: Instant) -> Result<String, Problem> {
    let day = crate::directory::day_of(now);
    let today = (day.year(), day.month().unsigned_abs(), day.day().unsigned_abs());
    seal::identity::id_number(text, today).map_err(|error| {
        Problem::Invalid(vec![FieldFault {
            field: "id_number".to_owned(),
            code: error.code(),
            args: error.args(),
        }])
    })
}
