-- What counts and the supervision board ask. Rows made before know no `done`, `urged`, `instructed` and `supervised_since`
-- until their case goes on, or until `wenzheng rebuild`. What must be in no count is known at once.
ALTER TABLE case_row ADD COLUMN supervised_since BIGINT;
ALTER TABLE case_row ADD COLUMN urged BIGINT;
ALTER TABLE case_row ADD COLUMN instructed BIGINT;
ALTER TABLE case_row ADD COLUMN late BIGINT NOT NULL DEFAULT 0;
ALTER TABLE case_row ADD COLUMN watched BIGINT NOT NULL DEFAULT 0;
ALTER TABLE order_row ADD COLUMN done BIGINT;
ALTER TABLE order_row ADD COLUMN late BIGINT NOT NULL DEFAULT 0;
ALTER TABLE order_row ADD COLUMN apart BIGINT NOT NULL DEFAULT 0;
UPDATE case_row SET watched = 1 WHERE supervised = 1 OR repeat_of IS NOT NULL;
UPDATE case_row SET late = 1 WHERE EXISTS (
    SELECT 1 FROM clock_row k WHERE k.jurisdiction = case_row.jurisdiction AND k.number = case_row.number
        AND k.is_right = 0 AND k.met >= k.due);
UPDATE order_row SET late = 1 WHERE EXISTS (
    SELECT 1 FROM clock_row k WHERE k.jurisdiction = order_row.jurisdiction AND k.number = order_row.number
        AND k.order_no = order_row.order_no AND k.is_right = 0 AND k.met >= k.due);
UPDATE order_row SET apart = 1 WHERE EXISTS (
    SELECT 1 FROM case_row c WHERE c.jurisdiction = order_row.jurisdiction AND c.number = order_row.number
        AND (c.accused = 1 OR c.history = 1));

-- Five indexes that were there hold what is counted beside what they are sorted by, so that counting reads no rows; each
-- begins as it did, and serves the lists as before.
DROP INDEX case_row_received;
CREATE INDEX case_row_received ON case_row (jurisdiction, received, number, history, accused, ended, late, due_order, replied,
    channel, category);
DROP INDEX case_row_due;
CREATE INDEX case_row_due ON case_row (jurisdiction, due_order, number, live, accused) WHERE live = 1;
DROP INDEX case_row_queue;
CREATE INDEX case_row_queue ON case_row (jurisdiction, step, due_order, number, live, accused) WHERE live = 1;
DROP INDEX order_row_unit;
CREATE INDEX order_row_unit ON order_row (jurisdiction, unit, dispatched, number, apart, done);
DROP INDEX order_row_due;
CREATE INDEX order_row_due ON order_row (jurisdiction, unit, due_order, number, order_no, ended, apart) WHERE ended = 0;
CREATE INDEX case_row_replied ON case_row (jurisdiction, replied, history, accused) WHERE replied IS NOT NULL;

CREATE INDEX case_row_watched ON case_row (jurisdiction, watched, due_order, number, live, accused)
    WHERE live = 1 AND watched = 1;

-- SQLite, which keeps no statistics here, took the primary key where one of these would have served, and so read every work
-- order ever made for each count of a queue: now each holds all that is asked of it, what is asked for first.
DROP INDEX order_row_step;
CREATE INDEX order_row_step ON order_row (jurisdiction, step, number, ended) WHERE ended = 0;
DROP INDEX order_row_asked;
CREATE INDEX order_row_asked ON order_row (jurisdiction, asked, number, ended) WHERE asked = 1 AND ended = 0;
DROP INDEX case_row_accusing;
CREATE INDEX case_row_accusing ON case_row (jurisdiction, accused, due_order, number, live) WHERE live = 1 AND accused = 1;
DROP INDEX case_row_submitted;
CREATE INDEX case_row_submitted ON case_row (jurisdiction, live, due_order, number, submitted)
    WHERE submitted IS NOT NULL AND live = 1;
