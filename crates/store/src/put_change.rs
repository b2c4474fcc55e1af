//! Writes rows of jurisdictions, adopted rules, units, people, posts and rosters.

use crate::columns::{json, stored};
use crate::papers::PutPapers;
use crate::retention::Retention;
use crate::sql::query;
use crate::{RowChange, StoreError};
use crate::{access, catalogue, credentials, items, knowledge, rounds};

statements! {
    /// Rows that are folds of other streams than cases.
    trait PutChange {
        /// Makes one change. The same change twice leaves the same row.
        fn put_change(c, jurisdiction: &str, change: &RowChange) -> Result<(), StoreError> {
            let wanted = match change {
                RowChange::Paper(row) => {
                    c.put_papers(&[(jurisdiction, row.clone())]).await?;
                    return Ok(());
                }
                RowChange::Knowledge(change) => {
                    for statement in knowledge::put(jurisdiction, change)? {
                        statement.execute(&mut *c).await?;
                    }
                    return Ok(());
                }
                RowChange::Source(row) => items::put_source(jurisdiction, row),
                RowChange::Item(row) => items::put_item(jurisdiction, row),
                RowChange::MoveItem(moved) => items::move_item(jurisdiction, moved),
                RowChange::Catalogue(row) => catalogue::put(jurisdiction, row)?,
                RowChange::Credential(row) => credentials::put(jurisdiction, row),
                RowChange::Access(row) => access::put(jurisdiction, row)?,
                RowChange::Slot(row) => rounds::put(jurisdiction, row),
                RowChange::Jurisdiction(row) => query(
                    "INSERT INTO jurisdiction (jurisdiction, zh, en, host) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (jurisdiction) DO UPDATE SET zh = excluded.zh, en = excluded.en,
                         host = excluded.host",
                )
                .bind(&row.id)
                .bind(&row.zh)
                .bind(&row.en)
                .bind(row.host.as_deref()),
                RowChange::Adopt(row) => query(
                    "INSERT INTO adopted (jurisdiction, hash, kind, id, version, in_force, text, adopted_at,
                         adopted_by)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
                )
                .bind(jurisdiction)
                .bind(&row.hash)
                .bind(row.kind.as_str())
                .bind(&row.id)
                .bind(&row.version)
                .bind(row.in_force.to_string())
                .bind(&row.text[..])
                .bind(row.adopted_at.ms())
                .bind(&row.adopted_by),
                RowChange::Unit(row) => query(
                    "INSERT INTO unit_row (jurisdiction, id, zh, en, kind, parent, from_day, to_day, territory, duties)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                     ON CONFLICT (jurisdiction, id, from_day) DO UPDATE SET zh = excluded.zh, en = excluded.en,
                         kind = excluded.kind, parent = excluded.parent, to_day = excluded.to_day,
                         territory = excluded.territory, duties = excluded.duties",
                )
                .bind(jurisdiction)
                .bind(row.id.as_str())
                .bind(&row.zh)
                .bind(&row.en)
                .bind(&row.kind)
                .bind(row.parent.as_ref().map(|unit| unit.as_str()))
                .bind(row.from.to_string())
                .bind(row.to.map(|day| day.to_string()))
                .bind(row.territory.as_deref())
                .bind(row.duties.join(" ")),
                RowChange::Person(row) => query(
                    "INSERT INTO person_row (jurisdiction, id, login, name, password, email, phone, active, seq)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                     ON CONFLICT (jurisdiction, id) DO UPDATE SET login = excluded.login, name = excluded.name,
                         password = excluded.password, email = excluded.email, phone = excluded.phone,
                         active = excluded.active, seq = excluded.seq",
                )
                .bind(jurisdiction)
                .bind(row.id.as_str())
                .bind(&row.login)
                .bind(&row.name)
                .bind(row.password.as_deref())
                .bind(row.email.as_ref().map(json).transpose()?)
                .bind(row.phone.as_ref().map(json).transpose()?)
                .bind(i64::from(row.active))
                .bind(stored(row.seq)),
                RowChange::Post(row) => query(
                    "INSERT INTO post_row (jurisdiction, person, role, unit, from_day, to_day)
                     VALUES ($1, $2, $3, $4, $5, $6)
                     ON CONFLICT (jurisdiction, person, role, unit, from_day) DO UPDATE SET to_day = excluded.to_day",
                )
                .bind(jurisdiction)
                .bind(row.person.as_str())
                .bind(&row.role)
                .bind(row.unit.as_ref().map_or("", |unit| unit.as_str()))
                .bind(row.from.to_string())
                .bind(row.to.map(|day| day.to_string())),
                RowChange::Duty(row) => query(
                    "INSERT INTO roster_row (jurisdiction, unit, from_at, person, to_at) VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (jurisdiction, unit, from_at, person) DO UPDATE SET to_at = excluded.to_at",
                )
                .bind(jurisdiction)
                .bind(row.unit.as_str())
                .bind(row.from.ms())
                .bind(row.person.as_str())
                .bind(row.to.ms()),
                RowChange::StrikeDuty(row) => query(
                    "DELETE FROM roster_row WHERE jurisdiction = $1 AND unit = $2 AND from_at = $3 AND person = $4",
                )
                .bind(jurisdiction)
                .bind(row.unit.as_str())
                .bind(row.from.ms())
                .bind(row.person.as_str()),
                RowChange::Peer(row) => query(
                    "INSERT INTO peer_row (jurisdiction, peer, zh, en, public_key, address, body, unit, channel, role,
                         above, takes, active, seq)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                     ON CONFLICT (jurisdiction, peer) DO UPDATE SET zh = excluded.zh, en = excluded.en,
                         public_key = excluded.public_key, address = excluded.address, body = excluded.body,
                         unit = excluded.unit, channel = excluded.channel, role = excluded.role,
                         above = excluded.above, takes = excluded.takes, active = excluded.active,
                         seq = excluded.seq",
                )
                .bind(jurisdiction)
                .bind(&row.id)
                .bind(&row.zh)
                .bind(&row.en)
                .bind(&row.public_key)
                .bind(row.address.as_deref())
                .bind(row.body.as_deref())
                .bind(row.unit.as_ref().map(|unit| unit.as_str()))
                .bind(row.channel.as_deref())
                .bind(row.role.as_deref())
                .bind(i64::from(row.above))
                .bind(row.takes.join(" "))
                .bind(i64::from(row.active))
                .bind(stored(row.seq)),
                RowChange::Crossing(row) => query(
                    "INSERT INTO exchange_row (jurisdiction, outgoing, peer, id, kind, at, state, number, theirs,
                         answers, seq)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                     ON CONFLICT (jurisdiction, outgoing, peer, id) DO UPDATE SET state = excluded.state,
                         number = COALESCE(excluded.number, exchange_row.number),
                         theirs = COALESCE(excluded.theirs, exchange_row.theirs)",
                )
                .bind(jurisdiction)
                .bind(i64::from(row.outgoing))
                .bind(&row.peer)
                .bind(&row.id)
                .bind(&row.kind)
                .bind(row.at.ms())
                .bind(&row.state)
                .bind(row.number.as_ref().map(|number| number.as_str()))
                .bind(row.theirs.as_deref())
                .bind(row.answers.as_deref())
                .bind(stored(row.seq)),
                RowChange::DestroyKey(id, at) => query(
                    "UPDATE sealing_key SET wrapped = NULL, destroyed_at = $3
                     WHERE jurisdiction = $1 AND id = $2 AND destroyed_at IS NULL",
                )
                .bind(jurisdiction)
                .bind(id.as_str())
                .bind(at.ms()),
            };
            wanted.execute(&mut *c).await?;
            let RowChange::DestroyKey(id, at) = change else { return Ok(()) };
            match id.as_str().split_once(':') {
                Some(("case", number)) => c.note_destroyed(jurisdiction, number, *at).await?,
                Some(("person", number)) => {
                    query("DELETE FROM caller WHERE jurisdiction = $1 AND number = $2")
                        .bind(jurisdiction)
                        .bind(number)
                        .execute(&mut *c)
                        .await?;
                }
                _ => {}
            }
            Ok(())
        }
    }
}
