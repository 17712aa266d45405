"""Several programs on one journal, and programs that are killed."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from hiproutine.journal.store import Journal
from tests.kills import ROOT, kill_once

WRITE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from hiproutine.journal.store import Journal
from hiproutine.advice.pain.readings import Moment, Reading
with Journal(Path(sys.argv[1])) as journal:
    for number in range(40):
        journal.add_reading(Reading(str(uuid4()), datetime.now(UTC), Moment.OTHER, number % 11))
"""


def test_two_programs_that_write_at_once_lose_nothing(place: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WRITE, str(place)], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(3)
    ]
    assert [program.communicate()[1] for program in programs] == [b""] * 3
    with Journal(place) as journal:
        assert len(journal.readings()) == 120
        assert journal.check() == ""


@pytest.mark.long
def test_what_had_ended_before_a_kill_is_kept(tmp_path: Path) -> None:
    draw = random.Random(7)
    delays = [draw.uniform(0, 0.4) for _ in range(9)] + [-draw.uniform(0.05, 0.4) for _ in range(3)]
    left = [kill_once(tmp_path / "journal.sqlite3", delay) for delay in delays]
    assert [one.trouble for one in left if one.trouble] == []
    assert sum(one.said for one in left) > 0
