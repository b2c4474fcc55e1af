-- Cases by the administrative division that they concern, so that the ledger of one is found without reading all.
CREATE INDEX case_row_division ON case_row (jurisdiction, division, received, number) WHERE division IS NOT NULL;
-- What is over is found without reading what is not.
CREATE INDEX visit_link_expires ON visit_link (expires);
