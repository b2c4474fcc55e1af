-- One text for both engines. IDENT is text compared byte by byte, BYTES is a byte string, CLUSTERED asks SQLite
-- to keep the rows in the primary key. Instants are UTC milliseconds, days are text as 2026-09-30, flags are 0 or 1.

CREATE TABLE event (
    jurisdiction IDENT NOT NULL,
    stream IDENT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    "procedure" TEXT NOT NULL,
    calendar TEXT NOT NULL,
    bytes BYTES NOT NULL,
    PRIMARY KEY (jurisdiction, stream, seq)
);

CREATE TABLE command (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    stream IDENT NOT NULL,
    seq BIGINT NOT NULL,
    answer BYTES NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;

CREATE TABLE jurisdiction (
    jurisdiction IDENT NOT NULL PRIMARY KEY,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    host IDENT UNIQUE
);

CREATE TABLE adopted (
    jurisdiction IDENT NOT NULL,
    hash IDENT NOT NULL,
    kind IDENT NOT NULL,
    id IDENT NOT NULL,
    version TEXT NOT NULL,
    in_force IDENT NOT NULL,
    text BYTES NOT NULL,
    adopted_at BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, hash)
);

CREATE TABLE case_row (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    external IDENT,
    step IDENT NOT NULL,
    channel IDENT NOT NULL,
    category IDENT,
    title TEXT NOT NULL,
    received BIGINT NOT NULL,
    accepted BIGINT,
    replied BIGINT,
    closed BIGINT,
    due BIGINT,
    due_order BIGINT NOT NULL,
    history BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    live BIGINT NOT NULL,
    repeat_of IDENT,
    supervised BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, number)
);
CREATE INDEX case_row_received ON case_row (jurisdiction, received, number);
CREATE INDEX case_row_step ON case_row (jurisdiction, step, received, number);
CREATE INDEX case_row_channel ON case_row (jurisdiction, channel, received, number);
CREATE INDEX case_row_due ON case_row (jurisdiction, due_order, number) WHERE live = 1;
CREATE INDEX case_row_queue ON case_row (jurisdiction, step, due_order, number) WHERE live = 1;
CREATE INDEX case_row_history ON case_row (jurisdiction, received, number) WHERE history = 1;
CREATE INDEX case_row_external ON case_row (jurisdiction, external) WHERE external IS NOT NULL;

CREATE TABLE order_row (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    order_no BIGINT NOT NULL,
    unit IDENT NOT NULL,
    step IDENT NOT NULL,
    lead BIGINT NOT NULL,
    dispatched BIGINT NOT NULL,
    due BIGINT,
    due_order BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, number, order_no)
) CLUSTERED;
CREATE INDEX order_row_due ON order_row (jurisdiction, unit, due_order, number, order_no) WHERE ended = 0;
CREATE INDEX order_row_unit ON order_row (jurisdiction, unit, number);

CREATE TABLE clock_row (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    position BIGINT NOT NULL,
    order_no BIGINT,
    clock IDENT NOT NULL,
    started BIGINT NOT NULL,
    due BIGINT NOT NULL,
    timer BIGINT,
    met BIGINT,
    lapsed BIGINT,
    withdrawn BIGINT,
    is_right BIGINT NOT NULL,
    live BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, number, position)
) CLUSTERED;
CREATE INDEX clock_row_timer ON clock_row (timer) WHERE timer IS NOT NULL;
CREATE INDEX clock_row_due ON clock_row (jurisdiction, due, number, position) WHERE live = 1;

CREATE TABLE check_code (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (jurisdiction, number)
) CLUSTERED;

CREATE TABLE caller (
    jurisdiction IDENT NOT NULL,
    number IDENT NOT NULL,
    phone_hash IDENT NOT NULL,
    PRIMARY KEY (jurisdiction, number)
) CLUSTERED;
CREATE INDEX caller_phone ON caller (jurisdiction, phone_hash, number);

CREATE TABLE unit_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    kind IDENT NOT NULL,
    parent IDENT,
    from_day IDENT NOT NULL,
    to_day IDENT,
    PRIMARY KEY (jurisdiction, id, from_day)
);

CREATE TABLE person_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    login IDENT NOT NULL,
    name TEXT NOT NULL,
    password TEXT,
    email TEXT,
    phone TEXT,
    active BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    UNIQUE (jurisdiction, login)
);

CREATE TABLE post_row (
    jurisdiction IDENT NOT NULL,
    person IDENT NOT NULL,
    role IDENT NOT NULL,
    unit IDENT NOT NULL,
    from_day IDENT NOT NULL,
    to_day IDENT,
    PRIMARY KEY (jurisdiction, person, role, unit, from_day)
);
CREATE INDEX post_row_role ON post_row (jurisdiction, role, unit);

CREATE TABLE roster_row (
    jurisdiction IDENT NOT NULL,
    unit IDENT NOT NULL,
    from_at BIGINT NOT NULL,
    person IDENT NOT NULL,
    to_at BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, unit, from_at, person)
) CLUSTERED;

CREATE TABLE sealing_key (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    wrapped BYTES,
    destroyed_at BIGINT,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;

CREATE TABLE outbox (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    due BIGINT NOT NULL,
    kind IDENT NOT NULL,
    payload BYTES NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT,
    leased_by IDENT,
    leased_until BIGINT,
    sent_at BIGINT,
    last_error TEXT,
    PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX outbox_next ON outbox (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX outbox_troubled ON outbox (jurisdiction, due) WHERE sent_at IS NULL AND last_error IS NOT NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

CREATE TABLE lease (
    jurisdiction IDENT NOT NULL,
    name IDENT NOT NULL,
    holder IDENT NOT NULL,
    until BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, name)
) CLUSTERED;

CREATE TABLE session (
    jurisdiction IDENT NOT NULL,
    token_hash IDENT NOT NULL,
    person IDENT,
    case_number IDENT,
    csrf TEXT NOT NULL,
    created BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, token_hash)
) CLUSTERED;
CREATE INDEX session_person ON session (jurisdiction, person) WHERE person IS NOT NULL;
CREATE INDEX session_ends ON session (ends);

CREATE TABLE attempt (
    jurisdiction IDENT NOT NULL,
    bucket IDENT NOT NULL,
    window_start BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, bucket)
) CLUSTERED;
CREATE INDEX attempt_window ON attempt (window_start);

CREATE TABLE one_time_code (
    jurisdiction IDENT NOT NULL,
    purpose IDENT NOT NULL,
    key_hash IDENT NOT NULL,
    code_hash TEXT NOT NULL,
    expires BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, purpose, key_hash)
) CLUSTERED;
CREATE INDEX one_time_code_expires ON one_time_code (expires);

CREATE TABLE attachment (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    stream IDENT NOT NULL,
    bytes BIGINT NOT NULL,
    media TEXT NOT NULL,
    stored_at BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX attachment_stream ON attachment (jurisdiction, stream);

CREATE TABLE visit_link (
    jurisdiction IDENT NOT NULL,
    token_hash IDENT NOT NULL,
    number IDENT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, token_hash)
) CLUSTERED;
