-- Papers, pictures and recordings that people bring. Their bytes lie in a folder beside the
-- database, encrypted, one file for each content; the key of each lies here, sealed by the vault
-- or, of what one side brought for itself alone, with the key of that party's compartment.
CREATE TABLE content (
    id     BIGINT PRIMARY KEY,
    name   TEXT   NOT NULL,                -- keyed hash of what it holds, and for whose eyes
    file   TEXT   NOT NULL,                -- in the folder
    secret TEXT   NOT NULL,
    size   BIGINT NOT NULL
);
CREATE UNIQUE INDEX content_by_name ON content (name);

CREATE TABLE paper (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    dispute      BIGINT NOT NULL,
    kind         TEXT   NOT NULL,
    visibility   TEXT   NOT NULL,
    bytes        BIGINT,                   -- its content; none once it was erased
    thumbnail    BIGINT,                   -- content, too
    added_at     BIGINT NOT NULL,
    withdrawn_at BIGINT,
    state        TEXT   NOT NULL
);
CREATE INDEX paper_of_dispute ON paper (dispute, added_at);
CREATE INDEX paper_by_content ON paper (bytes);
CREATE INDEX paper_by_thumbnail ON paper (thumbnail);
