-- Accounts of citizens, each found by the keyed hash of the phone or mail address that is its key.
CREATE TABLE account (
    jurisdiction IDENT NOT NULL,
    id IDENT NOT NULL,
    address TEXT NOT NULL,
    created BIGINT NOT NULL,
    PRIMARY KEY (jurisdiction, id)
) CLUSTERED;

ALTER TABLE session ADD COLUMN account IDENT;
CREATE INDEX session_account ON session (jurisdiction, account) WHERE account IS NOT NULL;

-- The account in which a case was written, if any; and whether a code to the phone was shown: NULL where it came before
-- there were accounts, and only the case itself tells.
ALTER TABLE caller ADD COLUMN account IDENT;
ALTER TABLE caller ADD COLUMN proven BIGINT;
CREATE INDEX caller_account ON caller (jurisdiction, account, number) WHERE account IS NOT NULL;
