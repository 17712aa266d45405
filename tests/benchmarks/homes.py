"""The home of somebody who has used the program before: nothing comes first but the check."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.clock import local_now
from hiproutine.journal.pain_facts import NOTICE, answer_flags, note_once
from hiproutine.journal.store import Journal


def settled(home: Path, *, asked: bool = True) -> Path:
    """A home in which the notice is read and the questions are answered; not `asked`, without the check."""
    home.mkdir(parents=True, exist_ok=True)
    now = local_now()
    with Journal(home / "journal.sqlite3") as journal:
        note_once(journal, NOTICE, now)
        answer_flags(journal, frozenset(), now)
        journal.add_reading(Reading(str(uuid4()), now, Moment.OTHER, 0))
    if not asked:
        (home / "config.toml").write_text('[check]\nbefore = "never"\n', encoding="utf-8")
    return home
