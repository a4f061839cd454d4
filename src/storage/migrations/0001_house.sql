-- The first migration: the ledger, the registry, accounts, disputes and what goes with them.
-- Written once for both engines: BIGINT keys and instants (UTC microseconds), ISO dates as
-- TEXT, booleans as 0/1. "BIGINT PRIMARY KEY" is SQLite's rowid, BYTEA its BLOB.

-- The ledger. A page is canonical JSON (RFC 8785) of keys, enumerations, times and hashes;
-- its leaf is SHA-256(0x00 | salt | text). Names and narratives lie in words, never here.
CREATE TABLE page (
    id      BIGINT PRIMARY KEY,
    kind    TEXT   NOT NULL,             -- "dispute", "lead", "referral", "organisation" …
    subject BIGINT NOT NULL,
    n       BIGINT NOT NULL,             -- 1, 2, 3 … within the subject
    text    TEXT   NOT NULL,
    salt    BYTEA  NOT NULL,
    hash    BYTEA  NOT NULL
);
CREATE UNIQUE INDEX page_of_subject ON page (subject, n);

-- The place of each page in the tree: 0, 1, 2 … without a gap.
CREATE TABLE leaf (
    n    BIGINT PRIMARY KEY,
    page BIGINT NOT NULL
);
CREATE UNIQUE INDEX leaf_of_page ON leaf (page);

-- What pages point at: one row a text. Personal and sealed ones are ciphertext. A lawful
-- erasure empties body and salt and keeps the row.
CREATE TABLE words (
    id        BIGINT PRIMARY KEY,
    subject   BIGINT NOT NULL,
    label     TEXT   NOT NULL,           -- "party.name", "facts", "session.record" …
    secrecy   TEXT   NOT NULL,           -- open, personal, sealed
    body      TEXT,
    salt      BYTEA,
    erased_at BIGINT
);
CREATE INDEX words_of_subject ON words (subject);

-- Numbers without gaps: per organisation, year and series.
CREATE TABLE counter (
    organisation BIGINT NOT NULL,
    year         BIGINT NOT NULL,
    series       TEXT   NOT NULL,
    last         BIGINT NOT NULL,
    PRIMARY KEY (organisation, year, series)
);

CREATE TABLE division (
    code    TEXT PRIMARY KEY,
    parent  TEXT NOT NULL,
    name    TEXT NOT NULL,
    name_en TEXT NOT NULL
);

CREATE TABLE organisation (
    id         BIGINT PRIMARY KEY,
    parent     BIGINT REFERENCES organisation (id),
    path       TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    level      TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    name_en    TEXT   NOT NULL,
    short_name TEXT   NOT NULL,
    division   TEXT   NOT NULL,
    phone      TEXT   NOT NULL,
    address    TEXT   NOT NULL,
    hours      TEXT   NOT NULL,
    has_seal   BIGINT NOT NULL,
    closed_at  BIGINT
);
CREATE UNIQUE INDEX organisation_path ON organisation (path);
CREATE INDEX organisation_division ON organisation (division);

CREATE TABLE person (
    id                BIGINT PRIMARY KEY,
    organisation      BIGINT NOT NULL REFERENCES organisation (id),
    name              TEXT   NOT NULL,
    phone             TEXT   NOT NULL,
    languages         TEXT   NOT NULL,
    skills            TEXT   NOT NULL,
    serves_as         TEXT   NOT NULL,   -- "mediator", "informant", "officer", "staff", comma separated
    certificate       TEXT   NOT NULL,
    certificate_until TEXT,
    left_at           BIGINT
);
CREATE INDEX person_of_organisation ON person (organisation);

-- A team of mediators from several organisations.
CREATE TABLE team (
    id           BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    name         TEXT   NOT NULL,
    name_en      TEXT   NOT NULL
);
CREATE TABLE team_member (
    team   BIGINT NOT NULL REFERENCES team (id),
    person BIGINT NOT NULL REFERENCES person (id),
    leader BIGINT NOT NULL,
    PRIMARY KEY (team, person)
);

CREATE TABLE account (
    id            BIGINT PRIMARY KEY,
    person        BIGINT NOT NULL REFERENCES person (id),
    username      TEXT   NOT NULL,
    password_hash TEXT,                  -- none: cannot sign in by password
    failures      BIGINT NOT NULL,
    locked_until  BIGINT,
    suspended_at  BIGINT,
    created_at    BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_username ON account (username);

CREATE TABLE grant_of (
    id           BIGINT PRIMARY KEY,
    account      BIGINT NOT NULL REFERENCES account (id),
    role         TEXT   NOT NULL,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    ended_at     BIGINT
);
CREATE INDEX grant_of_account ON grant_of (account);

CREATE TABLE sign_in (
    token_hash TEXT PRIMARY KEY,
    account    BIGINT NOT NULL REFERENCES account (id),
    at         BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sign_in_of_account ON sign_in (account);

-- One-time links: the first run, an invitation. Only the hash is kept.
CREATE TABLE invitation (
    token_hash TEXT PRIMARY KEY,
    account    BIGINT,                   -- none: the first run
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);

CREATE TABLE idempotency (
    key_hash     TEXT PRIMARY KEY,
    request_hash TEXT   NOT NULL,
    status       BIGINT NOT NULL,
    etag         BIGINT,
    body         TEXT   NOT NULL,
    at           BIGINT NOT NULL
);
CREATE INDEX idempotency_at ON idempotency (at);

-- Tries that must be slowed down: receipt codes and phone tails by address and by code.
CREATE TABLE attempt (
    what         TEXT PRIMARY KEY,       -- "code:<address>", "tail:<code hash>"
    failures     BIGINT NOT NULL,
    since        BIGINT NOT NULL,
    locked_until BIGINT
);

-- A dispute: `state` is the whole of it as a record; the other columns are read off it, for
-- lists and figures. Nothing is changed here without a page.
CREATE TABLE dispute (
    id             BIGINT PRIMARY KEY,
    version        BIGINT NOT NULL,
    stage          TEXT   NOT NULL,
    kind           TEXT   NOT NULL,
    source         TEXT   NOT NULL,
    grade          TEXT,
    number         TEXT   NOT NULL,      -- the one that people quote
    parties        TEXT   NOT NULL,      -- "李秀兰 / 张建国", for lists
    discreet       BIGINT NOT NULL,      -- family or minors: initials on lists
    place          TEXT   NOT NULL,
    historical     BIGINT NOT NULL,
    office_key     TEXT,                 -- of an imported row: organisation, year, number
    desk           BIGINT NOT NULL,      -- the organisation that took it in
    desk_scope     TEXT   NOT NULL,
    organisation   BIGINT NOT NULL,      -- answerable now (afterwards: that concluded it)
    scope          TEXT   NOT NULL,
    sent_scope     TEXT,                 -- of the organisation it was sent to and that has not signed
    person         BIGINT,               -- answerable now; none: the organisation
    mediator       BIGINT,               -- presiding
    mediators      TEXT   NOT NULL,      -- ";key;key;" of all appointed now
    next_action    TEXT,
    due_at         BIGINT,
    referral       BIGINT,
    original       BIGINT,               -- reopened from
    requested_at   BIGINT NOT NULL,
    accepted_at    BIGINT,
    concluded_at   BIGINT,
    concluded_in   TEXT,                 -- "2023-11", Beijing time
    archived_at    BIGINT,
    first_level    TEXT,
    settled_level  TEXT,
    outcome        TEXT,                 -- oral, written, or the reason of termination
    agreed         BIGINT NOT NULL,
    people         BIGINT NOT NULL,
    amount         BIGINT,               -- in agreements, fen
    legal_due_at   BIGINT,               -- of the mediation clock
    concluded_late BIGINT NOT NULL,
    promises_due   TEXT,                 -- last day of the last promise
    promises_kept  BIGINT,               -- 1 all performed, 0 not, NULL open
    visit_due      TEXT,
    visited_at     BIGINT,
    visited_late   BIGINT NOT NULL,
    satisfied      BIGINT NOT NULL,      -- valid answers that are satisfied or better
    answered       BIGINT NOT NULL,      -- valid answers
    state          TEXT   NOT NULL
);
CREATE INDEX dispute_by_scope ON dispute (scope, stage);
CREATE INDEX dispute_by_desk ON dispute (desk_scope);
CREATE INDEX dispute_by_mediator ON dispute (mediator);
CREATE INDEX dispute_by_due ON dispute (due_at);
CREATE INDEX dispute_by_month ON dispute (concluded_in, scope);
CREATE UNIQUE INDEX dispute_by_office_key ON dispute (office_key);
CREATE INDEX dispute_by_referral ON dispute (referral);

-- A party's receipt: one code a party, only its blind hash is kept.
CREATE TABLE receipt (
    code_blind TEXT PRIMARY KEY,
    dispute    BIGINT NOT NULL REFERENCES dispute (id),
    party      BIGINT NOT NULL,
    language   TEXT   NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE INDEX receipt_of_dispute ON receipt (dispute);

CREATE TABLE lead (
    id          BIGINT PRIMARY KEY,
    version     BIGINT NOT NULL,
    status      TEXT   NOT NULL,
    reporter    BIGINT NOT NULL,
    desk        BIGINT NOT NULL,
    desk_scope  TEXT   NOT NULL,
    reported_at BIGINT NOT NULL,
    due_at      BIGINT,
    dispute     BIGINT,
    state       TEXT   NOT NULL
);
CREATE INDEX lead_by_desk ON lead (desk_scope, status);
CREATE INDEX lead_by_reporter ON lead (reporter);

CREATE TABLE referral (
    id          BIGINT PRIMARY KEY,
    version     BIGINT NOT NULL,
    status      TEXT   NOT NULL,
    agency      BIGINT NOT NULL,
    agency_scope TEXT  NOT NULL,
    desk        BIGINT NOT NULL,
    desk_scope  TEXT   NOT NULL,
    reference   TEXT   NOT NULL,         -- the agency's own number
    sent_at     BIGINT NOT NULL,
    due_at      BIGINT,
    dispute     BIGINT,
    state       TEXT   NOT NULL
);
CREATE INDEX referral_by_desk ON referral (desk_scope, status);
CREATE INDEX referral_by_agency ON referral (agency_scope);

-- What the program remembers about itself: the demo's clock, the build of the demo city.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
