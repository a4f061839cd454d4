-- Personal data: which party bears an identity number, as a keyed hash, for two questions and
-- no other (decisions.md); dossiers that are kept and no longer used; and a person's own request
-- for what is held about it.
CREATE TABLE identity (
    party   BIGINT PRIMARY KEY,
    dispute BIGINT NOT NULL REFERENCES dispute (id),
    blind   TEXT   NOT NULL
);
CREATE INDEX identity_by_blind ON identity (blind);
CREATE INDEX identity_of_dispute ON identity (dispute);
ALTER TABLE dispute ADD COLUMN restricted_at BIGINT;

CREATE TABLE own_request (
    id         BIGINT PRIMARY KEY,
    version    BIGINT NOT NULL,
    status     TEXT   NOT NULL,          -- asked, confirmed, declined, answered
    desk_scope TEXT   NOT NULL,
    officer    BIGINT NOT NULL,          -- who took it down, and hands the answer over
    asked_at   BIGINT NOT NULL,
    state      TEXT   NOT NULL
);
CREATE INDEX own_request_by_desk ON own_request (desk_scope, status);
