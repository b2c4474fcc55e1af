//! The other sides with which a jurisdiction exchanges signed messages, and what came and went.

use crate::StoreError;
use crate::columns::Columns;
use crate::sql::query;
use calendar::Instant;
use case::{CaseNumber, UnitId};

/// The link to another jurisdiction, of this installation or of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// What we call it; unique among our links.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Its public key in base64: what it signs is known by it.
    pub public_key: String,
    /// Where messages to it go; `None` where it lives in the same installation.
    pub address: Option<String>,
    /// The body of our procedure that it stands for.
    pub body: Option<String>,
    /// The unit of our directory that it stands for: what is dispatched to the unit is handed over.
    pub unit: Option<UnitId>,
    /// Channel through which cases from it come in.
    pub channel: Option<String>,
    /// The role that rules on its reports and acknowledges its feedback; every role that sees all where absent.
    pub role: Option<String>,
    /// Whether it is the level above.
    pub above: bool,
    /// Kinds of messages that are taken from it.
    pub takes: Vec<String>,
    /// Whether the link is in use.
    pub active: bool,
    /// Sequence number of the last event folded into this row.
    pub seq: u64,
}

/// A message that came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossing {
    /// Whether it went out.
    pub outgoing: bool,
    /// The other side.
    pub peer: String,
    /// Id of the message.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// When it was taken here, or its receipt came, UTC milliseconds.
    pub at: Instant,
    /// How far it is.
    pub state: String,
    /// Our case.
    pub number: Option<CaseNumber>,
    /// Number of the case on the other side.
    pub theirs: Option<String>,
    /// The message of ours that it answers.
    pub answers: Option<String>,
    /// Sequence number of the event that holds what came.
    pub seq: u64,
}

/// Which messages are listed.
#[derive(Debug, Clone, Copy)]
pub struct Crossings<'a> {
    /// Those that went out, or those that came.
    pub outgoing: bool,
    /// In which state.
    pub state: &'a str,
}

operation! {
    /// The links of a jurisdiction, by id.
    read fn peers(c, jurisdiction: &str) -> Vec<Peer> {
        let rows = query("SELECT * FROM peer_row WHERE jurisdiction = $1 ORDER BY peer")
            .bind(jurisdiction)
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(peer).collect()
    }
}

operation! {
    /// Messages in one state, the newest first.
    scan fn crossings(c, jurisdiction: &str, of: Crossings<'_>, limit: u32) -> Vec<Crossing> {
        let rows = query(
            "SELECT * FROM exchange_row WHERE jurisdiction = $1 AND outgoing = $2 AND state = $3
             ORDER BY at DESC, id LIMIT $4",
        )
        .bind(jurisdiction)
        .bind(i64::from(of.outgoing))
        .bind(of.state)
        .bind(i64::from(limit))
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(crossing).collect()
    }
}

operation! {
    /// One message.
    read fn crossing(c, jurisdiction: &str, outgoing: bool, peer: &str, id: &str) -> Option<Crossing> {
        let row = query(
            "SELECT * FROM exchange_row WHERE jurisdiction = $1 AND outgoing = $2 AND peer = $3 AND id = $4",
        )
        .bind(jurisdiction)
        .bind(i64::from(outgoing))
        .bind(peer)
        .bind(id)
        .fetch_optional(&mut *c)
        .await?;
        row.as_ref().map(crossing).transpose()
    }
}

operation! {
    /// What crossed about one of our cases, oldest first.
    read fn crossings_of(c, jurisdiction: &str, number: &CaseNumber) -> Vec<Crossing> {
        let rows = query("SELECT * FROM exchange_row WHERE jurisdiction = $1 AND number = $2 ORDER BY at, id")
            .bind(jurisdiction)
            .bind(number.as_str())
            .fetch_all(&mut *c)
            .await?;
        rows.iter().map(crossing).collect()
    }
}

operation! {
    /// What a peer answered to one of our messages, oldest first.
    read fn answers_to(c, jurisdiction: &str, peer: &str, id: &str) -> Vec<Crossing> {
        let rows = query(
            "SELECT * FROM exchange_row
             WHERE jurisdiction = $1 AND outgoing = 0 AND peer = $2 AND answers = $3 ORDER BY at, id",
        )
        .bind(jurisdiction)
        .bind(peer)
        .bind(id)
        .fetch_all(&mut *c)
        .await?;
        rows.iter().map(crossing).collect()
    }
}

fn peer(row: &impl Columns) -> Result<Peer, StoreError> {
    Ok(Peer {
        id: row.text("peer")?,
        zh: row.text("zh")?,
        en: row.text("en")?,
        public_key: row.text("public_key")?,
        address: row.maybe_text("address")?,
        body: row.maybe_text("body")?,
        unit: row.maybe_text("unit")?.map(Into::into),
        channel: row.maybe_text("channel")?,
        role: row.maybe_text("role")?,
        above: row.flag("above")?,
        takes: row.text("takes")?.split_whitespace().map(str::to_owned).collect(),
        active: row.flag("active")?,
        seq: row.count("seq")?,
    })
}

fn crossing(row: &impl Columns) -> Result<Crossing, StoreError> {
    Ok(Crossing {
        outgoing: row.flag("outgoing")?,
        peer: row.text("peer")?,
        id: row.text("id")?,
        kind: row.text("kind")?,
        at: row.instant("at")?,
        state: row.text("state")?,
        number: row.maybe_text("number")?.map(Into::into),
        theirs: row.maybe_text("theirs")?,
        answers: row.maybe_text("answers")?,
        seq: row.count("seq")?,
    })
}
