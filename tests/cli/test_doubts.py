"""What may be a slip of the keys is asked about before it is kept: nobody moves so, or the same was kept just now."""

from __future__ import annotations

import pytest

from hiproutine.journal.outings import outings
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from tests.cli.running import hiproutine


def kept() -> int:
    """How many activities are kept."""
    place = find_paths().journal
    if not place.exists():
        return 0
    with Journal(place) as journal:
        return len(outings(journal))


@pytest.mark.parametrize(
    "said",
    [
        ("--distance", "5km", "--time", "5m"),
        ("--distance", "400km"),
        ("--distance", "10.000 km", "--time", "10m"),
        ("--distance", "42,2", "--time", "1:00"),
    ],
    ids=" ".join,
)
def test_what_nobody_runs_is_asked_about(said: tuple[str, ...]) -> None:
    done = hiproutine("run", *said)
    assert (done.status, done.out, "If that is right, add --sure." in done.err) == (2, "", True)
    assert kept() == 0
    assert hiproutine("run", *said, "--sure").status == 0
    assert kept() == 1


@pytest.mark.parametrize(
    "said", [("--distance", "5km", "--time", "28m"), ("--distance", "3.1mi"), ("--time", "1h")], ids=" ".join
)
def test_the_same_again_within_minutes_is_asked_about_and_another_is_not(said: tuple[str, ...]) -> None:
    assert hiproutine("run", *said).status == 0
    assert "The same was kept a moment ago." in hiproutine("run", *said).err
    assert kept() == 1
    assert hiproutine("run", *said, "--on", "yesterday").status == 0
    assert "The same was kept" in hiproutine("run", *said, "--on", "yesterday").err
    assert hiproutine("run", *said, "--sport", "walk").status == 0
    assert kept() == 3
