//! Every table there is, and what becomes of it. A test compares this with the database.

/// What an archive does with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// It is in the archive.
    Archived,
    /// It is in the part of the archive that is kept apart: whoever has both parts and the master key can read
    /// everything. A key that was destroyed since is still in an older copy of this part.
    Keys,
    /// A fold of the log: made again, and compared.
    Folded,
    /// Worth nothing on another day: sessions, leases, counts of tries, codes that expire within minutes.
    Passing,
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns of its primary key, in order.
    pub key: &'static [&'static str],
    /// What becomes of it.
    pub keep: Keep,
}

const fn table(name: &'static str, key: &'static [&'static str], keep: Keep) -> Table {
    Table { name, key, keep }
}

/// All tables, in the order in which they are filled. Jurisdictions come last: without them a database is not served.
pub const TABLES: &[Table] = &[
    table("sealing_key", &["jurisdiction", "id"], Keep::Keys),
    table("event", &["jurisdiction", "stream", "seq"], Keep::Archived),
    table("command", &["jurisdiction", "id"], Keep::Archived),
    table("check_code", &["jurisdiction", "number"], Keep::Archived),
    table("caller", &["jurisdiction", "number"], Keep::Archived),
    table("account", &["jurisdiction", "id"], Keep::Archived),
    table("attachment", &["jurisdiction", "id"], Keep::Archived),
    table("outbox", &["jurisdiction", "id"], Keep::Archived),
    table("visit_link", &["jurisdiction", "token_hash"], Keep::Archived),
    table("source_state", &["jurisdiction", "id"], Keep::Archived),
    table("credential_state", &["jurisdiction", "id"], Keep::Archived),
    table("saved_view", &["jurisdiction", "person", "name"], Keep::Archived),
    table("log_leaf", &["jurisdiction", "leaf"], Keep::Archived),
    table("log_node", &["jurisdiction", "level", "position"], Keep::Archived),
    table("tree_head", &["jurisdiction", "size", "at"], Keep::Archived),
    table("cosignature", &["jurisdiction", "size", "peer"], Keep::Archived),
    table(
        "peer_head",
        &["jurisdiction", "peer", "size", "at"],
        Keep::Archived,
    ),
    table("case_row", &["jurisdiction", "number"], Keep::Folded),
    table("order_row", &["jurisdiction", "number", "order_no"], Keep::Folded),
    table("clock_row", &["jurisdiction", "number", "position"], Keep::Folded),
    table("public_facet", &["jurisdiction", "number", "facet"], Keep::Folded),
    table("unit_row", &["jurisdiction", "id", "from_day"], Keep::Folded),
    table("person_row", &["jurisdiction", "id"], Keep::Folded),
    table(
        "post_row",
        &["jurisdiction", "person", "role", "unit", "from_day"],
        Keep::Folded,
    ),
    table(
        "roster_row",
        &["jurisdiction", "unit", "from_at", "person"],
        Keep::Folded,
    ),
    table("peer_row", &["jurisdiction", "peer"], Keep::Folded),
    table(
        "exchange_row",
        &["jurisdiction", "outgoing", "peer", "id"],
        Keep::Folded,
    ),
    table("paper_row", &["jurisdiction", "stream", "no"], Keep::Folded),
    table("round_row", &["jurisdiction", "round", "slot"], Keep::Folded),
    table("catalogue_row", &["jurisdiction", "id"], Keep::Folded),
    table("knowledge_row", &["jurisdiction", "id", "version"], Keep::Folded),
    table(
        "knowledge_word",
        &["jurisdiction", "word", "id", "version"],
        Keep::Folded,
    ),
    table("source_row", &["jurisdiction", "id"], Keep::Folded),
    table("item_row", &["jurisdiction", "id"], Keep::Folded),
    table("credential_row", &["jurisdiction", "id"], Keep::Folded),
    table(
        "access_row",
        &["jurisdiction", "stream", "seq", "n"],
        Keep::Folded,
    ),
    table("session", &["jurisdiction", "token_hash"], Keep::Passing),
    table("attempt", &["jurisdiction", "bucket"], Keep::Passing),
    table(
        "one_time_code",
        &["jurisdiction", "purpose", "key_hash"],
        Keep::Passing,
    ),
    table("held", &["jurisdiction", "id"], Keep::Passing),
    table("lease", &["jurisdiction", "name"], Keep::Passing),
    table("log_mark", &["name"], Keep::Passing),
    table("migration", &["version"], Keep::Passing),
    table("adopted", &["jurisdiction", "hash"], Keep::Archived),
    table("jurisdiction", &["jurisdiction"], Keep::Archived),
];

impl Table {
    /// The table with a name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }
}
