-- What people show beside their password, and keys of machines: a fold of the stream `credentials`.
CREATE TABLE credential_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    kind IDENT NOT NULL,
    person IDENT NOT NULL,
    credential TEXT NOT NULL,
    active BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;
CREATE INDEX credential_row_person ON credential_row (jurisdiction, person);
CREATE INDEX credential_row_kind ON credential_row (jurisdiction, kind);

-- When each was used last, and how far it is used up: no fold.
CREATE TABLE credential_state (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    used BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;

-- From where a session was begun and how, and what is still owed before it opens anything.
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN owes TEXT NOT NULL DEFAULT '';
