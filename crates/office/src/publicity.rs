//! Before a message is published: what of it tells who somebody is. Whoever publishes sees it marked, keeps what is
//! nobody's secret and adds what was not found; the rest is blacked out wherever everybody reads.

use crate::keys::NamedKey;
use crate::load::Loaded;
use crate::{Office, Problem};
use case::access::Wish;
use case::{Act, Actor, CaseNumber};
use redact::{Kind, Veil};
use seal::{KeyId, Sealed};
use sha2::{Digest, Sha256};

/// What would be published of a case, with what tells who somebody is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicFinds {
    /// Title, text and replies in pieces, with what a piece tells where it tells something.
    pub marked: Vec<(String, Option<Kind>)>,
    /// The pieces that tell something, each once.
    pub pieces: Vec<(String, Kind)>,
    /// Names this set of finds: whoever publishes sends it back to say that they saw it.
    pub seen: String,
}

impl PublicFinds {
    fn of(texts: &[String], veil: &Veil) -> Self {
        let mut finds = Self::default();
        for (no, text) in texts.iter().enumerate() {
            if no > 0 {
                finds.marked.push(("\n\n".to_owned(), None));
            }
            let mut from = 0;
            for find in veil.all(text) {
                let piece = text.get(find.span.clone()).unwrap_or_default().to_owned();
                let between = text.get(from..find.span.start).unwrap_or_default();
                finds.marked.push((between.to_owned(), None));
                finds.marked.push((piece.clone(), Some(find.kind)));
                from = find.span.end;
                if !finds.pieces.iter().any(|(known, _)| *known == piece) {
                    finds.pieces.push((piece, find.kind));
                }
            }
            let rest = text.get(from..).unwrap_or_default();
            finds.marked.push((rest.to_owned(), None));
        }
        finds.marked.retain(|(piece, _)| !piece.is_empty());
        let mut hash = Sha256::new();
        for (piece, kind) in &finds.pieces {
            hash.update(format!("{}\0{piece}\0", kind.code()));
        }
        let bytes: [u8; 32] = hash.finalize().into();
        finds.seen = crate::chance::hex(bytes.get(..8).unwrap_or_default());
        finds
    }

    /// Whether every find of another set is in this one.
    fn holds(&self, other: &Self) -> bool {
        other.pieces.iter().all(|piece| self.pieces.contains(piece))
    }
}

impl Office {
    /// What would be published of a case, with what tells who somebody is. `typed` is the text that is published instead
    /// of the message, where somebody wrote one.
    ///
    /// # Errors
    /// [`Problem::NotFound`] where the person may not see the case.
    pub async fn public_finds(
        &self,
        j: &str,
        who: &Actor,
        number: &CaseNumber,
        typed: Option<&str>,
    ) -> Result<PublicFinds, Problem> {
        let loaded = self.load(j, who, Wish::SeeCase, number).await?;
        if !matches!(who, Actor::Staff { .. }) {
            return Err(Problem::NotFound);
        }
        let key = self
            .key(j, &KeyId::new(crate::keys::case_key(number.as_str())))
            .await?;
        let typed = typed.filter(|text| !crate::says_nothing(text));
        self.finds_of(j, &loaded, key.as_ref(), typed).await
    }

    async fn finds_of(
        &self,
        j: &str,
        loaded: &Loaded,
        key: Option<&NamedKey>,
        typed: Option<&str>,
    ) -> Result<PublicFinds, Problem> {
        let own = Veil {
            hide: self.own_terms(j, loaded).await?,
            keep: Vec::new(),
        };
        Ok(PublicFinds::of(&published(loaded, key, typed), &own))
    }

    /// What a moderator decided, once everything found was before their eyes. `None` where there is nothing to decide.
    pub(crate) async fn seen_veil(
        &self,
        j: &str,
        loaded: &Loaded,
        key: &NamedKey,
        typed: Option<&str>,
        seen: Option<&str>,
        veil: Veil,
    ) -> Result<Option<Veil>, Problem> {
        let typed = typed.filter(|text| !crate::says_nothing(text));
        let finds = self.finds_of(j, loaded, Some(key), typed).await?;
        if !finds.pieces.is_empty() && seen != Some(finds.seen.as_str()) {
            // what was typed tells no more than the message that was shown
            let shown = self.finds_of(j, loaded, Some(key), None).await?;
            if seen != Some(shown.seen.as_str()) || !shown.holds(&finds) {
                return Err(Problem::field("found", "field-finds-unseen"));
            }
        }
        Ok(Some(veil).filter(|veil| *veil != Veil::default()))
    }

    /// What is blacked out of a case's texts wherever everybody reads: what was decided, and the citizen's own data.
    pub(crate) async fn veil_of(
        &self,
        j: &str,
        loaded: &Loaded,
        key: Option<&NamedKey>,
    ) -> Result<Veil, Problem> {
        let decided = loaded.case.veil.as_ref().zip(key);
        let decided = decided.and_then(|(veil, key)| key.open("veil", veil).ok());
        let mut veil: Veil = match decided {
            Some(text) => serde_json::from_str(&text)?,
            None => Veil::default(),
        };
        veil.hide.extend(self.own_terms(j, loaded).await?);
        Ok(veil)
    }

    /// The citizen's own name, phone, identity number and address, as they might stand in a text.
    async fn own_terms(&self, j: &str, loaded: &Loaded) -> Result<Vec<String>, Problem> {
        let Some(citizen) = &loaded.case.citizen else {
            return Ok(Vec::new());
        };
        let Some(key) = self.key(j, &citizen.key).await? else {
            return Ok(Vec::new());
        };
        let data = [
            ("name", Some(&citizen.name)),
            ("phone", Some(&citizen.phone)),
            ("id_number", citizen.id_number.as_ref()),
            ("address", citizen.address.as_ref()),
        ];
        let terms = data
            .into_iter()
            .filter_map(|(place, text)| key.open(place, text?).ok());
        Ok(terms.filter(|term| term.chars().count() > 1).collect())
    }
}

/// Title, text and replies, as they would be published.
fn published(loaded: &Loaded, key: Option<&NamedKey>, typed: Option<&str>) -> Vec<String> {
    let case = &loaded.case;
    let open = |place: &str, text: Option<&Sealed>| key?.open(place, text?).ok();
    let text = match typed {
        Some(typed) => Some(typed.to_owned()),
        None => open("text", case.clean.as_ref().or(case.text.as_ref())),
    };
    let replies = loaded.events.iter().filter_map(|(event, _)| match &event.act {
        Act::Reply { text, .. } | Act::Answer { text, .. } => open("text", Some(text)),
        _ => None,
    });
    let title = open("title", case.title.as_ref());
    title.into_iter().chain(text).chain(replies).collect()
}
