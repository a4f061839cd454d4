-- Brand teams: what they tell of themselves, whom they reach, what was settled in their name, and
-- who sat in to learn.
CREATE TABLE team_story (
    team       BIGINT PRIMARY KEY REFERENCES team (id),
    story      TEXT   NOT NULL,
    founded_on TEXT
);
CREATE TABLE team_reach (
    team         BIGINT NOT NULL REFERENCES team (id),
    organisation BIGINT NOT NULL REFERENCES organisation (id),
    since        BIGINT NOT NULL,
    PRIMARY KEY (team, organisation)
);
ALTER TABLE dispute ADD COLUMN team BIGINT;
ALTER TABLE dispute ADD COLUMN apprentices TEXT NOT NULL DEFAULT '';
CREATE INDEX dispute_by_team ON dispute (team, concluded_in);
