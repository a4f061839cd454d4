-- Case conferences: the seats of people with an account, so that each finds its own page, and the
-- tasks that are not done yet, so that they lie on a desk.
CREATE TABLE conference_seat (
    id         BIGINT PRIMARY KEY,
    dispute    BIGINT NOT NULL,
    conference BIGINT NOT NULL,
    person     BIGINT NOT NULL,
    invited_at BIGINT NOT NULL,
    meets_at   BIGINT NOT NULL,
    advised    BIGINT NOT NULL,
    closes_at  BIGINT                      -- when its papers are taken back; none while it goes on
);
CREATE INDEX conference_seat_of_person ON conference_seat (person, meets_at);
CREATE INDEX conference_seat_of_dispute ON conference_seat (dispute);

CREATE TABLE conference_task (
    id      BIGINT PRIMARY KEY,
    dispute BIGINT NOT NULL,
    person  BIGINT NOT NULL,
    due     TEXT   NOT NULL
);
CREATE INDEX conference_task_of_person ON conference_task (person, due);
CREATE INDEX conference_task_of_dispute ON conference_task (dispute);
