-- Who read what, folded from the streams access/... What was opened before stands here after `wenzheng rebuild`.
CREATE TABLE access_row (
    jurisdiction IDENT NOT NULL,
    stream IDENT NOT NULL,
    seq BIGINT NOT NULL,
    n BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person IDENT,
    what IDENT NOT NULL,
    number IDENT,
    place TEXT,
    reason TEXT,
    times BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, stream, seq, n)
) CLUSTERED;
CREATE INDEX access_row_at ON access_row (jurisdiction, at, stream, seq, n);
CREATE INDEX access_row_person ON access_row (jurisdiction, person, at, stream, seq, n) WHERE person IS NOT NULL;
CREATE INDEX access_row_number ON access_row (jurisdiction, number, at, stream, seq, n) WHERE number IS NOT NULL;
