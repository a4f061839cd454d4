-- Places where sessions are held: `state` is the whole of one as a record, the columns are read
-- off it.
CREATE TABLE place (
    id           BIGINT PRIMARY KEY,
    version      BIGINT NOT NULL,
    organisation BIGINT NOT NULL,
    name         TEXT   NOT NULL,
    closed_at    BIGINT,
    state        TEXT   NOT NULL
);
CREATE INDEX place_of_organisation ON place (organisation);

-- When a session takes place, and what it takes: "person/…", "place/…", "party/…", "identity/…".
-- Read off the dispute. What is held or over no longer holds the time.
CREATE TABLE booking (
    session BIGINT PRIMARY KEY,
    dispute BIGINT NOT NULL,
    place   BIGINT NOT NULL,              -- 0: none
    from_at BIGINT NOT NULL,              -- UTC microseconds
    to_at   BIGINT NOT NULL,
    holds   BIGINT NOT NULL
);
CREATE INDEX booking_by_time ON booking (from_at);
CREATE INDEX booking_of_dispute ON booking (dispute);

CREATE TABLE booked (
    thing   TEXT   NOT NULL,
    session BIGINT NOT NULL,
    dispute BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at   BIGINT NOT NULL,
    holds   BIGINT NOT NULL,
    PRIMARY KEY (thing, session)
);
CREATE INDEX booked_by_time ON booked (thing, from_at);
CREATE INDEX booked_of_dispute ON booked (dispute);

-- Whoever books something counts up its turns first: the second one waits here until the first is
-- done, and then sees what was booked.
CREATE TABLE bookable (
    thing TEXT PRIMARY KEY,
    turns BIGINT NOT NULL
);
