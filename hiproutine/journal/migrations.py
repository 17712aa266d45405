"""The tables of the journal: the statements that make each version from the one before."""

from __future__ import annotations

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE plan (
            sha256 TEXT PRIMARY KEY,
            text TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY,
            routine_id TEXT NOT NULL,
            title TEXT NOT NULL,
            load TEXT NOT NULL,
            plan_seconds REAL NOT NULL CHECK (plan_seconds >= 0),
            steps INTEGER NOT NULL CHECK (steps >= 0),
            started_at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            ended_at TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('active', 'finished', 'ended_early', 'interrupted')),
            position_index INTEGER NOT NULL CHECK (position_index >= 0),
            position_elapsed REAL NOT NULL CHECK (position_elapsed >= 0),
            active_seconds REAL NOT NULL CHECK (active_seconds >= 0),
            pauses INTEGER NOT NULL CHECK (pauses >= 0),
            adjusted REAL NOT NULL,
            routine_sha256 TEXT NOT NULL,
            plan TEXT REFERENCES plan (sha256),
            advice TEXT NOT NULL,
            note TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            writer TEXT NOT NULL DEFAULT ''
        ) STRICT
        """,
        "CREATE INDEX session_started ON session (started_at, id)",
        "CREATE INDEX session_routine ON session (routine_id, outcome, started_at, utc_offset)",
        "CREATE INDEX session_routine_started ON session (routine_id, started_at, id)",
        "CREATE INDEX session_active ON session (updated_at) WHERE outcome = 'active'",
        """
        CREATE TABLE interval (
            session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number >= 0),
            plan_index INTEGER NOT NULL CHECK (plan_index >= 0),
            name TEXT NOT NULL,
            side TEXT CHECK (side IN ('left', 'right')),
            step INTEGER NOT NULL,
            set_number INTEGER NOT NULL,
            round_number INTEGER NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('ready', 'work', 'switch', 'rest', 'confirm')),
            seconds REAL NOT NULL CHECK (seconds >= 0),
            outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'left')),
            reason TEXT NOT NULL,
            adjusted REAL NOT NULL,
            at TEXT NOT NULL,
            PRIMARY KEY (session, number)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX interval_skipped ON interval (at) WHERE outcome = 'skipped'",
    ),
    (
        """
        CREATE TABLE reading (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'morning', 'other')),
            score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
            worst INTEGER CHECK (worst BETWEEN 0 AND 10),
            side TEXT CHECK (side IN ('left', 'right', 'both')),
            area TEXT CHECK (area IN ('front', 'outer', 'buttock', 'unsure')),
            feel TEXT CHECK (feel IN ('ache', 'stiff', 'sharp', 'catching', 'tingling')),
            limp INTEGER CHECK (limp IN (0, 1)),
            stiffness TEXT CHECK (stiffness IN ('less', 'usual', 'more')),
            effort INTEGER CHECK (effort BETWEEN 0 AND 10),
            masked INTEGER CHECK (masked IN (0, 1)),
            note TEXT NOT NULL,
            session TEXT REFERENCES session (id) ON DELETE SET NULL,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX reading_at ON reading (at, id)",
        "CREATE INDEX reading_side ON reading (side, at, id)",
        "CREATE INDEX reading_session ON reading (session, at, id) WHERE session IS NOT NULL",
    ),
    (
        """
        CREATE TABLE flag (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            flag TEXT NOT NULL,
            answer INTEGER NOT NULL CHECK (answer IN (0, 1)),
            cleared_on TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX flag_at ON flag (at, id)",
    ),
    (
        """
        CREATE TABLE outing (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            sport TEXT NOT NULL CHECK (sport IN ('run', 'walk', 'hike', 'cycle', 'swim', 'yoga', 'other')),
            metres REAL CHECK (metres >= 0),
            seconds REAL CHECK (seconds >= 0),
            surface TEXT CHECK (surface IN ('road', 'trail', 'track', 'grass', 'sand', 'treadmill')),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            note TEXT NOT NULL,
            removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX outing_at ON outing (at, id)",
        """
        CREATE TABLE onset (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            over TEXT,
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX onset_at ON onset (at, id)",
    ),
    (
        "ALTER TABLE flag RENAME COLUMN cleared_on TO checked_on",
        "ALTER TABLE flag ADD COLUMN taken_back_on TEXT",
    ),
    (  # a massage is one of the sports: what a column may hold cannot be changed, so the table is made anew
        "ALTER TABLE outing RENAME TO outing_before",
        "DROP INDEX outing_at",
        """
        CREATE TABLE outing (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            sport TEXT NOT NULL CHECK (sport IN ('run', 'walk', 'hike', 'cycle', 'swim', 'yoga', 'massage', 'other')),
            metres REAL CHECK (metres >= 0),
            seconds REAL CHECK (seconds >= 0),
            surface TEXT CHECK (surface IN ('road', 'trail', 'track', 'grass', 'sand', 'treadmill')),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            note TEXT NOT NULL,
            removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
            updated_at TEXT NOT NULL
        ) STRICT
        """,
        """
        INSERT INTO outing
        SELECT id, at, utc_offset, sport, metres, seconds, surface, pain, note, removed, updated_at FROM outing_before
        """,
        "DROP TABLE outing_before",
        "CREATE INDEX outing_at ON outing (at, id)",
    ),
    (
        "ALTER TABLE session ADD COLUMN share REAL CHECK (share BETWEEN 0 AND 1)",
        *(
            f"ALTER TABLE {table} ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))"
            for table in ("session", "reading", "onset")
        ),
        "DROP INDEX session_routine",
        "CREATE INDEX session_routine ON session (routine_id, removed, outcome, started_at, utc_offset)",
    ),
    (
        "ALTER TABLE outing ADD COLUMN source TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE outing ADD COLUMN elapsed REAL CHECK (elapsed >= 0)",
        "ALTER TABLE outing ADD COLUMN keys TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE outing ADD COLUMN remarks TEXT NOT NULL DEFAULT ''",
        """
        CREATE TABLE watched_file (
            path TEXT PRIMARY KEY,
            size INTEGER NOT NULL,
            changed INTEGER NOT NULL,
            sha256 TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX watched_file_sha256 ON watched_file (sha256)",
    ),
    ("ALTER TABLE session ADD COLUMN cut TEXT NOT NULL DEFAULT ''",),
    ("ALTER TABLE reading ADD COLUMN on_impact INTEGER CHECK (on_impact IN (0, 1))",),
    ("CREATE INDEX reading_on_impact ON reading (at, id) WHERE on_impact IS NOT NULL",),
    (
        """
        CREATE TABLE calendar_event (
            uid TEXT PRIMARY KEY,
            starts TEXT NOT NULL,
            cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
        ) STRICT, WITHOUT ROWID
        """,
    ),
    (
        "ALTER TABLE interval ADD COLUMN lap INTEGER NOT NULL DEFAULT 1 CHECK (lap >= 1)",
        "ALTER TABLE session ADD COLUMN position_lap INTEGER NOT NULL DEFAULT 1 CHECK (position_lap >= 1)",
        "ALTER TABLE session ADD COLUMN rounds_done TEXT NOT NULL DEFAULT '[]'",
    ),
    ("ALTER TABLE session ADD COLUMN loads TEXT NOT NULL DEFAULT ''",),
    ("ALTER TABLE session ADD COLUMN week INTEGER CHECK (week BETWEEN 1 AND 104)",),
    (  # strength is one of the sports: what a column may hold cannot be changed, so the table is made anew
        "ALTER TABLE outing RENAME TO outing_before",
        "DROP INDEX outing_at",
        """
        CREATE TABLE outing (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            utc_offset INTEGER NOT NULL CHECK (abs(utc_offset) < 86400),
            sport TEXT NOT NULL CHECK (
                sport IN ('run', 'walk', 'hike', 'cycle', 'swim', 'yoga', 'strength', 'massage', 'other')
            ),
            metres REAL CHECK (metres >= 0),
            seconds REAL CHECK (seconds >= 0),
            surface TEXT CHECK (surface IN ('road', 'trail', 'track', 'grass', 'sand', 'treadmill')),
            pain INTEGER CHECK (pain BETWEEN 0 AND 10),
            note TEXT NOT NULL,
            removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
            updated_at TEXT NOT NULL,
            source TEXT NOT NULL DEFAULT '',
            elapsed REAL CHECK (elapsed >= 0),
            keys TEXT NOT NULL DEFAULT '',
            remarks TEXT NOT NULL DEFAULT ''
        ) STRICT
        """,
        """
        INSERT INTO outing
        SELECT id, at, utc_offset, sport, metres, seconds, surface, pain, note, removed, updated_at, source, elapsed,
            keys, remarks
        FROM outing_before
        """,
        "DROP TABLE outing_before",
        "CREATE INDEX outing_at ON outing (at, id)",
    ),
)
"""What each version adds to the one before; the version is how many have been made."""
WITH_SHARES = 7
"""The first version that knows how much of a session was really done."""
