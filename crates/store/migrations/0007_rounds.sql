-- Duties at fixed times: each time that was recorded or missed.
CREATE TABLE round_row (
    jurisdiction IDENT NOT NULL,
    round IDENT NOT NULL,
    slot BIGINT NOT NULL,
    recorded BIGINT,
    person IDENT,
    items BIGINT,
    missed BIGINT,
    seq BIGINT,
    PRIMARY KEY (jurisdiction, round, slot)
) CLUSTERED;
CREATE INDEX round_row_slot ON round_row (jurisdiction, slot);
