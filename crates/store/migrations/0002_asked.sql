-- Which work orders wait for a ruling. Rows made before say no until their case goes on, or until `wenzheng rebuild`.
ALTER TABLE order_row ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;

-- For the queues of those who review and rule.
CREATE INDEX order_row_step ON order_row (jurisdiction, step, number) WHERE ended = 0;
CREATE INDEX order_row_asked ON order_row (jurisdiction, number) WHERE asked = 1 AND ended = 0;
