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

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _SESSION,
        _BLOCK,
        "CREATE INDEX session_by_start ON session (started_at)",
        "CREATE INDEX session_by_day ON session (day, status, done_seconds)",
    ),
)
