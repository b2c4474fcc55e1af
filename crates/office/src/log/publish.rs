//! Heads made public: one for each day, on a page and as a file.

use crate::exchange::Crossing;
use crate::notice::{Payload, Word};
use crate::{Office, Problem};
use case::PersonId;
use procedure::Words;
use proof::{Cosigned, Head, extends};
use store::NewOutbox;

/// Days shown on the page.
const DAYS: u32 = 15;
/// Signatures of others shown on the page.
const SEEN: u32 = 31;

/// What everybody may see of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogStanding {
    /// The public key.
    pub key: String,
    /// The last head.
    pub head: Head,
    /// Heads published for days, the newest first, and whether each is proved to continue the one before it.
    pub days: Vec<(String, Head, Option<bool>)>,
    /// What other jurisdictions signed of heads, with their names, the newest first.
    pub cosigned: Vec<(Words, Cosigned)>,
}

impl Office {
    /// How the log of a jurisdiction stands.
    ///
    /// # Errors
    /// The store's.
    pub async fn log_standing(&self, j: &str) -> Result<LogStanding, Problem> {
        let log = self.log_of(j).await?;
        let head = self.newest_head(&log).await?;
        let mut days: Vec<(String, Head, Option<bool>)> = Vec::new();
        for published in self.store().published_heads(j, DAYS).await? {
            let head = Head::read(&published.text)?;
            if let Some((_, later, proved)) = days.last_mut() {
                let path = self.extension(&log, head.size, later.size).await?;
                let (old, new) = ((head.size, &head.root), (later.size, &later.root));
                *proved = Some(head.is_signed() && extends(log.hash, old, new, &path));
            }
            days.push((published.day.unwrap_or_default(), head, None));
        }
        let peers = self.store().peers(j).await?;
        let mut cosigned = Vec::new();
        for seen in self.store().cosignatures(j, SEEN).await? {
            let peer = peers.iter().find(|peer| peer.id == seen.peer);
            let name = peer.map_or_else(
                || Words {
                    zh: seen.peer.clone(),
                    en: seen.peer.clone(),
                },
                |peer| Words {
                    zh: peer.zh.clone(),
                    en: peer.en.clone(),
                },
            );
            cosigned.push((name, Cosigned::read(&seen.text)?));
        }
        Ok(LogStanding {
            key: log.signing.public().to_string(),
            head,
            days,
            cosigned,
        })
    }

    /// What leaves because a head is published for a day:
    /// to the auditors for keeping, to linked jurisdictions for their signature.
    pub(super) async fn publication(
        &self,
        j: &str,
        day: &str,
        head: &Head,
    ) -> Result<Vec<NewOutbox>, Problem> {
        let now = self.now();
        let mut leaving = Vec::new();
        if self.is_silent() {
            return Ok(leaving);
        }
        let mut add = |to: String, kind: &str, payload: &Payload| {
            leaving.push(NewOutbox {
                id: format!("log/{day}/{to}"),
                due: now,
                kind: kind.to_owned(),
                payload: serde_json::to_vec(payload)?,
            });
            Ok::<(), Problem>(())
        };
        for auditor in self.auditors(j).await? {
            let payload = Payload::Word {
                person: auditor.clone(),
                says: Word::HeadPublished {
                    day: day.to_owned(),
                    head: head.text(),
                },
                page: "/log".to_owned(),
            };
            add(auditor.to_string(), "told", &payload)?;
        }
        for peer in self.active_peers(j).await?.iter() {
            let crossing = Crossing {
                head: Some(day.to_owned()),
                ..Crossing::of(&peer.id, head.size)
            };
            add(
                format!("to-{}", peer.id),
                "exchange",
                &Payload::Crossing(crossing),
            )?;
        }
        Ok(leaving)
    }

    /// Everybody who holds a role that audits; nobody where no rules are in force yet.
    async fn auditors(&self, j: &str) -> Result<Vec<PersonId>, Problem> {
        let adopted = match self.in_force(j, self.now()).await {
            Ok(adopted) => adopted,
            Err(Problem::NoProcedure) => return Ok(Vec::new()),
            Err(problem) => return Err(problem),
        };
        let day = Self::day(&adopted.calendar, self.now());
        let mut auditors: Vec<PersonId> = Vec::new();
        for role in adopted.procedure.roles.iter().filter(|role| role.audits) {
            let holders = self.store().holders(j, &role.id, None, day).await?;
            let new = holders.into_iter().map(|holder| holder.id);
            auditors.extend(new.filter(|id| !auditors.contains(id)).collect::<Vec<_>>());
        }
        Ok(auditors)
    }
}
