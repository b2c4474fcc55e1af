-- Numbered documents: a row for each event of the streams papers/BODY/SERIES/YEAR, whose positions are the numbers.
CREATE TABLE paper_row (
    jurisdiction IDENT NOT NULL,
    stream IDENT NOT NULL,
    no BIGINT NOT NULL,
    document IDENT NOT NULL,
    number IDENT,
    seq BIGINT,
    order_no BIGINT,
    issued BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, stream, no)
) CLUSTERED;
CREATE INDEX paper_row_case ON paper_row (jurisdiction, number, seq) WHERE number IS NOT NULL;
CREATE INDEX paper_row_issued ON paper_row (jurisdiction, issued, stream, no);
