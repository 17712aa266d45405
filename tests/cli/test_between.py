"""The commands between the routines: today, run, runs, onset."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import icalendar
import pytest

from hiproutine.advice.recovery.facts import Sport, Surface
from hiproutine.cli.outings import SPORTS, SURFACES
from hiproutine.clock import local_now
from hiproutine.journal.outings import last_onset, outings
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from tests.cli.running import hiproutine, python


@pytest.fixture
def place() -> Path:
    return find_paths().journal


def test_today_without_a_journal_makes_none(place: Path) -> None:
    done = hiproutine("today")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Before a run: hiproutine play warm-up-five-step",
        "After a run: hiproutine play post-run-hip-stretch",
    ]
    assert not place.exists()


def test_a_run_is_kept_and_added_up(place: Path) -> None:
    done = hiproutine(
        "run", "--distance", "5km", "--time", "28m", "--pain", "0", "--surface", "trail", "--note", "[b]x"
    )
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "Kept: a run, 5.0 km in 28 minutes (5:36 a km), trail, pain 0.",
        "5.0 km in 1 run in these seven days, no run in the seven before.",
    ]
    [kept] = outings(Journal(place))
    assert (kept.metres, kept.seconds, kept.note) == (5000, 1680, "[b]x")
    assert hiproutine("today").out.splitlines()[0] == "You ran just now: hiproutine play post-run-hip-stretch"


def test_pain_brings_advice_with_its_source_and_the_closing_line() -> None:
    lines = hiproutine("run", "--distance", "5", "--pain", "6").out.splitlines()
    assert any(line.startswith("Your hip reacted to the run of 5.0 km. Consider a rest day") for line in lines)
    assert any(line.startswith("Source: ") for line in lines)
    assert lines[-1] == "General information, not medical advice."
    assert hiproutine("today").out.splitlines()[0].startswith("High. Rest is the better choice")


def test_miles_are_read_and_said_where_that_is_set() -> None:
    assert hiproutine("config", "distance", "miles").status == 0
    assert hiproutine("run", "--distance", "3").out.splitlines()[0] == "Kept: a run, 3.0 miles."
    assert hiproutine("run", "--distance", "5km").out.splitlines()[1].startswith("6.1 miles in 2 runs")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Say how far or how long"),
        (("--distance", "far"), 'is no distance; write it as "5km"'),
        (("--distance", "0km"), "from 1 metre to 1000 km"),
        (("--distance", "1001km"), "from 1 metre to 1000 km"),
        (("--time", "1:75"), 'is no time; write it as "28m"'),
        (("--time", "0"), "from 1 second to 48 hours"),
        (("--time", "\x1b[2J"), "is no time"),
        (("--distance", "5km", "--pain", "11"), "0<=x<=10"),
        (("--distance", "5km", "--on", "2999-01-01"), "still to come"),
        (("--distance", "5km", "--note", "x" * 2001), "2000 is the most"),
    ],
)
def test_what_makes_no_run_is_refused(place: Path, arguments: tuple[str, ...], said: str) -> None:
    done = hiproutine("run", *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert "\x1b" not in done.err
    assert not place.exists()


def test_runs_prints_weeks_and_takes_one_back(place: Path) -> None:
    assert hiproutine("runs").out.startswith("No run is kept yet: hiproutine run --distance 5km --time 28m")
    long_ago = (local_now() - timedelta(days=100)).date().isoformat()
    assert "No run in these seven days, no run" in hiproutine("run", "--distance", "4km", "--on", long_ago).out
    assert hiproutine("runs").out == "No run in these 8 weeks; hiproutine runs --weeks 52 looks further back.\n"
    before = (local_now() - timedelta(days=8)).date().isoformat()
    hiproutine("run", "--distance", "10km", "--on", before)
    hiproutine("run", "--sport", "walk", "--time", "35m")
    first, walk, second, run = hiproutine("runs").out.splitlines()
    assert first.endswith("  0.0 km in 0 runs, 0 active days")
    assert walk.endswith("  a walk, 35 minutes")
    assert second.endswith("  10.0 km in 1 run, 1 active day")
    found = json.loads(hiproutine("runs", "--json").out)["weeks"]
    told = [(week["metres"], week["runs"], len(week["outings"])) for week in found[:3]]
    assert told == [(0, 0, 1), (10_000, 1, 1), (0, 0, 0)]
    assert len(found) == 8
    done = hiproutine("runs", "--remove", run.split()[1])
    assert (done.status, done.out) == (0, "Taken back: a run, 10.0 km.\n")
    assert [one.sport for one in outings(Journal(place))] == [Sport.RUN, Sport.WALK]
    gone = hiproutine("runs", "--remove", run.split()[1])
    assert (gone.status, gone.out) == (2, "")


def test_onset_is_kept_said_and_ended(place: Path) -> None:
    assert hiproutine("onset").out == "Nothing is kept: hiproutine onset today\n"
    assert not place.exists()
    done = hiproutine("onset", "yesterday")
    assert done.out.startswith("It began on ")
    assert "Ice suits the first two days; heat may follow from " in done.out
    assert "ice-therapy" in hiproutine("today").out
    assert hiproutine("onset", "2026-01-01").out.endswith(done.out)  # the newest counts
    assert hiproutine("onset").out == done.out
    assert hiproutine("onset", "--over").out == "It no longer counts.\n"
    kept = last_onset(Journal(place))
    assert kept
    assert kept.at.date().isoformat() == "2026-01-01"
    assert hiproutine("onset").out.endswith("The first two days are over.\n")


@pytest.mark.parametrize(
    ("said", "leads", "not_said"),
    [
        (("signs", "--apply", "numb-or-weak"), "Please seek urgent medical care now", "Ice suits"),
        (("pain", "--score", "4", "--feel", "tingling"), "Ice is better left alone", "Ice suits"),
        (("signs", "--apply", "swelling"), "Heat does not suit a hip that is swollen", "heat may follow"),
    ],
)
def test_onset_offers_nothing_that_is_advised_against(said: tuple[str, ...], leads: str, not_said: str) -> None:
    hiproutine(*said)
    done = hiproutine("onset", "today").out
    assert leads in done
    assert not_said not in done


@pytest.mark.parametrize("arguments", [("tomorrow",), ("2999-01-01",), ("today", "--over")])
def test_what_is_no_onset_is_refused(place: Path, arguments: tuple[str, ...]) -> None:
    assert hiproutine("onset", *arguments).status == 2
    assert not place.exists()


def test_due_times_come_as_a_calendar(tmp_path: Path) -> None:
    hiproutine("onset", "today")
    path = tmp_path / "ice.ics"
    done = hiproutine("today", "--ics", str(path))
    assert (done.status, done.err) == (0, "")
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    events = calendar.walk("VEVENT")
    now = local_now()
    assert 4 <= len(events) <= 10
    assert all(now - timedelta(minutes=5) <= one.decoded("dtstart") < now + timedelta(hours=48) for one in events)
    assert all(one.decoded("dtend") - one.decoded("dtstart") == timedelta(minutes=15) for one in events)
    assert len({str(one["uid"]) for one in events}) == len(events)
    assert all(one.walk("VALARM") for one in events)
    again = hiproutine("today", "--ics", str(path))
    assert (again.status, "is there already" in again.err) == (2, True)
    assert hiproutine("today", "--ics").out.replace("\r\n", "\n").startswith("BEGIN:VCALENDAR\n")


def test_the_next_calendar_cancels_what_the_one_before_held_and_nothing_else(tmp_path: Path) -> None:
    def states(name: str) -> list[str]:
        assert hiproutine("today", "--ics", str(tmp_path / name)).status == 0
        events = icalendar.Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")
        return [str(one["status"]) for one in events]

    hiproutine("onset", "today")
    hiproutine("onset", "--undo")
    assert states("never.ics") == []
    hiproutine("onset", "today")
    planned = states("first.ics")
    hiproutine("onset", "--over")
    assert set(planned) == {"CONFIRMED"}
    assert states("second.ics") == ["CANCELLED"] * len(planned)


def test_a_calendar_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    done = hiproutine("today", "--ics", str(tmp_path / "no" / "x.ics"))
    assert done.status == 1
    assert "cannot be written" in done.err
    assert "Traceback" not in done.err


def test_a_calendar_without_its_package_says_how_to_get_it(tmp_path: Path) -> None:
    (tmp_path / "icalendar.py").write_text("raise ImportError\n", encoding="utf-8")
    done = python("-m", "hiproutine", "today", "--ics", PYTHONPATH=str(tmp_path))
    assert (done.status, done.out) == (1, "")
    assert 'pip install "hiproutine[calendar]"' in done.err


def test_json_and_calendar_exclude_each_other() -> None:
    assert hiproutine("today", "--json", "--ics").status == 2
    assert json.loads(hiproutine("today", "--json").out)["hints"][0]["routine"] == "warm-up-five-step"


def test_why_prints_every_finding_with_answers_source_and_end_and_as_json_too() -> None:
    assert hiproutine("pain", "--score", "8", "--area", "front").status == 0
    lines = hiproutine("today", "--why").out.splitlines()
    assert lines[0] == "Level: see someone."
    assert "Very high. Please consider medical advice today." in lines
    assert any(line.startswith("Because: pain 8, on ") for line in lines)
    assert any("3 to 5" in line and line.startswith("Source: ") for line in lines)
    assert any(line.startswith("Ends after 24 hours, or with a lower morning, at the latest ") for line in lines)
    assert "Advised against: routines of low, moderate and high load." in lines
    assert lines[-1] == "General information, not medical advice."
    told = json.loads(hiproutine("today", "--why", "--json").out)
    assert (told["level"], told["against"]) == ("see someone", ["high", "low", "moderate"])
    assert told["findings"][0]["because"][0]["ids"]
    assert [one["ask"] for one in told["asks"]] == ["signs", "landing", "reliever"]
    assert [one["routine"] for one in told["hints"]] == [None] * len(told["hints"])


def test_the_choices_are_those_that_are_kept() -> None:
    assert (tuple(Sport), tuple(Surface)) == (SPORTS, SURFACES)


@pytest.mark.usefixtures("first_start")
def test_a_damaged_journal_is_said(place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.write_bytes(b"x" * 4096)
    for arguments in (("today",), ("run", "--distance", "5"), ("runs",), ("onset", "today")):
        done = hiproutine(*arguments)
        assert "is not a journal" in done.err, arguments
        assert "Traceback" not in done.err
