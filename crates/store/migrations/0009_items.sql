-- What is noticed elsewhere and may become a case: where it is looked for, and what was found.
CREATE TABLE source_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    source TEXT NOT NULL,
    active BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;

CREATE TABLE item_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    source IDENT,
    state IDENT NOT NULL,
    found BIGINT NOT NULL,
    posted BIGINT,
    mark IDENT,
    link IDENT,
    told_role IDENT,
    number IDENT,
    captured BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;
CREATE INDEX item_row_state ON item_row (jurisdiction, state, found);
CREATE INDEX item_row_mark ON item_row (jurisdiction, mark) WHERE mark IS NOT NULL;
CREATE INDEX item_row_link ON item_row (jurisdiction, link) WHERE link IS NOT NULL;

-- How asking a source went: no fold, written anew at every turn. `seen` is the text of a watched page, sealed.
CREATE TABLE source_state (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    tried BIGINT NOT NULL,
    fetched BIGINT,
    next BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    fault TEXT,
    detail TEXT,
    etag TEXT,
    modified TEXT,
    seen TEXT,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;
