-- What lists ask beside the course of a case. Rows made before say no until their case goes on, or until
-- `wenzheng rebuild`. `public` is 0 where the message is not public, 1 where it is, 2 where it was and is hidden, and
-- `public_at` since when; `submitted` names the roles before which it was put, with a blank before and behind each.
ALTER TABLE case_row ADD COLUMN public BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_row ADD COLUMN public_at BIGINT;
ALTER TABLE case_row ADD COLUMN accused BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_row ADD COLUMN merged_into IDENT;
ALTER TABLE case_row ADD COLUMN division IDENT;
ALTER TABLE case_row ADD COLUMN submitted TEXT;
CREATE INDEX case_row_public ON case_row (jurisdiction, public_at, number) WHERE public > 0;
CREATE INDEX case_row_merged ON case_row (jurisdiction, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX case_row_submitted ON case_row (jurisdiction, due_order, number) WHERE submitted IS NOT NULL;

-- Where a unit is at home, and what is its duty: ids of categories and marks, with blanks between.
ALTER TABLE unit_row ADD COLUMN territory IDENT;
ALTER TABLE unit_row ADD COLUMN duties TEXT NOT NULL DEFAULT '';
