-- Who adopted a text, and by which calendar the clocks of a case were counted last.
ALTER TABLE adopted ADD COLUMN adopted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE case_row ADD COLUMN calendar IDENT NOT NULL DEFAULT '';
UPDATE case_row SET calendar = COALESCE((
    SELECT event.calendar FROM event
    WHERE event.jurisdiction = case_row.jurisdiction AND event.stream = 'case/' || case_row.number
        AND event.seq = case_row.seq), '');
CREATE INDEX case_row_calendar ON case_row (jurisdiction, calendar, number) WHERE live = 1;
