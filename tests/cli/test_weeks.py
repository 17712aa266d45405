"""A plan over weeks on the command line: the week that is due everywhere, or the one that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiproutine.journal.begun_weeks import begun
from hiproutine.paths import find_paths
from tests.cli.running import hiproutine

TINY = """title = "Tiny"
weeks = [{ hold = 1 }, { hold = 2 }]
defaults = { get_ready = 0 }
steps = [{ name = "A", hold = "$hold" }]
"""


@pytest.fixture(autouse=True)
def tiny() -> Path:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    path = folder / "tiny.toml"
    path.write_text(TINY, encoding="utf-8")
    return path


def done_before(days: int) -> None:
    added = hiproutine("history", "--add", "tiny", "--on", f"{days} days ago")
    assert (added.status, added.err) == (0, "")


def test_what_was_played_is_kept_with_its_week_and_says_it(tmp_path: Path) -> None:
    played = hiproutine("play", "tiny")
    assert "Week 1 of 2, the first time." in played.out
    assert "Tiny, week 1 of 2, " in played.out
    (session,) = json.loads(hiproutine("history", "--json").out)["sessions"]
    assert (session["week"], session["title"], session["outcome"]) == (1, "Tiny, week 1 of 2", "finished")
    assert "Tiny, week 1 of 2" in hiproutine("history").out
    kept, other = tmp_path / "kept.jsonl", str(tmp_path / "other.sqlite3")
    hiproutine("export", str(kept))
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [line["week"] for line in lines if line["kind"] == "session"] == [1]
    assert [(line["text"]["week"], line["text"]["weeks"]) for line in lines if line["kind"] == "plan"] == [(1, 2)]
    hiproutine("import", str(kept), "--journal", other)
    assert json.loads(hiproutine("history", "--json", "--journal", other).out)["sessions"][0]["week"] == 1


def test_another_week_is_played_when_it_is_asked_for_and_the_plan_goes_on_from_there() -> None:
    played = hiproutine("play", "tiny", "--week", "2", "--speed", "50")
    assert "Tiny, week 2 of 2" in played.out
    played = hiproutine("play", "tiny", "--week", "2")
    assert "Week 2 of 2, as you chose; week 1 is due." in played.out
    assert "Week 2 of 2 begins today." in hiproutine("show", "tiny").out
    for arguments, said in (
        (("play", "tiny", "--week", "3"), "“Tiny” has 2 weeks, and the last one goes on: --week 2."),
        (("play", "cool-down", "--week", "3"), "is no plan over weeks"),
        (("share", "--folder", "x", "--week", "3"), "each is in the week that is due"),
    ):
        ran = hiproutine(*arguments)
        assert ran.status == 2
        assert said in ran.err


def test_everything_that_is_made_of_it_is_of_the_week_that_is_due(tmp_path: Path) -> None:
    done_before(10)
    assert "\nWeek 2 of 2, since " in hiproutine("show", "tiny").out
    assert "week 2 of 2" in hiproutine("list", "tiny").out
    (listed,) = json.loads(hiproutine("list", "tiny", "--json").out)["routines"]
    assert (listed["week"], listed["weeks"], listed["seconds"]) == (2, 2, 2)
    page, watch = tmp_path / "tiny.html", tmp_path / "tiny.fit"
    assert hiproutine("share", "tiny", "-o", str(page)).status == 0
    assert "Tiny, week 2 of 2" in page.read_text(encoding="utf-8")
    assert hiproutine("share", "tiny", "-o", str(page), "--week", "1").status == 0
    assert "Tiny, week 1 of 2" in page.read_text(encoding="utf-8")
    assert hiproutine("share", "--folder", str(tmp_path / "all")).status == 0
    assert "Tiny, week 2 of 2" in (tmp_path / "all" / "index.html").read_text(encoding="utf-8")
    made = json.loads(hiproutine("workout", "tiny", "-o", str(watch), "--json").out)["workout"]
    assert (made["title"], made["seconds"]) == ("Tiny, week 2 of 2", 2)
    made = json.loads(hiproutine("workout", "tiny", "-o", str(watch), "--force", "--week", "1", "--json").out)[
        "workout"
    ]
    assert made["seconds"] == 1
    sound = tmp_path / "tiny.wav"
    assert hiproutine("audio", "tiny", "-o", str(sound), "--no-voice", "--week", "2").status == 0
    assert sound.exists()


def test_what_was_done_on_another_day_is_of_the_week_that_was_due_then() -> None:
    done_before(10)
    done_before(2)
    sessions = json.loads(hiproutine("history", "--json").out)["sessions"]
    assert [one["week"] for one in sessions] == [2, 1]


def test_what_was_never_begun_is_in_its_first_week_and_makes_no_journal(tmp_path: Path) -> None:
    assert "Week 1 of 2, the first time." in hiproutine("show", "tiny").out
    assert "week 1 of 2" in hiproutine("list", "tiny").out
    assert not find_paths().journal.exists()
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no journal")
    assert begun(broken, "tiny")
    done_before(8)
    assert begun(find_paths().journal, "tiny")
    assert not begun(find_paths().journal, "cool-down")
    assert "week 2 of 2" in hiproutine("list", "tiny").out


def test_today_says_which_week_it_is_while_the_plan_is_under_way() -> None:
    line = "Week 2 of 2 begins today. hiproutine play tiny"
    assert "tiny" not in hiproutine("today").out
    done_before(7)
    lines = hiproutine("today").out.splitlines()
    assert line in lines
    assert lines.index(line) < next(at for at, text in enumerate(lines) if "Before a run" in text)
    done_before(0)
    assert "tiny" not in hiproutine("today").out
