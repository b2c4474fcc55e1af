-- The log that outsiders can check. A leaf holds the commitment of an event; of the nodes above the leaves only those of
-- every fourth level are stored. `tree_head.text` is the signed head; `day` marks the one that was published for a day.
CREATE TABLE log_leaf (
    jurisdiction IDENT NOT NULL,
    leaf BIGINT NOT NULL,
    stream IDENT NOT NULL,
    seq BIGINT NOT NULL,
    commitment BYTES NOT NULL,
    PRIMARY KEY (jurisdiction, leaf)
) CLUSTERED;
CREATE UNIQUE INDEX log_leaf_event ON log_leaf (jurisdiction, stream, seq);

CREATE TABLE log_node (
    jurisdiction IDENT NOT NULL,
    level BIGINT NOT NULL,
    position BIGINT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (jurisdiction, level, position)
) CLUSTERED;

CREATE TABLE tree_head (
    jurisdiction IDENT NOT NULL,
    size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    day IDENT,
    PRIMARY KEY (jurisdiction, size, at)
) CLUSTERED;
CREATE UNIQUE INDEX tree_head_day ON tree_head (jurisdiction, day) WHERE day IS NOT NULL;

CREATE TABLE cosignature (
    jurisdiction IDENT NOT NULL,
    size BIGINT NOT NULL,
    peer IDENT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (jurisdiction, size, peer)
) CLUSTERED;

-- Heads of the logs of others, as they showed them.
CREATE TABLE peer_head (
    jurisdiction IDENT NOT NULL,
    peer IDENT NOT NULL,
    size BIGINT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (jurisdiction, peer, size, at)
) CLUSTERED;

-- Up to which position of `event` all events have their leaves. Whether one has its leaf is what counts; this only spares
-- looking at those before.
CREATE TABLE log_mark (
    name IDENT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

-- The order in which events were stored: on SQLite rows have it already.
-- postgres: ALTER TABLE event ADD COLUMN pos BIGINT;
-- postgres: UPDATE event SET pos = numbered.n FROM (
-- postgres:     SELECT jurisdiction, stream, seq,
-- postgres:         row_number() OVER (ORDER BY recorded, jurisdiction, stream, seq) AS n FROM event) numbered
-- postgres: WHERE event.jurisdiction = numbered.jurisdiction AND event.stream = numbered.stream
-- postgres:     AND event.seq = numbered.seq;
-- postgres: CREATE SEQUENCE event_pos_seq OWNED BY event.pos;
-- postgres: SELECT setval('event_pos_seq', (SELECT COALESCE(MAX(pos), 0) + 1 FROM event), false);
-- postgres: ALTER TABLE event ALTER COLUMN pos SET DEFAULT nextval('event_pos_seq');
-- postgres: ALTER TABLE event ALTER COLUMN pos SET NOT NULL;
-- postgres: CREATE UNIQUE INDEX event_pos ON event (pos);
