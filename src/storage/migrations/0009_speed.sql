-- What may be remembered, and for how long: each column gets a new number in the transaction of
-- every change to what it stands for (storage/editions.hpp; for the roll registry/edition.hpp).
CREATE TABLE edition (
    one    BIGINT PRIMARY KEY,
    roll   BIGINT NOT NULL,              -- organisations, people, divisions
    access BIGINT NOT NULL,              -- sessions, accounts, grants
    words  BIGINT NOT NULL               -- texts beside the pages that were changed or erased
);
INSERT INTO edition (one, roll, access, words) VALUES (1, 0, 0, 0);
