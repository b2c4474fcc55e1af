//! Accounts of citizens, and which cases belong to them. The id of an account is the keyed hash of the phone or mail
//! address that is its key; the address itself is sealed.

use crate::codes::{UseCodes, UsedCode};
use crate::columns::{Columns, json, stored};
use crate::sql::query;
use crate::{LedgerAfter, StoreError};
use calendar::Instant;
use case::CaseNumber;
use seal::Sealed;

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Keyed hash of the address.
    pub id: String,
    /// Phone or mail address.
    pub address: Sealed,
    /// When it was first opened, UTC milliseconds.
    pub created: Instant,
}

/// A case that may belong to an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountCase {
    /// Its number.
    pub number: CaseNumber,
    /// When it was received, UTC milliseconds.
    pub received: Instant,
    /// Keyed hash of the phone of its citizen.
    pub phone: String,
    /// The account in which it was written.
    pub account: Option<String>,
}

operation! {
    /// Uses a code up, and opens the account that it proves where there is none yet; whether the code was there.
    write fn enter_account(c, jurisdiction: String, account: Account, code: UsedCode) -> bool {
        if !c.use_code(&jurisdiction, &code).await? {
            return Ok(false);
        }
        query(
            "INSERT INTO account (jurisdiction, id, address, created) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        )
        .bind(jurisdiction)
        .bind(&account.id)
        .bind(json(&account.address)?)
        .bind(account.created.ms())
        .execute(&mut *c)
        .await?;
        Ok(true)
    }
}

operation! {
    /// The account with this id.
    read fn account(c, jurisdiction: &str, id: &str) -> Option<Account> {
        let row = query("SELECT * FROM account WHERE jurisdiction = $1 AND id = $2")
            .bind(jurisdiction)
            .bind(id)
            .fetch_optional(&mut *c)
            .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Account { id: row.text("id")?, address: row.json("address")?, created: row.instant("created")? }))
    }
}

operation! {
    /// Closes an account: its address with the key of it and its sessions go, and what was written in it belongs to no
    /// account any more. Nothing else lies under that key, and whoever comes again gets another.
    write fn close_account(c, jurisdiction: String, id: String) -> () {
        for text in [
            "DELETE FROM session WHERE jurisdiction = $1 AND account = $2",
            "UPDATE caller SET account = NULL WHERE jurisdiction = $1 AND account = $2",
            "DELETE FROM account WHERE jurisdiction = $1 AND id = $2",
            "DELETE FROM sealing_key WHERE jurisdiction = $1 AND id = 'account:' || $2",
        ] {
            query(text).bind(&jurisdiction).bind(&id).execute(&mut *c).await?;
        }
        Ok(())
    }
}

operation! {
    /// Cases that may belong to an account, the newest first, from behind `after`: those written in it, and those whose
    /// phone it is, but for such of which it is known that no code to the phone was shown.
    read fn cases_of_account(
        c,
        jurisdiction: &str,
        id: &str,
        after: Option<&LedgerAfter>,
        limit: u32,
    ) -> Vec<AccountCase> {
        let (received, number) = after.map_or((i64::MAX, ""), |after| (after.received.ms(), after.number.as_str()));
        let rows = query(
            "WITH m AS (
                 SELECT number, phone_hash, account FROM caller WHERE jurisdiction = $1 AND account = $2
                 UNION
                 SELECT number, phone_hash, account FROM caller
                 WHERE jurisdiction = $1 AND phone_hash = $2 AND coalesce(proven, 1) = 1
             )
             SELECT m.number, m.phone_hash, m.account, r.received
             FROM m JOIN case_row r ON r.jurisdiction = $1 AND r.number = m.number
             WHERE (r.received, r.number) < ($3, $4)
             ORDER BY r.received DESC, r.number DESC LIMIT $5",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(received)
        .bind(number)
        .bind(stored(u64::from(limit)))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(found).collect()
    }
}

operation! {
    /// A case, if it may belong to an account.
    read fn case_of_account(c, jurisdiction: &str, id: &str, number: &CaseNumber) -> Option<AccountCase> {
        let row = query(
            "SELECT m.number, m.phone_hash, m.account, r.received
             FROM caller m JOIN case_row r ON r.jurisdiction = m.jurisdiction AND r.number = m.number
             WHERE m.jurisdiction = $1 AND m.number = $3
                 AND (m.account = $2 OR (m.phone_hash = $2 AND coalesce(m.proven, 1) = 1))",
        )
        .bind(jurisdiction)
        .bind(id)
        .bind(number.as_str())
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(found).transpose()
    }
}

fn found(row: &impl Columns) -> Result<AccountCase, StoreError> {
    Ok(AccountCase {
        number: row.text("number")?.into(),
        received: row.instant("received")?,
        phone: row.text("phone_hash")?,
        account: row.maybe_text("account")?,
    })
}
