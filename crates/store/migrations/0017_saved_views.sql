-- Filters of the workbench that people keep under a name: how somebody likes to look, and no fold.
CREATE TABLE saved_view (
    jurisdiction IDENT NOT NULL,
    person IDENT NOT NULL,
    name TEXT NOT NULL,
    wanted TEXT NOT NULL,
    kept BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, person, name)
) CLUSTERED;

-- The page of a case asks what was noticed and became it.
CREATE INDEX item_row_number ON item_row (jurisdiction, number) WHERE number IS NOT NULL;
