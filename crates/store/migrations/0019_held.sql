-- What came with a form that was not taken yet, sealed under a key that only the form holds: files that were right while
-- something else was not, and what was typed when a session had lapsed. Over within hours, and no record of anything.
CREATE TABLE held (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    whose IDENT NOT NULL,
    expires BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    content BYTES NOT NULL,
    PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX held_room ON held (jurisdiction, expires, whose, bytes);
CREATE INDEX held_expires ON held (expires);
