-- Who works at the desk. A password is there as its argon2id hash alone.
CREATE TABLE desk_user (
    name        TEXT    NOT NULL PRIMARY KEY,
    role        TEXT    NOT NULL,
    unit        TEXT,
    password    TEXT    NOT NULL,
    created_at  INTEGER NOT NULL,
    disabled_at INTEGER
) WITHOUT ROWID;

-- Who is signed in. The token is there as its hash alone, so that a copy of the database opens nothing.
CREATE TABLE desk_session (
    token    TEXT    NOT NULL PRIMARY KEY,
    name     TEXT    NOT NULL,
    began_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX desk_session_of_user ON desk_session (name);

-- Answers as officers wrote them; they may hold personal data, and go when the person goes.
CREATE TABLE answer (
    campaign TEXT    NOT NULL,
    code     TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    links    TEXT    NOT NULL,
    unit     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    PRIMARY KEY (campaign, code)
) WITHOUT ROWID;

-- Who of the desk did what, also what no feedback's record has: written once.
CREATE TABLE act (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    who      TEXT,
    what     TEXT    NOT NULL,
    campaign TEXT,
    code     TEXT,
    detail   TEXT
);
CREATE TRIGGER act_is_not_changed BEFORE UPDATE ON act
BEGIN SELECT RAISE(ABORT, 'the record of acts is written once'); END;
CREATE TRIGGER act_is_not_deleted BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'the record of acts is written once'); END;
