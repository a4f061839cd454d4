-- What may be remembered, and for how long: each column gets a new number in the transaction of
-- every change to what it stands for (storage/editions.hpp; for the roll registry/edition.hpp).
CREATE TABLE edition (
    one    BIGINT PRIMARY KEY,
    roll   BIGINT NOT NULL,              -- organisations, people, divisions
    access BIGINT NOT NULL,              -- sessions, accounts, grants
    words  BIGINT NOT NULL               -- texts beside the pages that were changed or erased
);
INSERT INTO edition (one, roll, access, words) VALUES (1, 0, 0, 0);

-- Lists over hundreds of thousands of disputes (app/worklist.cpp): the newest and the most urgent
-- along their order, what is alive, whose glass was broken, a mediator's own.
CREATE INDEX dispute_by_urgency ON dispute ((coalesce(due_at, 1152921504606846976)), id);
CREATE INDEX dispute_alive ON dispute (due_at, id, scope, desk_scope, sent_scope, person, registrar, stage)
 WHERE stage IN ('requested', 'accepted', 'inviting', 'diverted', 'mediating', 'agreed', 'visiting', 'terminated');
CREATE INDEX dispute_by_glass ON dispute (glass_at) WHERE glass_at IS NOT NULL;
CREATE INDEX dispute_by_mediators ON dispute (mediators);
CREATE INDEX dispute_by_several ON dispute (mediators) WHERE length(mediators) > 15;
CREATE INDEX dispute_by_registrar ON dispute (registrar) WHERE registrar IS NOT NULL;
