-- What everybody may see of a feedback, and where it stands. Nothing in this table says who sent it.
CREATE TABLE feedback (
    campaign        TEXT    NOT NULL,
    code            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    procedure       TEXT,
    addressed_to    TEXT    NOT NULL,
    unit            TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    urgency         TEXT    NOT NULL,
    received_at     INTEGER NOT NULL,
    with_unit_since INTEGER NOT NULL,
    counted_from    INTEGER NOT NULL,
    since           INTEGER NOT NULL,
    due_at          INTEGER,
    closed_because  TEXT,
    publication     TEXT    NOT NULL,
    question        TEXT,
    answer          TEXT,
    answer_unit     TEXT,
    answered_at     INTEGER,
    answer_links    TEXT,
    changed_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
) WITHOUT ROWID;
CREATE INDEX feedback_newest ON feedback (campaign, received_at, code);
CREATE INDEX feedback_of_unit ON feedback (campaign, unit, received_at, code);
CREATE INDEX feedback_in_status ON feedback (campaign, status, received_at, code);
CREATE INDEX feedback_changed ON feedback (campaign, changed_at, code);
-- What is due, for the desk: whatever is closed has no limit and is not in these.
CREATE INDEX feedback_due ON feedback (campaign, due_at, received_at, code) WHERE due_at IS NOT NULL;
CREATE INDEX feedback_due_of_unit ON feedback (campaign, unit, due_at, received_at, code) WHERE due_at IS NOT NULL;

-- What makes a repeat harmless. It goes when the person goes.
CREATE TABLE receipt (
    campaign    TEXT    NOT NULL,
    key         TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    due_at      INTEGER,
    PRIMARY KEY (campaign, key)
) WITHOUT ROWID;
CREATE INDEX receipt_of_code ON receipt (campaign, code);

-- Personal data, and the text as it was sent, which may hold some.
CREATE TABLE person (
    campaign    TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    address     TEXT    NOT NULL,
    phone       TEXT,
    email       TEXT,
    text        TEXT    NOT NULL,
    consents    TEXT    NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
);

-- Who did what and when: written once.
CREATE TABLE event (
    campaign    TEXT    NOT NULL,
    code        TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    role        TEXT    NOT NULL,
    who         TEXT,
    what        TEXT    NOT NULL,
    detail      TEXT,
    from_status TEXT,
    to_status   TEXT    NOT NULL,
    PRIMARY KEY (campaign, code, number)
) WITHOUT ROWID;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the record of events is written once'); END;
CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the record of events is written once'); END;

-- Ratings: a number for each day, and nothing that says who rated how.
CREATE TABLE rating (
    campaign     TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    satisfaction TEXT    NOT NULL,
    day          TEXT    NOT NULL,
    count        INTEGER NOT NULL,
    PRIMARY KEY (campaign, actor, subject, satisfaction, day)
) WITHOUT ROWID;

-- Counts of what people did; an empty text stands for what was not said.
CREATE TABLE deed (
    campaign TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    guide    TEXT    NOT NULL,
    audience TEXT    NOT NULL,
    deed     TEXT    NOT NULL,
    obstacle TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (campaign, actor, guide, audience, deed, obstacle, day)
) WITHOUT ROWID;
