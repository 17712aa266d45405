"""A routine printed as it will be played, and what cannot be shown or played."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hiproutine.paths import find_paths
from tests.cli.running import hiproutine, python
from tests.desk import blocks, routine

GOOD = routine('{ name = "A", hold = 30, sides = "each", cues = ["Breathe"] }', '{ name = "B", reps = 8 }')


@pytest.fixture
def own() -> Path:
    folder = find_paths().routines
    folder.mkdir(parents=True)
    return folder


def test_a_routine_is_printed_second_by_second(own: Path) -> None:
    head = 'summary = "Two things."\nequipment = ["mat"]\nsource = "Our own."'
    steps = (
        '{ name = "A", hold = 30, sides = "each", setup = "Sit.", cues = ["Breathe"] }',
        '{ name = "B", reps = 8, sets = 2, sides = "alternate" }',
        '{ confirm = "Towel on?" }',
    )
    (own / "mine.toml").write_text(routine(*steps, head=head))
    ran = hiproutine("show", "mine")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "T",
        "about 3:58, low load, any time",
        "You need: mat",
        "",
        "Two things.",
        "",
        "    0:00     10 s  Get ready     A, left side",
        "                                 Sit.",
        "    0:10     30 s  Hold          A, left side",
        "    0:10                         “Breathe”",
        "    0:40      5 s  Switch sides  A, right side",
        "    0:45     30 s  Hold          A, right side",
        "    0:45                         “Breathe”",
        "    1:15      5 s  Get ready     B",
        "    1:20    ~1:04  Repeat        B, 8 times a side, set 1 of 2",
        "    2:24     30 s  Rest",
        "    2:54    ~1:04  Repeat        B, 8 times a side, set 2 of 2",
        "    3:58           Check         Towel on?",
        "",
        "Source: Our own.",
    ]


def test_blocks_and_rounds_have_their_headings(own: Path) -> None:
    content = blocks('title = "Circuit", rounds = 2, round_rest = 60, steps = [{ name = "A", hold = 30 }]')
    (own / "mine.toml").write_text(content)
    lines = hiproutine("show", "mine").out.splitlines()
    assert lines[-5:] == [
        "Circuit, 2 rounds",
        "    0:00     10 s  Get ready     A",
        "    0:10     30 s  Hold          A",
        "    0:40    1 min  Rest",
        "    2:10           the same again until then",
    ]


def test_a_beat_is_said_with_its_words_and_rounds_on_time_how_often(own: Path) -> None:
    step = '{ name = "A", reps = 2, tempo = "3-0-1", beats = ["Down", "Stay", "Up"] }'
    (own / "mine.toml").write_text(blocks(f'title = "Minute", rounds = 2, every = 60, steps = [{step}]'))
    lines = hiproutine("show", "mine").out.splitlines()
    assert [line for line in lines if "Minute" in line] == ["Minute, 2 rounds, every 1 min"]
    assert "    0:10      8 s  Repeat        A, 2 times, 3-0-1 s (Down, Stay, Up)" in lines


def test_json_has_exactly_the_keys_that_were_promised(own: Path) -> None:
    (own / "mine.toml").write_text(GOOD)
    ran = hiproutine("show", "mine", "--json")
    assert (ran.status, ran.err) == (0, "")
    table = json.loads(ran.out)
    intervals = table.pop("intervals")
    assert table == {
        "version": 1,
        "id": "mine",
        "title": "T",
        "load": "low",
        "seconds": 112,
        "estimated": True,
        "path": str(own / "mine.toml"),
        "when": ["any-time"],
        **dict.fromkeys(("summary", "why", "safety", "source"), ""),
        **{key: [] for key in ("tags", "equipment", "warnings")},
    }
    assert intervals[1] == {
        "index": 1,
        "kind": "work",
        "start": 10,
        "seconds": 30,
        "block": 0,
        "block_title": None,
        "name": "A",
        "side": "left",
        "set": 1,
        "sets": 1,
        "round": 1,
        "rounds": 1,
        "dose": "hold",
        "reps": None,
        "self_paced": False,
        "tempo": None,
        "cues": [{"at": 0, "say": "Breathe"}],
        **dict.fromkeys(("exercise", "position")),
        **dict.fromkeys(("sentence", "setup", "safety", "stop_if", "why", "source"), ""),
        **{key: [] for key in ("easier", "harder", "avoid_if", "equipment")},
    }
    assert {tuple(interval) for interval in intervals} == {tuple(intervals[1])}
    assert [(i["kind"], i["start"], i["seconds"], i["side"]) for i in intervals] == [
        ("ready", 0, 10, "left"),
        ("work", 10, 30, "left"),
        ("switch", 40, 5, "right"),
        ("work", 45, 30, "right"),
        ("ready", 75, 5, None),
        ("work", 80, 32, None),
    ]
    assert (intervals[5]["reps"], intervals[5]["self_paced"], intervals[5]["dose"]) == (8, True, "reps")


def test_markup_and_other_scripts_in_a_routine_are_printed_as_written(own: Path) -> None:
    (own / "mine.toml").write_text(
        GOOD.replace('"T"', '"[bold red]Hüfte[/] [@click=quit] 股"').replace('"A"', '"[b]A"')
    )
    out = hiproutine("show", "mine").out
    assert out.startswith("[bold red]Hüfte[/] [@click=quit] 股\n")
    assert "[b]A, left side" in out
    told = json.loads(hiproutine("show", "mine", "--json").out)
    assert told["title"] == "[bold red]Hüfte[/] [@click=quit] 股"


@pytest.mark.parametrize("command", ["show", "play"])
def test_a_name_that_nobody_has_is_told_the_nearest_ones(command: str) -> None:
    ran = hiproutine(command, "warmup-quick")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "There is no routine called “warmup-quick”. Did you mean warm-up-quick? “hiproutine list” shows them all.\n"
    )


@pytest.mark.parametrize(("command", "status"), [("show", 1), ("play", 2)])
def test_a_broken_file_is_told_with_everything_that_is_wrong(own: Path, command: str, status: int) -> None:
    (own / "mine.toml").write_text(routine('{ name = "A", hold = "30 secs" }', '{ name = "B", reps = 0 }'))
    ran = hiproutine(command, "mine")
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.splitlines() == [
        f'{own}/mine.toml:4:24: steps[1].hold: "30 secs" is not a duration. Write "30s".',
        f"{own}/mine.toml:5:24: steps[2].reps: 0 is too small, the least is 1. Write 1 or more.",
    ]


def test_more_problems_than_a_person_reads_are_counted(own: Path) -> None:
    (own / "mine.toml").write_text(routine(*['{ name = "A", reps = 0 }'] * 25))
    lines = hiproutine("show", "mine").err.splitlines()
    assert len(lines) == 21
    assert lines[-1] == "And 5 more."


@pytest.mark.parametrize("command", ["show", "play"])
def test_a_folder_and_a_missing_path_are_told_apart(own: Path, command: str) -> None:
    (own / "a.toml").mkdir()
    for path, sentence in ((own / "a.toml", "this is a folder, not a file"), (own / "b.toml", "there is no such file")):
        ran = hiproutine(command, str(path))
        assert (ran.status, ran.out, ran.err) == (2, "", f"{path}: {sentence}.\n")


def test_a_broken_own_file_gives_way_to_the_one_that_comes_with_the_program(own: Path) -> None:
    (own / "warm-up-five-step.toml").write_text("title = ")
    ran = hiproutine("show", "warm-up-five-step")
    assert (ran.status, bool(ran.out)) == (0, True)
    told = 'there is no value here. Write a text in "quotes", a number, or a list in [ ].'
    assert ran.err.splitlines() == [
        f"{own}/warm-up-five-step.toml:1:9: {told}",
        "Your own warm-up-five-step has a problem; this is the one that comes with the program.",
    ]


@pytest.mark.parametrize("arguments", [["play"], []])
def test_without_a_terminal_no_library_opens(arguments: list[str]) -> None:
    ran = hiproutine(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "The library needs a terminal: input and output are not both one.\n"


def test_without_a_terminal_a_routine_is_played_as_lines() -> None:
    ran = hiproutine("play", "cool-down", "--speed", "500")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("Nobody can answer here")
    assert lines[1] == "Cool-down, 6 minutes 25 seconds, 3 steps."
    assert [line for line in lines if "Step 3 of 3" in line]


def test_lines_can_be_asked_for_and_how_often_they_say_the_time() -> None:
    ran = hiproutine("play", "cool-down", "--plain", "--speed", "500", "--every", "30s")
    assert (ran.status, ran.err) == (0, "")
    assert "30 seconds left." in ran.out.splitlines()
    ran = hiproutine("play", "cool-down", "--plain", "--speed", "500", "--every", "0")
    assert "1 minute left." not in ran.out.splitlines()
    assert hiproutine("play", "--plain").status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")
@pytest.mark.parametrize("term", ["dumb", "", "unknown"])
def test_a_terminal_that_cannot_move_its_cursor_is_not_enough(term: str) -> None:
    master, slave = os.openpty()
    ran = subprocess.run(
        [sys.executable, "-m", "hiproutine"],
        env={**os.environ, "TERM": term},
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=60,
    )
    os.close(slave)
    os.close(master)
    assert ran.returncode == 2
    assert ran.stderr == "The library needs a terminal that can move its cursor; TERM says that this one cannot.\n"


@pytest.mark.parametrize("command", ["list", "show warm-up-five-step", "--help"])
def test_a_pipe_that_nobody_reads_is_no_reason_to_complain(command: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hiproutine", *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 1}


HOSTILE = [b"a\x1b[31mred.toml", "c\u009b2J.toml".encode(), b"new\nline.toml", "r\u202el.toml".encode(), b"\xff.toml"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"]])
def test_file_names_never_reach_the_terminal_raw(own: Path, arguments: list[str]) -> None:
    for name in HOSTILE:
        Path(os.fsdecode(os.fsencode(own) + b"/" + name)).write_text(GOOD)
    ran = hiproutine(*arguments)
    assert (ran.status, ran.err) == (0, "")
    assert not any(character in ran.out for character in "\x1b\x9b\u202e\ufffd")
    if "--json" in arguments:
        bad = [entry["path"] for entry in json.loads(ran.out)["routines"] if entry["problems"]]
        assert sorted(bad) == sorted(os.fsdecode(os.fsencode(own) + b"/" + name) for name in HOSTILE)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_path_and_a_name_on_the_command_line_are_shown_without_their_escapes() -> None:
    for name in ("/tmp/\x1b[31mnone.toml", "no\x1b[31mne"):  # noqa: S108
        ran = hiproutine("show", name)
        assert ran.status == 2
        assert r"\x1b[31mn" in ran.err
        assert "\x1b" not in ran.err


def test_what_a_code_page_lacks_is_no_reason_to_stop(own: Path) -> None:
    (own / "mine.toml").write_text(GOOD)
    ran = python("-m", "hiproutine", "show", "mine", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert (ran.status, ran.err) == (0, "")
    assert '"Breathe"' in ran.out


WEEKS = """title = "C"
weeks = [{ sets = 2, reps = 6 }, { sets = 3 }]
[[steps]]
name = "A"
sides = "each"
sets = "$sets"
reps = "$reps"
"""


def test_a_week_of_a_plan_is_printed_when_it_is_asked_for(own: Path) -> None:
    (own / "mine.toml").write_text(WEEKS)
    (own / "other.toml").write_text(GOOD)
    assert hiproutine("show", "mine").out.startswith("C, week 1 of 2\n")
    second = hiproutine("show", "mine", "--week", "2").out
    assert second.startswith("C, week 2 of 2\n")
    assert "A, right side, 6 times, set 3 of 3" in second
    table = json.loads(hiproutine("show", "mine", "--week", "2", "--json").out)
    assert (table["title"], table["week"], table["weeks"]) == ("C", 2, 2)
    for name, week, said in (
        ("mine", "3", "“C” has 2 weeks, and the last one goes on: --week 2."),
        ("other", "2", "“T” is no plan over weeks: it is the same every week."),
        ("mine", "0", "0 is not in the range x>=1"),
    ):
        ran = hiproutine("show", name, "--week", week)
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
    assert "week" not in json.loads(hiproutine("show", "other", "--json").out)
