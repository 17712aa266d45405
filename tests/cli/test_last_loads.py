"""`show`: what a step was last done with stands in the plan, and the file stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.plan.loads import LoadUsed
from tests.cli.running import hiproutine

FILE = 'title = "Drops"\nsteps = [{ name = "Drop", reps = 8, weight = "10 kg" }]\n'


def test_the_plan_shows_what_was_last_used() -> None:
    paths = find_paths()
    paths.routines.mkdir(parents=True)
    own = paths.routines / "drops.toml"
    own.write_text(FILE)
    assert "Drop, 8 times, 10 kg\n" in hiproutine("show", "drops").out
    assert not paths.journal.exists()
    with Journal(paths.journal) as journal:
        began, session = datetime.now(UTC) - timedelta(days=3), str(uuid4())
        journal.begin(SessionRecord(session, "drops", "Drops", "low", 60.0, 1, began, began))
        journal.end(session, State.FINISHED, Progress(active_seconds=60.0))
        journal.keep_loads(session, [LoadUsed("Drop", "10 kg", "10 kg", "", "more")])
    assert "Drop, 8 times, 11 kg (last time 10 kg)\n" in hiproutine("show", "drops").out
    assert own.read_text() == FILE
