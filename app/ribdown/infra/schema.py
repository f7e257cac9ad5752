"""The history's tables, as data: for each version, the SQL that leads to it from the one before."""

APPLICATION_ID = 0x52696264  # "Ribd", in the file's header

_SESSION = """
CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    routine TEXT NOT NULL,
    title TEXT NOT NULL,
    started_at TEXT NOT NULL,
    offset_minutes INTEGER NOT NULL,
    day TEXT NOT NULL,
    status TEXT NOT NULL,
    speed REAL NOT NULL,
    gentler INTEGER NOT NULL,
    planned_seconds REAL NOT NULL,
    done_seconds REAL NOT NULL,
    stopped_for_pain INTEGER NOT NULL,
    effort TEXT,
    pain_before INTEGER,
    pain_after INTEGER,
    note TEXT NOT NULL
)
"""

_BLOCK = """
CREATE TABLE block (
    session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    exercise TEXT NOT NULL,
    side TEXT,
    round INTEGER NOT NULL,
    block TEXT NOT NULL,
    kind TEXT NOT NULL,
    planned_seconds REAL NOT NULL,
    done_seconds REAL NOT NULL,
    planned_reps INTEGER NOT NULL,
    done_reps INTEGER NOT NULL,
    PRIMARY KEY (session, position)
) WITHOUT ROWID
"""

# A slot ends once, so its day and minute are the key.
_NUDGE = """
CREATE TABLE nudge (
    day TEXT NOT NULL,
    minute INTEGER NOT NULL,
    offset_minutes INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    ended_at TEXT NOT NULL,
    snoozed_to TEXT NOT NULL,
    session TEXT NOT NULL,
    PRIMARY KEY (day, minute)
) WITHOUT ROWID
"""

_THOMAS_TEST = """
CREATE TABLE thomas_test (
    id TEXT PRIMARY KEY NOT NULL,
    tested_at TEXT NOT NULL,
    offset_minutes INTEGER NOT NULL,
    left_thigh TEXT,
    right_thigh TEXT,
    note TEXT NOT NULL
)
"""

# The records that the last import replaced, as lines of an exported file; NULL where there was none.
_IMPORT_UNDO = """
CREATE TABLE import_undo (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    before BLOB,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID
"""

# A line for each exercise, so that filtering need not read the blocks of every session.
_EXERCISES_OF_SESSIONS = """
UPDATE session SET exercises = coalesce(
    (SELECT char(10) || group_concat(exercise, char(10)) || char(10)
     FROM (SELECT DISTINCT exercise FROM block WHERE block.session = session.id)),
    ''
)
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _SESSION,
        _BLOCK,
        "CREATE INDEX session_by_start ON session (started_at)",
        "CREATE INDEX session_by_day ON session (day, status, done_seconds)",
    ),
    (
        _NUDGE,
        _THOMAS_TEST,
        _IMPORT_UNDO,
        "ALTER TABLE session ADD COLUMN exercises TEXT NOT NULL DEFAULT ''",
        _EXERCISES_OF_SESSIONS,
        "DROP INDEX session_by_start",
        "CREATE INDEX session_newest ON session (started_at, id)",
        # What statistics add up; rehearsals are not in it. With `speed`, SQLite need not look at the rows themselves.
        "CREATE INDEX session_for_real ON session (day, routine, done_seconds, speed) WHERE speed = 1.0",
    ),
)
