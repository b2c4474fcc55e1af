-- The other sides with which a jurisdiction exchanges signed messages, and what came and went.

CREATE TABLE peer_row (
    jurisdiction IDENT NOT NULL,
    peer IDENT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    public_key IDENT NOT NULL,
    address TEXT,
    body IDENT,
    unit IDENT,
    channel IDENT,
    role IDENT,
    above BIGINT NOT NULL,
    takes TEXT NOT NULL,
    active BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, peer)
) CLUSTERED;

CREATE TABLE exchange_row (
    jurisdiction IDENT NOT NULL,
    outgoing BIGINT NOT NULL,
    peer IDENT NOT NULL,
    id IDENT NOT NULL,
    kind IDENT NOT NULL,
    at BIGINT NOT NULL,
    state IDENT NOT NULL,
    number IDENT,
    theirs IDENT,
    answers IDENT,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, outgoing, peer, id)
) CLUSTERED;
CREATE INDEX exchange_row_state ON exchange_row (jurisdiction, outgoing, state, at);
CREATE INDEX exchange_row_theirs ON exchange_row (jurisdiction, peer, theirs) WHERE theirs IS NOT NULL;
CREATE INDEX exchange_row_number ON exchange_row (jurisdiction, number) WHERE number IS NOT NULL;
