//! Links: each side's administrator enters the other. Only what both have entered goes to and fro.

use super::content::KINDS;
use super::stored::{Link, Stored};
use crate::administer::one_line;
use crate::directory::day_of;
use crate::{FieldFault, Office, Problem};
use case::Actor;
use procedure::Scope;
use seal::signing::public_key;
use store::{Append, Commit, CommitError, NewKey, NewOutbox, Peer};

/// A link as it is entered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkEntry {
    /// What we call the other side; where empty an id is drawn. Within the installation: the id of the jurisdiction.
    pub peer: String,
    /// Chinese name; within the installation that of the jurisdiction where empty.
    pub zh: String,
    /// English name, as above; of another installation the Chinese one where empty.
    pub en: String,
    /// Its public key in base64; found by itself within the installation.
    pub key: String,
    /// Where messages to it go, such as `https://wz.example/@city`; `None` within the installation.
    pub address: Option<String>,
    /// The body of the procedure that it stands for.
    pub body: Option<String>,
    /// The unit of the directory that it stands for.
    pub unit: Option<String>,
    /// Channel of cases that come from it.
    pub channel: Option<String>,
    /// The role that rules on its reports and acknowledges its feedback.
    pub role: Option<String>,
    /// Whether it is the level above.
    pub above: bool,
    /// Kinds that are taken from it.
    pub takes: Vec<String>,
    /// Whether the link is in use.
    pub active: bool,
}

/// What the other side enters about us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKey {
    /// Our id.
    pub j: String,
    /// Our public key in base64.
    pub public: String,
    /// Where we are reached.
    pub address: String,
}

const LONGEST_ID: usize = 32;
const LONGEST: usize = 200;

impl Office {
    /// The links of a jurisdiction.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn links(&self, j: &str, who: &Actor) -> Result<Vec<Peer>, Problem> {
        self.may_administer(j, who).await?;
        Ok(self.store().peers(j).await?)
    }

    /// What the other side has to know of us.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators.
    pub async fn own_key(&self, j: &str, who: &Actor) -> Result<OwnKey, Problem> {
        self.may_administer(j, who).await?;
        Ok(OwnKey {
            j: j.to_owned(),
            public: self.own_keys(j).await?.newest().public(),
            address: self.url_of(j).await?,
        })
    }

    /// Sets a link up, or changes it.
    ///
    /// # Errors
    /// [`Problem::Forbidden`] for all but administrators; faulty fields.
    pub async fn enter_link(&self, j: &str, who: &Actor, entry: LinkEntry) -> Result<(), Problem> {
        self.may_administer(j, who).await?;
        let Actor::Staff { person, .. } = who else {
            return Err(Problem::Forbidden);
        };
        let entry = self.checked_link(j, entry).await?;
        let link = Stored::Link(Link {
            by: person.to_string(),
            peer: entry.peer,
            zh: entry.zh.trim().to_owned(),
            en: entry.en.trim().to_owned(),
            key: entry.key,
            address: entry.address,
            body: entry.body,
            unit: entry.unit,
            channel: entry.channel,
            role: entry.role,
            above: entry.above,
            takes: entry.takes,
            active: entry.active,
            announced: None,
        });
        loop {
            let expected = self.store().last_seq(j, super::STREAM).await?;
            if self
                .log_exchange(j, expected, &link, Vec::new(), Vec::new())
                .await?
            {
                self.parts().recent.forget();
                return Ok(());
            }
        }
    }

    async fn checked_link(&self, j: &str, mut entry: LinkEntry) -> Result<LinkEntry, Problem> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, code: &'static str| faults.push(FieldFault::new(field, code));
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if entry.peer.is_empty() && entry.address.is_some() {
            entry.peer = crate::chance::hex(&self.chance().bytes::<4>());
        }
        if entry.address.is_none() {
            let all = self.jurisdictions().await?;
            if let Some(there) = all.iter().find(|there| there.id == entry.peer) {
                for (name, own) in [(&mut entry.zh, &there.zh), (&mut entry.en, &there.en)] {
                    if crate::says_nothing(name) {
                        name.clone_from(own);
                    }
                }
            }
        }
        if crate::says_nothing(&entry.en) {
            entry.en.clone_from(&entry.zh);
        }
        if entry.peer.is_empty() {
            fault("peer", "field-which-peer");
        } else if entry.peer.len() > LONGEST_ID || !entry.peer.chars().all(plain) {
            fault("peer", "field-not-an-id");
        }
        for (field, value) in [("zh", &entry.zh), ("en", &entry.en)] {
            one_line(field, value, LONGEST)?;
            if crate::says_nothing(value) {
                fault(field, "field-empty");
            }
        }
        match &entry.address {
            None => {
                let all = self.jurisdictions().await?;
                if entry.peer == j || !all.iter().any(|there| there.id == entry.peer) {
                    fault("peer", "field-no-such-jurisdiction");
                } else {
                    entry.key = self.own_keys(&entry.peer).await?.newest().public();
                }
            }
            Some(address) => {
                one_line("address", address, LONGEST)?;
                let address = address.trim_end_matches('/').to_owned();
                if !is_safe(&address) {
                    fault("address", "field-not-an-address");
                }
                match public_key(&entry.key) {
                    Some(key) => entry.key = key,
                    None => fault("key", "field-not-a-key"),
                }
                entry.address = Some(address);
            }
        }
        if self.own_keys(j).await?.of(&entry.key).is_some() {
            fault("key", "field-own-key");
        }
        let others = self.store().peers(j).await?;
        if others
            .iter()
            .any(|p| p.id != entry.peer && p.public_key == entry.key)
        {
            fault("key", "field-key-taken");
        }
        let now = self.now();
        let rules = self.in_force(j, now).await?.procedure;
        if let Some(unit) = &entry.unit
            && self
                .store()
                .unit(j, &unit.as_str().into(), day_of(now))
                .await?
                .is_none()
        {
            fault("unit", "field-no-such-unit");
        }
        if entry
            .channel
            .as_deref()
            .is_some_and(|id| rules.channel(id).is_none())
        {
            fault("channel", "field-not-a-channel");
        }
        let sees_all = |id: &str| rules.role(id).is_some_and(|role| role.sees == Scope::All);
        if entry.role.as_deref().is_some_and(|id| !sees_all(id)) {
            fault("role", "field-not-a-role-of-office");
        }
        if entry.takes.iter().any(|kind| !KINDS.contains(&kind.as_str())) {
            fault("takes", "field-empty");
        }
        if entry.takes.iter().any(|kind| kind == "case") && entry.channel.is_none() {
            fault("channel", "field-channel-for-cases");
        }
        if faults.is_empty() {
            Ok(entry)
        } else {
            Err(Problem::Invalid(faults))
        }
    }

    /// Whether this jurisdiction exchanges messages with others.
    ///
    /// # Errors
    /// The store's.
    pub async fn is_linked(&self, j: &str) -> Result<bool, Problem> {
        Ok(!self.active_peers(j).await?.is_empty())
    }

    /// Links in use, kept for a moment: every act asks.
    pub(crate) async fn active_peers(&self, j: &str) -> Result<std::sync::Arc<[Peer]>, Problem> {
        let (recent, now) = (&self.parts().recent, self.now());
        if let Some(kept) = recent.peers(j, now) {
            return Ok(kept);
        }
        let mut peers = self.store().peers(j).await?;
        peers.retain(|peer| peer.active);
        let peers: std::sync::Arc<[Peer]> = peers.into();
        recent.keep_peers(j, now, peers.clone());
        Ok(peers)
    }

    /// Appends one event with its row; `false` where the stream had grown meanwhile.
    pub(super) async fn log_exchange(
        &self,
        j: &str,
        expected: u64,
        event: &Stored,
        keys: Vec<NewKey>,
        outbox: Vec<NewOutbox>,
    ) -> Result<bool, Problem> {
        let now = self.now();
        let mut commit = Commit::new(j, now);
        commit.streams.push(Append {
            stream: super::STREAM.to_owned(),
            expected,
            events: vec![crate::stored::event(
                event.word(),
                super::stored::VERSION,
                now,
                event,
            )?],
        });
        commit.changes.extend(event.row(now, expected + 1));
        commit.keys = keys;
        commit.outbox = outbox;
        match self.commit(commit).await {
            Err(CommitError::Conflict { .. }) => Ok(false),
            done => {
                done?;
                Ok(true)
            }
        }
    }
}

/// What crosses holds personal data: it goes by https, or stays on this machine.
fn is_safe(address: &str) -> bool {
    let host = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    address.strip_prefix("https://").is_some_and(host)
        || local
            .iter()
            .filter_map(|start| address.strip_prefix(start))
            .any(|rest| rest.is_empty() || (rest.starts_with([':', '/']) && host(rest)))
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn messages_go_by_https_or_stay_on_the_machine() {
        for address in [
            "https://wz.example",
            "https://wz.example/@city",
            "http://127.0.0.1:8311/@b",
        ] {
            assert!(is_safe(address), "{address}");
        }
        for address in [
            "http://wz.example",
            "https://",
            "wz.example",
            "http://127.0.0.1.example",
            "https://a b",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
