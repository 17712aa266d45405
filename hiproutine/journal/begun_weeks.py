"""Whether a plan over weeks was ever begun: one question to the file, without what reads a whole journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def begun(place: Path, routine: str) -> bool:
    """Whether a session of the routine in one of its weeks is kept; yes as well where the file cannot say.

    `place` is a journal that exists. It is not brought up to date, and an older one that knows no weeks cannot say.
    """
    try:
        with closing(sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)) as file:
            query = "SELECT 1 FROM session WHERE routine_id = ? AND week IS NOT NULL LIMIT 1"
            return file.execute(query, (routine,)).fetchone() is not None
    except sqlite3.Error:
        return True
