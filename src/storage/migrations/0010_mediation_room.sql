-- The mediation room: the key of each party's compartment, sealed by the vault; and the calls for
-- joint mediation, so that a department finds its own.
CREATE TABLE compartment (
    id      BIGINT PRIMARY KEY,
    dispute BIGINT NOT NULL,
    party   BIGINT NOT NULL,
    secret  TEXT   NOT NULL
);
CREATE UNIQUE INDEX compartment_of_party ON compartment (party);
CREATE INDEX compartment_of_dispute ON compartment (dispute);

-- Who was let in by the parties: ";key;key;" of apprentices, advisers and helpers with an account.
ALTER TABLE dispute ADD COLUMN guests TEXT NOT NULL DEFAULT '';
CREATE INDEX dispute_with_guests ON dispute (guests) WHERE guests <> '';

CREATE TABLE joint_call (
    id        BIGINT PRIMARY KEY,
    dispute   BIGINT NOT NULL,
    scope     TEXT   NOT NULL,            -- path of the department that was called
    called_at BIGINT NOT NULL,
    due_at    BIGINT,                     -- what it owes next; none once it is over
    running   BIGINT NOT NULL
);
CREATE INDEX joint_call_by_scope ON joint_call (scope, running);
CREATE INDEX joint_call_of_dispute ON joint_call (dispute);
