//! The citizen of a case, and corrections: sealed under the person's key.

use crate::draft::{CitizenDraft, FieldDraft};
use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::verify::NewCaller;
use crate::{Office, Problem};
use calendar::Instant;
use case::Act;
use case::act::{Citizen, Correctable};
use seal::Sealed;
use store::AccountOf;

impl Office {
    /// The citizen of a case under a new person key is made at intake; here the key is there already or is made.
    pub(crate) async fn citizen_of(
        &self,
        j: &str,
        number: &str,
        draft: &CitizenDraft,
        now: Instant,
    ) -> Result<(Citizen, NewCaller), Problem> {
        let id = seal::KeyId::new(crate::keys::person_key(number));
        let key = self.key(j, &id).await?.ok_or(Problem::NotFound)?;
        let checked = self.check_citizen(j, draft, now).await?;
        let caller = NewCaller {
            hash: self.caller_hash(&checked),
            proven: checked.is_proven(),
            account: AccountOf::Keep,
            code: self.used_code(&checked),
        };
        Ok((self.seal_citizen(&key, &checked)?, caller))
    }

    pub(super) async fn correction(
        &self,
        j: &str,
        loaded: &Loaded,
        case_key: &NamedKey,
        field: FieldDraft,
        new: &str,
        reason: Sealed,
    ) -> Result<(Act, Option<NewCaller>), Problem> {
        let citizen = loaded.case.citizen.as_ref();
        let (field, old, place) = match field {
            FieldDraft::Title => (Correctable::Title, loaded.case.title.clone(), "title"),
            FieldDraft::Name => (Correctable::Name, citizen.map(|c| c.name.clone()), "name"),
            FieldDraft::Phone => (Correctable::Phone, citizen.map(|c| c.phone.clone()), "phone"),
            FieldDraft::IdNumber => (
                Correctable::IdNumber,
                citizen.and_then(|c| c.id_number.clone()),
                "id_number",
            ),
            FieldDraft::Address => (
                Correctable::Address,
                citizen.and_then(|c| c.address.clone()),
                "address",
            ),
        };
        if crate::says_nothing(new) {
            return Err(Problem::field("new", "field-empty"));
        }
        if field != Correctable::Title && citizen.is_none() {
            return Err(Problem::field("field", "field-no-citizen-yet"));
        }
        let mut caller = None;
        let mut new = new.trim().to_owned();
        if field == Correctable::Phone {
            new = crate::verify::phone_number(&new)?;
            caller = Some(NewCaller {
                hash: self.hash("phone", &new),
                proven: false,
                // whoever was given the wrong number may have written in the wrong account too
                account: AccountOf::Clear,
                code: None,
            });
        }
        let new = if field == Correctable::Title {
            self.sealed(case_key, place, &new)?
        } else {
            let id = seal::KeyId::new(crate::keys::person_key(loaded.number.as_str()));
            let key = self.key(j, &id).await?.ok_or(Problem::NotFound)?;
            self.sealed(&key, place, &new)?
        };
        let act = Act::Correct {
            field,
            old,
            new,
            reason,
        };
        Ok((act, caller))
    }
}
