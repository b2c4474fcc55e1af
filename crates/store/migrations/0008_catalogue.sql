-- The dispatch catalogue: which unit leads in which matter at which place. `entry` is the entry as JSON.
CREATE TABLE catalogue_row (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    entry TEXT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;
