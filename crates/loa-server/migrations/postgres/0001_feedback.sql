-- A code is compared sign by sign in every table: two tables whose codes are ordered differently cannot be joined by an
-- index.

-- What everybody may see of a feedback, and where it stands. Nothing in this table says who sent it.
CREATE TABLE feedback (
    campaign        TEXT    NOT NULL,
    code            TEXT COLLATE "C" NOT NULL,
    kind            TEXT    NOT NULL,
    procedure       TEXT,
    addressed_to    TEXT    NOT NULL,
    unit            TEXT    NOT NULL,
    status          TEXT    NOT NULL,
    urgency         TEXT    NOT NULL,
    received_at     BIGINT  NOT NULL,
    with_unit_since BIGINT  NOT NULL,
    counted_from    BIGINT  NOT NULL,
    since           BIGINT  NOT NULL,
    due_at          BIGINT ,
    closed_because  TEXT,
    publication     TEXT    NOT NULL,
    question        TEXT,
    answer          TEXT,
    answer_unit     TEXT,
    answered_at     BIGINT ,
    answer_links    TEXT,
    changed_at      BIGINT  NOT NULL,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (campaign, code)
);
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
    code        TEXT COLLATE "C" NOT NULL,
    received_at BIGINT  NOT NULL,
    due_at      BIGINT ,
    PRIMARY KEY (campaign, key)
);
CREATE INDEX receipt_of_code ON receipt (campaign, code);

-- Personal data, and the text as it was sent, which may hold some.
CREATE TABLE person (
    campaign    TEXT    NOT NULL,
    code        TEXT COLLATE "C" NOT NULL,
    name        TEXT    NOT NULL,
    address     TEXT    NOT NULL,
    phone       TEXT,
    email       TEXT,
    text        TEXT    NOT NULL,
    consents    TEXT    NOT NULL,
    received_at BIGINT  NOT NULL,
    PRIMARY KEY (campaign, code)
);

-- Who did what and when: written once.
CREATE TABLE event (
    campaign    TEXT    NOT NULL,
    code        TEXT COLLATE "C" NOT NULL,
    number      BIGINT  NOT NULL,
    at          BIGINT  NOT NULL,
    role        TEXT    NOT NULL,
    who         TEXT,
    what        TEXT    NOT NULL,
    detail      TEXT,
    from_status TEXT,
    to_status   TEXT    NOT NULL,
    PRIMARY KEY (campaign, code, number)
);
CREATE FUNCTION loa_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record of events is written once'; END $$;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE OR DELETE ON event
FOR EACH ROW EXECUTE FUNCTION loa_written_once();

-- Ratings: a number for each day, and nothing that says who rated how.
CREATE TABLE rating (
    campaign     TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    subject      TEXT    NOT NULL,
    satisfaction TEXT    NOT NULL,
    day          TEXT    NOT NULL,
    count        BIGINT  NOT NULL,
    PRIMARY KEY (campaign, actor, subject, satisfaction, day)
);

-- Counts of what people did; an empty text stands for what was not said.
CREATE TABLE deed (
    campaign TEXT    NOT NULL,
    actor    TEXT    NOT NULL,
    guide    TEXT    NOT NULL,
    audience TEXT    NOT NULL,
    deed     TEXT    NOT NULL,
    obstacle TEXT    NOT NULL,
    day      TEXT    NOT NULL,
    count    BIGINT  NOT NULL,
    PRIMARY KEY (campaign, actor, guide, audience, deed, obstacle, day)
);
