-- Archived dossiers are drawn and reviewed; each row is what the pages of its sample or review tell.
CREATE TABLE quality_sample (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    scope        TEXT   NOT NULL,
    first_day    TEXT   NOT NULL,
    last_day     TEXT   NOT NULL,
    drawn_at     BIGINT NOT NULL,
    state        TEXT   NOT NULL
);
CREATE INDEX quality_sample_by_scope ON quality_sample (scope, first_day);

CREATE TABLE quality_review (
    id          BIGINT PRIMARY KEY,
    version     BIGINT NOT NULL,
    sample      BIGINT NOT NULL REFERENCES quality_sample (id),
    dispute     BIGINT NOT NULL REFERENCES dispute (id),
    scope       TEXT   NOT NULL,         -- of the committee whose dossier it is
    status      TEXT   NOT NULL,         -- drawn, checking, mending, mended, closed
    reviewer    BIGINT,                  -- none: nobody has taken it yet
    responsible BIGINT,                  -- who mends
    due_on      TEXT,                    -- while it is mended
    checked_in  TEXT,                    -- month of the review, "2023-11"; none before
    findings    TEXT   NOT NULL,         -- ";item;item;"
    state       TEXT   NOT NULL
);
CREATE INDEX quality_review_of_sample ON quality_review (sample);
CREATE INDEX quality_review_of_dispute ON quality_review (dispute);
CREATE INDEX quality_review_by_scope ON quality_review (scope, status);
CREATE INDEX quality_review_of_reviewer ON quality_review (reviewer, status);
CREATE INDEX quality_review_of_responsible ON quality_review (responsible, status);

-- Open papers that were handed over as one file. The page of the dispute tells of it; the parts are
-- kept, sealed, so that the same file can be given again bit for bit.
CREATE TABLE package (
    id           BIGINT PRIMARY KEY,
    dispute      BIGINT NOT NULL REFERENCES dispute (id),
    n            BIGINT NOT NULL,        -- number of the dispute's page that tells of it
    organisation BIGINT,                 -- that it goes to; none: one that is not in the registry
    referral     BIGINT,
    agreement    BIGINT,
    sent_at      BIGINT NOT NULL,
    hash         TEXT   NOT NULL         -- SHA-256 of the whole file
);
CREATE INDEX package_of_dispute ON package (dispute);
CREATE INDEX package_of_referral ON package (referral);
CREATE INDEX package_of_organisation ON package (organisation, sent_at);
CREATE TABLE package_part (
    id      BIGINT PRIMARY KEY,
    package BIGINT NOT NULL REFERENCES package (id),
    n       BIGINT NOT NULL,
    name    TEXT   NOT NULL,             -- in the file
    hash    TEXT   NOT NULL,
    upload  BIGINT,                      -- kept as an upload; its bytes lie there
    sealed  TEXT                         -- else the bytes, sealed by the vault; none after an erasure
);
CREATE INDEX part_of_package ON package_part (package, n);

-- Numbers that no dossier bears, each with its reason: spoilt, or used on paper.
CREATE TABLE annulled_number (
    id           BIGINT PRIMARY KEY,
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    year         BIGINT NOT NULL,
    series       TEXT   NOT NULL,
    n            BIGINT NOT NULL,
    number       TEXT   NOT NULL,
    reason       TEXT   NOT NULL,        -- key of the book
    note         TEXT   NOT NULL,
    annulled_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX annulled_number_once ON annulled_number (organisation, year, series, n);
