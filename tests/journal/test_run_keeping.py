"""One run once: by the keys of its source, by time and sport, and by what was typed of its day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from hiproutine.advice.recovery.facts import Outing, Sport, Surface
from hiproutine.journal.outings import add_outing, outings, remove_outing
from hiproutine.journal.run_keeping import Result, RunKeeper, Wanted, keep_typed
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from hiproutine.runs.recording import Recording, Refusal, Remark, Source
from tests.journal.shelf import HERE, NOON, Wall

BEGAN = NOON - timedelta(hours=5)
"""Seven in the morning."""


def recording(
    minutes: float = 0, source: Source = Source.FIT, metres: float | None = 5000, **more: object
) -> Recording:
    """Half an hour, so many minutes after the first one began."""
    begun = BEGAN + timedelta(minutes=minutes)
    found = Recording(begun, source, Sport.RUN, metres, 1800.0, 1900.0, keys=(f"{source}:{minutes}",))
    return replace(found, **more)  # type: ignore[arg-type]


def typed(hours: float = 0, metres: float | None = 5000, seconds: float | None = 1800, pain: int | None = 2) -> Outing:
    """A run that was typed so many hours after seven."""
    return Outing(
        str(uuid4()), BEGAN + timedelta(hours=hours), Sport.RUN, metres, seconds, Surface.TRAIL, pain, "wet"
    )  # fmt: skip


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Journal]:
    """The journal of another machine."""
    with Journal(tmp_path / "elsewhere.sqlite3", now=Wall()) as journal:
        yield journal


def keep(journal: Journal, *found: Recording, wanted: Wanted | None = None) -> list[Result]:
    keeper = RunKeeper(journal, wanted, zone=HERE)
    results = [keeper.keep(one).result for one in found]
    keeper.flush()
    return results


def test_what_is_kept_of_a_run(journal: Journal) -> None:
    assert keep(journal, recording()) == [Result.NEW]
    (found,) = outings(journal)
    assert (found.start, found.at, found.seconds, found.elapsed) == (BEGAN, BEGAN + timedelta(seconds=1900), 1800, 1900)
    assert (found.source, found.keys, found.sport) == ("fit", ("fit:0",), Sport.RUN)


def test_the_same_again_changes_nothing(journal: Journal) -> None:
    keep(journal, recording())
    before = list(export_lines(journal))
    assert keep(journal, recording()) == [Result.SAME]
    assert list(export_lines(journal)) == before


def test_two_accounts_of_one_run_are_one_and_the_better_wins(journal: Journal) -> None:
    listed = recording(2, Source.STRAVA, 4950)
    assert keep(journal, listed, recording()) == [Result.NEW, Result.FILLED]
    (found,) = outings(journal)
    assert (found.metres, found.start, found.source) == (5000, BEGAN, "fit")
    assert set(found.keys) == {"fit:0", "strava:2"}
    assert keep(journal, listed, recording()) == [Result.SAME, Result.SAME]


def test_a_worse_source_only_fills_what_is_not_known(journal: Journal) -> None:
    keep(journal, recording(metres=None))
    assert keep(journal, recording(1, Source.STRAVA, 5100)) == [Result.FILLED]
    assert outings(journal)[0].metres == 5100
    assert outings(journal)[0].start == BEGAN


def test_a_file_that_was_cut_off_gives_way_to_a_list(journal: Journal) -> None:
    keep(journal, recording(metres=900, seconds=300.0, elapsed=1300.0, remarks=(Remark.EARLY,)))
    assert keep(journal, recording(1, Source.STRAVA)) == [Result.FILLED]
    assert outings(journal)[0].metres == 5000


@pytest.mark.parametrize(
    ("other", "runs"),
    [
        (recording(12, Source.GPX), 1),
        (recording(20, Source.GPX), 2),
        (recording(0, Source.GPX, sport=Sport.WALK), 2),
        (recording(10, Source.GPX, seconds=300.0, elapsed=300.0), 1),
        (recording(-8, Source.GPX, seconds=480.0, elapsed=480.0), 2),
    ],
)
def test_sport_and_sixty_percent_of_the_shorter_make_one_run(journal: Journal, other: Recording, runs: int) -> None:
    keep(journal, recording(), other)
    assert len(outings(journal)) == runs


@pytest.mark.parametrize("hours", [0.5, 2, 4.9])
def test_what_was_typed_stays_and_the_file_fills_the_rest(journal: Journal, hours: float) -> None:
    add_outing(journal, typed(hours, metres=5200))
    assert keep(journal, recording()) == [Result.FILLED]
    (found,) = outings(journal)
    assert (found.pain, found.surface, found.note) == (2, Surface.TRAIL, "wet")
    assert (found.metres, found.start) == (5000, BEGAN)


@pytest.mark.parametrize(
    "other",
    [
        typed(-1),  # before this one began
        typed(2, metres=8000),
        typed(2, metres=None, seconds=None),
        typed(26),
    ],
)
def test_another_run_that_was_typed_stays_one_of_its_own(journal: Journal, other: Outing) -> None:
    add_outing(journal, other)
    assert keep(journal, recording()) == [Result.NEW]


def test_a_run_typed_for_a_day_is_that_days(journal: Journal) -> None:
    add_outing(journal, replace(typed(), at=NOON.replace(hour=12, minute=0)))
    assert keep(journal, recording(600)) == [Result.FILLED]


def test_a_table_of_days_has_two_runs_of_one_day(journal: Journal) -> None:
    day: dict[str, Any] = {"remarks": (Remark.DAY_ONLY,), "source": Source.CSV}
    rows = [recording(300, keys=("csv:a",), **day), recording(300, metres=3000, keys=("csv:b",), **day)]
    assert keep(journal, *rows) == [Result.NEW, Result.NEW]
    assert keep(journal, *rows) == [Result.SAME, Result.SAME]
    assert keep(journal, recording()) == [Result.FILLED]


def test_what_was_taken_back_stays_away_whatever_tells_of_it(journal: Journal) -> None:
    keep(journal, recording())
    remove_outing(journal, outings(journal)[0].id)
    assert keep(journal, recording(), recording(1, Source.STRAVA)) == [Result.REMOVED, Result.REMOVED]
    assert outings(journal) == ()


def test_what_was_typed_and_taken_back_says_nothing_of_a_file(journal: Journal) -> None:
    slip = typed(0.5)
    add_outing(journal, slip)
    remove_outing(journal, slip.id)
    assert keep(journal, recording()) == [Result.NEW]


def test_only_what_is_wanted_is_kept(journal: Journal) -> None:
    ride, unsaid = recording(100, sport=Sport.CYCLE), recording(200, sport=None)
    wanted = Wanted(sport=Sport.RUN)
    assert keep(journal, recording(), ride, unsaid, wanted=wanted) == [Result.NEW, Result.OTHER_SPORT, Result.NEW]
    later = Wanted(since=BEGAN.date() + timedelta(days=1))
    assert keep(journal, recording(400), wanted=later) == [Result.EARLIER]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"start": NOON + timedelta(days=3)}, Refusal.FUTURE),
        ({"start": datetime(1999, 1, 1, tzinfo=UTC)}, Refusal.OLD),
        ({"seconds": 90_000.0}, Refusal.TOO_LONG),
        ({"seconds": None, "metres": 0.0}, Refusal.NOTHING_KNOWN),
    ],
)
def test_what_cannot_have_been_is_refused(journal: Journal, change: dict[str, object], why: Refusal) -> None:
    kept = RunKeeper(journal).keep(recording(**change))  # type: ignore[arg-type]
    assert kept.why is not None
    assert kept.why.why is why


def test_nothing_is_written_where_it_is_only_tried(journal: Journal) -> None:
    keeper = RunKeeper(journal, zone=HERE, dry=True)
    assert keeper.keep(recording()).result is Result.NEW
    assert keeper.keep(recording()).result is Result.SAME
    keeper.flush()
    assert outings(journal) == ()


def test_a_clock_without_a_zone_is_the_persons(journal: Journal) -> None:
    naive = recording(start=BEGAN.replace(tzinfo=None), remarks=())
    keep(journal, naive)
    (found,) = outings(journal)
    assert found.start == BEGAN
    assert found.remarks == ("no-zone",)


def test_an_export_carries_all_of_it_and_what_was_taken_back(journal: Journal, elsewhere: Journal) -> None:
    keep(journal, recording(), recording(100))
    remove_outing(journal, outings(journal)[0].id)
    lines = [line.encode() for line in export_lines(journal)]
    import_lines(elsewhere, lines, "export")
    assert outings(elsewhere) == outings(journal)
    assert keep(elsewhere, recording(), recording(100)) == [Result.REMOVED, Result.SAME]


def test_two_machines_give_one_run_one_name(journal: Journal, elsewhere: Journal) -> None:
    keep(journal, recording())
    keep(elsewhere, recording())
    assert outings(journal)[0].id == outings(elsewhere)[0].id


def test_a_distance_that_cannot_be_is_left_out_and_that_is_said(journal: Journal) -> None:
    keep(journal, recording(metres=50_000.0), recording(100, metres=2e6, seconds=None))
    first = outings(journal)[0]
    assert (first.metres, first.seconds) == (None, 1800)
    assert first.remarks == ("wrong-distance",)
    assert len(outings(journal)) == 1


def test_what_is_typed_of_a_run_from_a_file_is_kept_with_it(journal: Journal) -> None:
    keep(journal, recording())
    kept = keep_typed(journal, typed(4, metres=5100))
    (found,) = outings(journal)
    assert found == kept
    assert (found.metres, found.start, found.pain, found.note) == (5000, BEGAN, 2, "wet")
    assert found.surface is Surface.TRAIL
    assert keep(journal, recording()) == [Result.SAME]
    keep_typed(journal, typed(4, metres=5100))  # its pain was told: this is another one
    assert len(outings(journal)) == 2


@pytest.mark.parametrize("other", [typed(-1), typed(3, metres=9000), typed(26), replace(typed(3), sport=Sport.WALK)])
def test_what_is_typed_of_another_run_is_a_run_of_its_own(journal: Journal, other: Outing) -> None:
    keep(journal, recording())
    assert keep_typed(journal, other) == other
    assert len(outings(journal)) == 2
