-- The knowledge base: every version of every entry. `entry` is the entry as JSON; `head` its title, and `search` title,
-- words and text, in small letters, to be looked through. Nobody's case stands in it, so it is not sealed.
CREATE TABLE knowledge_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    version BIGINT NOT NULL,
    state IDENT NOT NULL,
    unit IDENT NOT NULL,
    public BIGINT NOT NULL,
    from_day IDENT NOT NULL,
    to_day IDENT,
    review IDENT NOT NULL,
    supplied BIGINT NOT NULL,
    supplied_by IDENT NOT NULL,
    decided BIGINT,
    decided_by IDENT,
    reason TEXT,
    head TEXT NOT NULL,
    search TEXT NOT NULL,
    entry TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id, version)
) CLUSTERED;
CREATE INDEX knowledge_row_state ON knowledge_row (jurisdiction, state, review, id, version);
CREATE INDEX knowledge_row_unit ON knowledge_row (jurisdiction, unit, state, review, id, version);
CREATE INDEX knowledge_row_public ON knowledge_row (jurisdiction, decided, id) WHERE public = 1 AND state = 'current';

-- The words of each version: whatever a caller says is looked up here, not searched through.
CREATE TABLE knowledge_word (
    jurisdiction IDENT NOT NULL,
    word IDENT NOT NULL,
    id IDENT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, word, id, version)
) CLUSTERED;
