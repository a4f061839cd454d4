-- The doors of the house: the audit journal, second factors, sessions that can be listed.

-- The audit journal: who did, tried or looked at what, by keys and enumerations alone. It
-- only grows; what is older than the rule pack keeps is swept by whole days. All moments
-- are the machine's. 0 stands for nobody and nothing.
CREATE TABLE audit (
    id           BIGINT PRIMARY KEY,
    at           BIGINT NOT NULL,
    account      BIGINT NOT NULL,
    person       BIGINT NOT NULL,
    roles        TEXT   NOT NULL,          -- "desk_clerk,mediator", those held at that moment
    kind         TEXT   NOT NULL,
    subject_kind TEXT   NOT NULL,          -- "dispute", "account" …
    subject      BIGINT NOT NULL,
    outcome      TEXT   NOT NULL,          -- done, refused
    deed         TEXT   NOT NULL,          -- the route or the command, of the program's own words
    request      TEXT   NOT NULL,
    peer         TEXT   NOT NULL,          -- the network it came from
    times        BIGINT NOT NULL           -- alike within a second
);
CREATE INDEX audit_at ON audit (at, id);
CREATE INDEX audit_of_kind ON audit (kind, at);
CREATE INDEX audit_of_account ON audit (account, at);
CREATE INDEX audit_of_subject ON audit (subject, at);

-- The place of each entry in the chain: 1, 2, 3 … without a gap. Each hash covers the entry
-- and the hash before it.
CREATE TABLE audit_link (
    n     BIGINT PRIMARY KEY,
    entry BIGINT NOT NULL,
    hash  BYTEA  NOT NULL
);
CREATE UNIQUE INDEX audit_link_of_entry ON audit_link (entry);

-- What a sweep leaves of the days that it removed: where the chain goes on.
CREATE TABLE audit_anchor (
    n    BIGINT PRIMARY KEY,               -- the last number that was removed
    hash BYTEA  NOT NULL,
    day  TEXT   NOT NULL                   -- the last day that was removed, Beijing time
);

ALTER TABLE account ADD COLUMN expires_at BIGINT;     -- the first moment at which it is shut
ALTER TABLE account ADD COLUMN signed_in_at BIGINT;   -- last time

-- Sessions get a key, by which they are listed and ended; everybody signs in once more.
DROP TABLE sign_in;
CREATE TABLE sign_in (
    id         BIGINT PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    account    BIGINT NOT NULL REFERENCES account (id),
    waits_for  TEXT,                       -- code, enrolment; none: signed in
    at         BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    peer       TEXT   NOT NULL,
    device     TEXT   NOT NULL             -- "firefox/windows", never the whole line of the browser
);
CREATE UNIQUE INDEX sign_in_token ON sign_in (token_hash);
CREATE INDEX sign_in_of_account ON sign_in (account);

-- Secrets are encrypted by the vault. The last step that was used never works again.
CREATE TABLE second_factor (
    account     BIGINT PRIMARY KEY REFERENCES account (id),
    secret      TEXT,                      -- none: nothing was enrolled yet
    next_secret TEXT,                      -- shown, and no code of it was given yet
    enrolled_at BIGINT,
    last_step   BIGINT NOT NULL
);
CREATE TABLE recovery_code (
    id      BIGINT PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES account (id),
    blind   TEXT   NOT NULL,               -- keyed hash of the code
    used_at BIGINT
);
CREATE INDEX recovery_code_of_account ON recovery_code (account);
