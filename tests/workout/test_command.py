"""`hiproutine workout`: which files it writes, where to, and what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiproutine.workout.writing import CannotWrite, new_files
from tests.cli.running import hiproutine

WEB = "Garmin Connect's web page takes activities and courses only, no workouts.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_a_file_and_says_how_it_gets_there(here: Path) -> None:
    ran = hiproutine("workout", "cool-down")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("cool-down.fit\nCopy it into GARMIN/NewFiles on the watch, by cable, and unplug;")
    assert ran.out.endswith(WEB)
    assert [path.name for path in here.iterdir()] == ["cool-down.fit"]
    assert hiproutine("workout", "cool-down", "-o", "cool-down.fit").status == 0
    (here / "mine.fit").write_text("mine")
    kept = hiproutine("workout", "cool-down", "-o", "mine.fit")
    assert (kept.status, kept.out) == (2, "")
    assert kept.err == "mine.fit is there already and is no FIT workout of hiproutine. --force replaces it.\n"
    assert hiproutine("workout", "cool-down", "-o", "mine.fit", "--force").status == 0


def test_a_watch_that_is_plugged_in_gets_it(here: Path) -> None:
    (here / "media" / "Garmin" / "NEWFILES").mkdir(parents=True)
    unasked = hiproutine("workout", "cool-down", "--folder", "media")
    assert (unasked.status, unasked.out) == (2, "")
    assert unasked.err.startswith("Cool-down, 7 steps, ")
    assert unasked.err.endswith(" to media/Garmin/NEWFILES/cool-down.fit: --yes writes it without asking.\n")
    ran = hiproutine("workout", "cool-down", "--folder", "media", "--yes")
    assert ran.status == 0
    assert ran.out.startswith("media/Garmin/NEWFILES/cool-down.fit\nUnplug the watch")
    assert (here / "media" / "Garmin" / "NEWFILES" / "cool-down.fit").is_file()


def test_a_folder_is_a_watch_by_what_is_in_it(here: Path) -> None:
    inside = here / "GARMIN"
    inside.mkdir()
    with pytest.raises(CannotWrite, match="is no watch: there is no GARMIN/NewFiles in it"):
        new_files(here)
    with pytest.raises(CannotWrite, match="is no watch"):
        new_files(here / "nowhere")
    (inside / "GarminDevice.xml").touch()
    assert new_files(inside) == new_files(here) == inside / "NewFiles"
    (inside / "NewFiles").mkdir()
    assert new_files(here) == new_files(inside) == inside / "NewFiles"


def test_a_plan_with_more_steps_than_a_watch_takes(here: Path) -> None:
    steps = "".join(f'[[steps]]\nname = "Step {number}"\nhold = "10s"\n' for number in range(40))
    (here / "long.toml").write_text(f'title = "Long"\n{steps}')
    ran = hiproutine("workout", "long.toml")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "Long takes 80 steps, and a watch takes 50: make two routines of it, or say --steps 80 if yours takes more.\n"
    )
    assert hiproutine("workout", "long.toml", "--steps", "80").status == 0


def test_text_to_paste_and_json(here: Path) -> None:
    ran = hiproutine("workout", "return-to-run-2", "--format", "intervals")
    assert (ran.status, ran.out.splitlines()[:3]) == (0, ["- Brisk walk 5m", "", "5x"])
    assert ran.err.startswith("Paste it into a workout on intervals.icu")
    table = json.loads(hiproutine("workout", "return-to-run-2", "--json").out)
    assert table["version"] == 1
    assert {"times": 5, "repeats_from": 1} in table["workout"]["steps"]
    assert (table["workout"]["path"], table["workout"]["sport"]) == ("return-to-run-2.fit", "running")
    assert table["workout"]["remarks"] == []
    (remark,) = json.loads(hiproutine("workout", "ten-minute-rounds", "--json").out)["workout"]["remarks"]
    assert remark.startswith("A watch does not repeat until a time is over")
    assert remark in hiproutine("workout", "ten-minute-rounds", "--format", "intervals").err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["cool-down", "--folder", "x", "-o", "y"], "Say --output or --folder, not both."),
        (["cool-down", "--folder", "x", "--format", "intervals"], "--folder takes FIT files only"),
        (["cool-down", "-o", "nowhere/x.fit"], "nowhere/x.fit cannot be written: No such file or directory."),
        (["cool-down", "-o", "/dev/full"], "is a device and no file"),
    ],
)
def test_what_cannot_be_is_said(given: list[str], said: str) -> None:
    ran = hiproutine("workout", *given)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
