-- Which work orders wait for a ruling. Rows made before say no until their case goes on, or until `wenzheng rebuild`.
ALTER TABLE order_row ADD COLUMN asked BIGINT NOT NULL DEFAULT 0;
