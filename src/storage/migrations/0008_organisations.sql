-- What an organisation is by law and what became of it, one row an organisation of which
-- that was entered; and the terms of committees (PML arts 8 to 10).
CREATE TABLE standing_of (
    organisation BIGINT PRIMARY KEY REFERENCES organisation (id),
    basis        TEXT NOT NULL,
    host         TEXT NOT NULL,          -- who set it up and provides room and money
    seated_at    BIGINT REFERENCES organisation (id),  -- of a stationed room: in whose house
    sector       TEXT NOT NULL,          -- of a sector committee: key of the book's list
    contact      TEXT NOT NULL,          -- whom to ask for
    seal_words   TEXT NOT NULL,
    set_up_on    TEXT
);

-- Who goes on with the work of an organisation that was merged into another.
CREATE TABLE successor_of (
    organisation BIGINT PRIMARY KEY REFERENCES organisation (id),
    successor    BIGINT NOT NULL REFERENCES organisation (id)
);

-- A committee's term: `state` is the whole of it as a record, the columns are read off it.
CREATE TABLE term (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    begins       TEXT   NOT NULL,
    ends         TEXT   NOT NULL,        -- the last day of its three years
    closed_on    TEXT,                   -- when the committee itself ended
    untold       BIGINT NOT NULL,        -- notices that the court has not been sent
    state        TEXT   NOT NULL
);
CREATE INDEX term_of_organisation ON term (organisation, begins);
CREATE INDEX term_by_end ON term (ends);
CREATE INDEX term_by_untold ON term (untold);

-- What is on its way to an organisation is looked up, and moves with it.
CREATE INDEX dispute_by_sent ON dispute (sent_scope);

-- What ends soon is asked for every morning: engagements, and certificates of the roll.
CREATE INDEX engagement_by_end ON engagement (until);
CREATE INDEX person_by_certificate_end ON person (certificate_until);
DROP INDEX certificate_by_end;
