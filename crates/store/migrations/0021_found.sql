-- When the key of a case was destroyed, UTC milliseconds: what is destroyed is not looked at again for what is due.
ALTER TABLE case_row ADD COLUMN key_destroyed BIGINT;
UPDATE case_row SET key_destroyed = (
    SELECT destroyed_at FROM sealing_key
    WHERE sealing_key.jurisdiction = case_row.jurisdiction AND sealing_key.id = 'case:' || case_row.number
);
CREATE INDEX case_row_kept ON case_row (jurisdiction, received, number) WHERE ended = 1 AND key_destroyed IS NULL;
-- Keys that are gone, for whoever makes the rows of cases again.
CREATE INDEX sealing_key_destroyed ON sealing_key (jurisdiction, id) WHERE destroyed_at IS NOT NULL;

-- When the case of a work order was received, so that the ledger of a unit is read in its order, a page and no more.
ALTER TABLE order_row ADD COLUMN case_received BIGINT;
UPDATE order_row SET case_received = (
    SELECT received FROM case_row
    WHERE case_row.jurisdiction = order_row.jurisdiction AND case_row.number = order_row.number
);
CREATE INDEX order_row_received ON order_row (jurisdiction, unit, case_received, number, order_no);

-- Shifts that are not over, without reading all that are.
CREATE INDEX roster_row_to ON roster_row (jurisdiction, to_at, unit);
