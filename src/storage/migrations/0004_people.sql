-- The people who serve: how they came to be mediators (PML art. 13), what they are, their
-- certificates, leave, training, grades and honours, and complaints about them (art. 15).
-- Each row is what the pages of the person, the training or the complaint tell.

-- Elected into a committee or engaged by it; one row for each time.
CREATE TABLE engagement (
    id           BIGINT PRIMARY KEY,
    person       BIGINT NOT NULL REFERENCES person (id),
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    manner       TEXT   NOT NULL,        -- elected, engaged
    body         TEXT   NOT NULL,        -- who elected or engaged
    since        TEXT   NOT NULL,
    until        TEXT,                   -- its last day; none: until it is ended
    ended_on     TEXT,
    ended_as     TEXT                    -- resigned, term_over, removed, dismissed
);
CREATE INDEX engagement_of_person ON engagement (person);
CREATE INDEX engagement_by_end ON engagement (until);
CREATE INDEX person_by_certificate_end ON person (certificate_until);

-- What else a person is; no row where nobody has said anything.
CREATE TABLE profile (
    person           BIGINT PRIMARY KEY REFERENCES person (id),
    staffing         TEXT,               -- full_time, part_time, volunteer
    labels           TEXT   NOT NULL,    -- keys of the book, comma separated
    areas            TEXT   NOT NULL,    -- division codes, comma separated
    subsidy_eligible BIGINT NOT NULL
);

CREATE TABLE certificate (
    id          BIGINT PRIMARY KEY,
    person      BIGINT NOT NULL REFERENCES person (id),
    number      TEXT   NOT NULL,
    issuer      TEXT   NOT NULL,
    valid_from  TEXT   NOT NULL,
    valid_until TEXT,                    -- its last day; none: without end
    check_code  TEXT   NOT NULL,         -- of the QR on the card: answers valid or not
    ended_on    TEXT,                    -- renewed or revoked
    revoked     BIGINT NOT NULL
);
CREATE INDEX certificate_of_person ON certificate (person);
CREATE INDEX certificate_by_number ON certificate (number);
CREATE UNIQUE INDEX certificate_by_code ON certificate (check_code);

CREATE TABLE absence (
    id        BIGINT PRIMARY KEY,
    person    BIGINT NOT NULL REFERENCES person (id),
    kind      TEXT   NOT NULL,           -- key of the book
    first_day TEXT   NOT NULL,
    last_day  TEXT   NOT NULL,
    note      BIGINT,                    -- its words, personal
    ended_on  TEXT                       -- back early, or called off
);
CREATE INDEX absence_of_person ON absence (person);
CREATE INDEX absence_by_end ON absence (last_day);

-- A training session, first planned, then held; who was there and for how many hours.
CREATE TABLE training (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    scope        TEXT   NOT NULL,
    status       TEXT   NOT NULL,        -- planned, held, called_off
    kind         TEXT   NOT NULL,        -- key of the book
    day          TEXT   NOT NULL,
    hours        BIGINT NOT NULL,
    topic        TEXT   NOT NULL,        -- for lists; as its page keeps it
    state        TEXT   NOT NULL
);
CREATE INDEX training_by_day ON training (day);
CREATE TABLE training_attendance (
    training BIGINT NOT NULL REFERENCES training (id),
    person   BIGINT NOT NULL REFERENCES person (id),
    hours    BIGINT NOT NULL,
    day      TEXT   NOT NULL,
    PRIMARY KEY (training, person)
);
CREATE INDEX training_of_person ON training_attendance (person, day);

CREATE TABLE grade_of (
    id          BIGINT PRIMARY KEY,
    person      BIGINT NOT NULL REFERENCES person (id),
    grade       TEXT   NOT NULL,         -- key of the book
    granted_on  TEXT   NOT NULL,
    valid_until TEXT   NOT NULL,
    evaluator   BIGINT NOT NULL REFERENCES organisation (id),
    proposed    BIGINT NOT NULL,         -- every criterion was met
    reason      TEXT   NOT NULL,         -- why it was granted otherwise
    ended_on    TEXT
);
CREATE INDEX grade_of_person ON grade_of (person);

CREATE TABLE honour (
    id           BIGINT PRIMARY KEY,
    person       BIGINT REFERENCES person (id),
    organisation BIGINT REFERENCES organisation (id),
    honour       TEXT   NOT NULL,        -- key of the book
    giver        TEXT   NOT NULL,
    year         BIGINT NOT NULL,
    certificate  TEXT   NOT NULL,        -- number of the document, "" without one
    withdrawn_on TEXT
);
CREATE INDEX honour_of_person ON honour (person);
CREATE INDEX honour_of_organisation ON honour (organisation);

-- A complaint about a mediator. What was said lies beside its pages, encrypted.
CREATE TABLE complaint (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    person       BIGINT NOT NULL REFERENCES person (id),
    organisation BIGINT NOT NULL,
    scope        TEXT   NOT NULL,
    status       TEXT   NOT NULL,        -- received, examined, decided, answered
    received_at  BIGINT NOT NULL,
    due_at       BIGINT,
    dispute      BIGINT,                 -- in which it happened
    party        BIGINT,                 -- who complains by the code of a receipt
    state        TEXT   NOT NULL
);
CREATE INDEX complaint_of_person ON complaint (person);
CREATE INDEX complaint_by_scope ON complaint (scope, status);
CREATE INDEX complaint_of_party ON complaint (dispute, party);
