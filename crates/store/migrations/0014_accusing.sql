-- Open cases that accuse somebody: few among many, and asked for with each count of a queue.
CREATE INDEX case_row_accusing ON case_row (jurisdiction, due_order, number) WHERE live = 1 AND accused = 1;
