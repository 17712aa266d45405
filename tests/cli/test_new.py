"""`new`: a routine of one's own, from nothing, from another, and by questions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from hiproutine.authoring.beside import TOMBI, TOMBI_BEFORE, TOMBI_NAME
from hiproutine.authoring.schema import FILE_NAME, routine_schema, routines_in
from hiproutine.paths import bundled, find_paths
from hiproutine.routine.reading import read_table
from tests.cli.authors import GOOD, names, own, run, write
from tests.tables import Table
from tests.terminals import CTRL_C, Terminal


def test_new_writes_a_routine_that_works_and_the_schema_beside_it() -> None:
    done = run("new", "evening-stretch")
    path = own() / "evening-stretch.toml"
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"{path}\nCheck it: hiproutine check evening-stretch\nPlay it:  hiproutine play evening-stretch\n"
    )
    assert path.read_text(encoding="utf-8").startswith(f"#:schema ./{FILE_NAME}\n")
    offered = sorted([*routines_in(bundled()), "evening-stretch"])
    assert json.loads((own() / FILE_NAME).read_text(encoding="utf-8")) == routine_schema(routines=offered)
    assert names(own()) == [TOMBI_NAME, "evening-stretch.toml", FILE_NAME]
    assert run("check").exit_code == 0
    tombi = Path(sys.executable).parent / "tombi"
    linted = subprocess.run([tombi, "lint", path.name], cwd=own(), capture_output=True, check=False, timeout=60)
    assert linted.returncode == 0, linted.stderr  # without --offline: nothing is asked for in the network
    write(path, f"#:schema ./{FILE_NAME}\ntitle = 'T'\nsteps = [{{\n  exercise = 'plank', # 1.1\n}}]\n")
    linted = subprocess.run([tombi, "lint", path.name], cwd=own(), capture_output=True, check=False, timeout=60)
    assert linted.returncode == 0, linted.stderr
    assert run("check").exit_code == 0


@pytest.mark.parametrize(("before", "after"), [(TOMBI_BEFORE, TOMBI), ("[schema]\n", "[schema]\n")])
def test_what_tombi_was_told_once_is_told_anew_and_a_file_of_ones_own_is_left(before: str, after: str) -> None:
    path = write(own() / TOMBI_NAME, before)
    run("new", "a", "--no-edit")
    assert path.read_text(encoding="utf-8") == after


def test_a_schema_of_another_version_is_replaced_and_the_same_is_left() -> None:
    path = write(own() / FILE_NAME, "{}")
    assert run("new", "a", "--no-edit").exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["title"] == "routine"
    before = path.stat().st_ino
    (own() / "a.toml").unlink()
    assert run("new", "a").exit_code == 0
    assert path.stat().st_ino == before


@pytest.mark.parametrize("origin", ["warm-up-quick", "warm-up-five-step", "ice-therapy"])
def test_new_from_another_says_the_same(origin: str) -> None:
    assert run("new", "mine", "--from", origin).exit_code == 0
    assert read_table(own() / "mine.toml") == read_table(bundled() / f"{origin}.toml")
    assert run("check", "--strict").exit_code == 0


def test_new_from_a_path(tmp_path: Path) -> None:
    assert run("new", "mine", "--from", write(tmp_path / "Other.toml")).exit_code == 0
    assert read_table(own() / "mine.toml") == tomllib.loads(GOOD)


@pytest.mark.usefixtures("first_start")
@pytest.mark.parametrize("name", ["a/b", "../a", "a.b", "A", "a b", "a\x1b[2J", "", "/x/y", "é", "a.toml", "a" * 101])
def test_a_name_that_is_no_id_is_refused_and_nothing_is_touched(home: Path, name: str) -> None:
    done = run("new", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert list(home.iterdir()) == []


def test_a_file_that_is_there_is_left_as_it_is() -> None:
    path = write(own() / "mine.toml", "my own words")
    for options in ([], ["--from", "cool-down"], ["--guided"]):
        done = run("new", "mine", *options, stdin="Title\n")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == f"{path} is there already. Nothing was written.\n"
    assert path.read_text() == "my own words"
    assert names(own()) == ["mine.toml"]


@pytest.mark.parametrize(
    ("options", "status", "told"),
    [
        (["--from", "nobody"], 2, "There is no routine called “nobody”."),
        (["--from", "./gone.toml"], 1, "gone.toml: there is no such file."),
        (["--from", "x", "--guided"], 2, "Give --from ROUTINE, --with EXERCISE or --guided, not two of them."),
        (["--with", "plank", "--guided"], 2, "Give --from ROUTINE, --with EXERCISE or --guided, not two of them."),
        (["--with", "plank", "--with", "clamshel"], 2, "There is no exercise “clamshel”. Did you mean clamshell?"),
    ],
)
def test_what_new_cannot_begin_with_is_said(options: list[str], status: int, told: str) -> None:
    done = run("new", "mine", *options)
    assert (done.exit_code, done.stdout) == (status, "")
    assert told in done.stderr
    assert not (own() / "mine.toml").exists()


def test_new_with_exercises_writes_their_steps_and_what_they_need() -> None:
    write(find_paths().exercises / "mine.toml", 'name = "Mine \\"own\\""\nequipment = ["rope \\"long\\""]')
    assert run("new", "evening", "--with", "Glute bridge", "--with", "clamshell", "--with", "mine").exit_code == 0
    assert read_table(own() / "evening.toml") == {
        "title": "Evening",
        "when": ["any-time"],
        "load": "low",
        "equipment": ["mat", 'rope "long"'],
        "steps": [{"exercise": "hip-bridge"}, {"exercise": "clamshell"}, {"exercise": "mine", "hold": "30s"}],
    }
    assert run("check", "--strict").exit_code == 0


def test_new_with_exercises_needs_no_id_and_takes_a_free_one() -> None:
    for expected in ("plank", "plank-2", "plank-3"):
        assert run("new", "--no-edit", "--with", "plank").stdout.startswith(f"{own() / expected}.toml\n")
    done = run("new")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Say what it is called: hiproutine new evening-stretch." in done.stderr


def test_new_from_a_broken_one_says_why(tmp_path: Path) -> None:
    done = run("new", "mine", "--from", write(tmp_path / "b.toml", 'title = "T"\n' + '[[steps]]\nhold = "x"\n' * 50))
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 20


@pytest.mark.usefixtures("first_start")
def test_a_folder_that_cannot_be_made_is_said_before_anything_is_asked(home: Path) -> None:
    write(home / "hiproutine", "a file")
    for options in ([], ["--guided"]):
        done = run("new", "mine", *options)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr == f"{own()} is not a folder. Nothing was written.\n"


ANSWERS = "My hips\npost-run, rest-day\nmoderate\nHip  bridge\n12\nQuiet hold\nhold 40\neach\nrest\n1 min\nplank\n\n\n"


def test_new_by_questions() -> None:
    done = run("new", "mine", "--guided", stdin=ANSWERS)
    assert done.exit_code == 0, done.output
    assert read_table(own() / "mine.toml") == {
        "title": "My hips",
        "when": ["post-run", "rest-day"],
        "load": "moderate",
        "steps": [
            {"exercise": "hip-bridge", "reps": 12},
            {"name": "Quiet hold", "hold": "40s", "sides": "each"},
            {"rest": "1m"},
            {"exercise": "plank"},
        ],
    }
    assert (own() / "mine.toml").read_text(encoding="utf-8").count("[[steps]]\n") == 4
    assert run("check").exit_code == 0


def test_questions_go_aside_so_that_the_output_is_the_path() -> None:
    done = run("new", "mine", "--guided", stdin=ANSWERS)
    assert done.stdout.splitlines()[0] == str(own() / "mine.toml")
    assert done.stderr.startswith("Title [Mine]: ")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("a\tb\nT\n\n\nplank\n\n", "Title: the character U+0009 has no place in a text; take it out."),
        (f"{'x' * 81}\nT\n\n\nplank\n\n", "Title: the text has 81 characters, the most is 80; shorten it."),
        ("T\npost\npost-run\n\nplank\n\n", 'When: "post" is not known here; write "post-run".'),
        ("T\n\nlo\nlow\nplank\n\n", "Load: \"lo\" is not known here; did you mean “low”."),
        ("T\n\n\nplank\nsoon\n30s\n", "Hold: \"soon\" is not a duration; write it as \"30s\", \"1m30s\" or \"1:30\"."),
        ("T\n\n\nplnak\nno\nplank\n\n", "The catalogue has plank, knee-plank, plank-leg-lift."),
        ("T\n\n\nroll\nn\nroll-glute\n\n", "roll-glute"),
        ("T\n\n\nZigzags\n300 reps\n10 reps\n\n", "Reps: 300 is too large, the most is 200; write 200 or less."),
        ("T\n\n\nZigzags\n10 reps\nleft side\nleft\n", "Sides: \"left side\" is not known here; write \"left\"."),
        ("T\n\n\nrest\nlong\n30s\nplank\n\n", "Rest: \"long\" is not a duration"),
    ],
)  # fmt: skip
def test_an_answer_that_will_not_do_is_asked_for_again(answers: str, told: str) -> None:
    done = run("new", "mine", "--guided", stdin=answers)
    assert told in done.stderr
    assert done.exit_code == 0, done.output
    assert run("check", "mine").exit_code == 0


def test_exercises_are_known_by_their_names_too() -> None:
    run("new", "mine", "--guided", stdin="T\n\n\nHip Bridge\n\nforearm plank\n1m\nhip-bridge\n20s\nplank\n30\n")
    assert read_table(own() / "mine.toml")["steps"] == [
        {"exercise": "hip-bridge"}, {"exercise": "plank", "hold": "1m"},
        {"exercise": "hip-bridge", "time": "20s"}, {"exercise": "plank", "hold": "30s"},
    ]  # fmt: skip


def test_an_amount_may_say_how_it_grows() -> None:
    amounts = (
        "8 reps, +1 a week until 12",
        "30s +5s a week to 45 s",
        "distance 400m +100m a week until 1 km",
        "8 reps +1 until 5",
    )
    run("new", "mine", "--guided", stdin="T\n\n\n" + "".join(f"plank\n{one}\n" for one in amounts) + "10\n\n")
    assert read_table(own() / "mine.toml")["steps"] == [
        {"exercise": "plank", "reps": 8, "progress": {"reps": "+1 a week", "until": 12}},
        {"exercise": "plank", "hold": "30s", "progress": {"hold": "+5s a week", "until": "45s"}},
        {"exercise": "plank", "distance": "400m", "progress": {"distance": "+100m a week", "until": "1 km"}},
        {"exercise": "plank", "hold": "10s"},
    ]
    assert run("check", "mine").exit_code == 0


PLANK = {"exercise": "plank"}
HEAD = "T\n\n\n"


@pytest.mark.parametrize(
    ("answers", "block"),
    [
        ("3\n\n60\n", {"rounds": 3, "round_rest": "60s"}),
        ("3 rounds\n\nnone\n", {"rounds": 3}),
        ("10 every 1m\n\n", {"rounds": 10, "every": "1m"}),
        ("10 rounds, every minute on the minute\n", {"rounds": 10, "every": "1m"}),
        ("10m\n\n", {"for": "10m"}),
        ("for 10 min, every 90\n", {"for": "10m", "every": "90s"}),
        ("10m +1m a week until 15m\n", {"for": "10m", "progress": {"for": "+1m a week", "until": "15m"}}),
        ("3 +1 until 5\n30\n", {"rounds": 3, "progress": {"rounds": "+1", "until": 5}, "round_rest": "30s"}),
    ],
)  # fmt: skip
def test_the_steps_may_come_in_rounds(answers: str, block: Table) -> None:
    done = run("new", "mine", "--guided", stdin=f"{HEAD}warm-up-quick\nplank\n\ncool-down\n\n{answers}")
    assert "Rounds, such as 3, 10 every 1m, or 10m for as many as you can [1]: " in done.stderr
    around = {"include": "warm-up-quick"}, {"include": "cool-down"}
    expected = [around[0], {"title": "T", **block, "steps": [PLANK]}, around[1]]
    assert read_table(own() / "mine.toml")["blocks"] == expected
    assert run("check", "--strict", "mine").exit_code == 0


@pytest.mark.parametrize(
    ("answers", "weeks", "block"),
    [
        ("\n1, 2, 2\n", [{"rounds": 1}, {"rounds": 2}, {"rounds": 2}], {"rounds": "$rounds"}),
        ("2\n2,3\n20\n", [{"rounds": 2}, {"rounds": 3}], {"rounds": "$rounds", "round_rest": "20s"}),
        ("8m\n8m, 10 min\n", [{"minutes": "8m"}, {"minutes": "10m"}], {"for": "$minutes"}),
    ],
)
def test_rounds_may_be_others_in_each_week(answers: str, weeks: list[Table], block: Table) -> None:
    run("new", "mine", "--guided", stdin=f"{HEAD}plank\n\n\n{answers}")
    table = read_table(own() / "mine.toml")
    assert (table["weeks"], table["blocks"]) == (weeks, [{"title": "T", **block, "steps": [PLANK]}])
    assert run("check", "--strict", "mine").exit_code == 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("30\n3\n", "Rounds: 30 is too large, the most is 20; write 20 or less."),
        ("many\n3\n", "“many” is no number of rounds, and no length; write 3, 10 every 1m, or 10m for as many"),
        ("9 every 9s\n3\n", 'Every: a round takes 20 s, changes included, and every is 9 s; write "20s" or more'),
        ("3\n4\n3, 4\n", "Write one for each week with commas between them, such as 1, 2, 3."),
        ("3\n3, 4, soon\n3, 4\n", 'Rounds: in week 3, "soon" stands where a whole number belongs'),
        ("3\n\nlong\n30\n", 'Round rest: "long" is not a duration'),
    ],
)
def test_rounds_that_will_not_do_are_asked_for_again(answers: str, told: str) -> None:
    done = run("new", "mine", "--guided", stdin=f"{HEAD}plank\n\n\n{answers}")
    assert told in done.stderr
    assert read_table(own() / "mine.toml")["blocks"][0]["rounds"] in {3, "$rounds"}
    assert run("check", "mine").exit_code == 0


def test_of_one_round_and_where_all_grows_already_no_more_is_asked() -> None:
    done = run("new", "mine", "--guided", stdin=f"{HEAD}plank\n8 reps +1 a week until 12\n\n\n")
    assert not read_table(own() / "mine.toml").keys() & {"weeks", "blocks"}
    assert "week 1, 2" not in done.stderr
    run("new", "other", "--guided", stdin=f"{HEAD}warm-up-quick\n\n")
    assert read_table(own() / "other.toml")["steps"] == [{"include": "warm-up-quick"}]


def test_a_routine_may_begin_with_a_warm_up_and_end_with_another_routine() -> None:
    done = run("new", "mine", "--guided", stdin="T\n\n\nwarm-up-quick\nplank\n\nCool down\n\n")
    assert "or rest; or begin with another routine, such as warm-up-five-step or warm-up-quick: " in done.stderr
    assert read_table(own() / "mine.toml")["steps"] == [
        {"include": "warm-up-quick"}, {"exercise": "plank"}, {"include": "cool-down"},
    ]  # fmt: skip
    assert run("check", "mine").exit_code == 0


def test_a_name_like_an_exercise_can_be_kept() -> None:
    run("new", "mine", "--guided", stdin="T\n\n\nplnak\nyes\n10\neach\n")
    assert read_table(own() / "mine.toml")["steps"] == [{"name": "plnak", "reps": 10, "sides": "each"}]


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ("", ""),
        (b"\xff\xfe\n", ""),
        ("T\n", 'title = "T"\n'),
        ("T\n\n\n", 'load = "low"\n'),
        ("T\n\n\nplank", '# Step 1 was not finished:\n# exercise = "plank"\n'),
        ("T\n\n\nplank\nsoon\n", '# Step 1 was not finished:\n# exercise = "plank"\n'),
        ("T\n\n\nplnak\n", '# Step 1 was not finished:\n# name = "plnak"\n'),
        ("T\n\n\nplnak\nno\n", 'load = "low"\n'),
        ("T\n\n\nMine\n40", '# Step 1 was not finished:\n# name = "Mine"\n# reps = 40\n'),
        ("T\n\n\nrest\n", '# Step 1 was not finished:\n# rest = ""\n'),
    ],
)
def test_answers_that_end_too_early_write_nothing_and_are_printed(answers: str | bytes, kept: str) -> None:
    done = run("new", "mine", "--guided", stdin=answers)
    assert done.exit_code == 1
    assert done.stdout.endswith(kept)
    assert bool(done.stdout) == bool(kept)
    assert tomllib.loads(done.stdout).get("title", "T") == "T"
    told = "; this is what you had answered" if kept else ""
    assert done.stderr.endswith(f"The answers ended before there was a whole step. Nothing was written{told}.\n")
    assert not (own() / "mine.toml").exists()


@pytest.mark.parametrize(
    ("half", "kept"),
    [
        ("hip-bridge\n", ['exercise = "hip-bridge"']),
        ("Zigzags\n12 reps\n", ['name = "Zigzags"', "reps = 12"]),
        ("rest\n", ['rest = ""']),
    ],
)
def test_a_step_the_answers_ended_in_is_a_comment_in_the_file(half: str, kept: list[str]) -> None:
    done = run("new", "mine", "--guided", stdin=f"T\n\n\nplank\n\n{half}")
    assert done.exit_code == 0, done.output
    assert "The answers ended within step 2; what there is of it is a comment in the file.\n" in done.stderr
    path = own() / "mine.toml"
    assert read_table(path)["steps"] == [{"exercise": "plank"}]
    comment = "".join(f"# {line}\n" for line in kept)
    assert path.read_text(encoding="utf-8").endswith(f"\n\n# Step 2 was not finished:\n{comment}")
    assert run("check", "--strict").exit_code == 0


def test_what_was_answered_is_not_lost_when_it_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    done = run("new", "mine", "--guided", stdin=ANSWERS)
    assert done.exit_code == 1
    assert "cannot be written: no space left on device." in done.stderr
    assert tomllib.loads(done.stdout)["title"] == "My hips"


@pytest.mark.parametrize(
    ("answers", "told", "kept"),
    [
        ("Hips\r", "Stopped. Nothing was written; this is", ['title = "Hips"']),
        (
            "Hips\r\r\rplank\r10s\rhip-bridge\r",
            "Stopped. Nothing was written; this is",
            ['title = "Hips"', '"plank"', '"10s"', "# Step 2 was not finished", '# exercise = "hip-bridge"'],
        ),
    ],
)
def test_ctrl_c_among_the_questions_writes_nothing_and_shows_what_was_answered(
    answers: str, told: str, kept: list[str]
) -> None:
    with Terminal([sys.executable, "-m", "hiproutine", "new", "mine", "--guided"], columns=120, warm=True) as terminal:
        terminal.wait_for("Title")
        terminal.send(answers)
        terminal.wait_for("10 reps:" if len(kept) > 1 else "When")  # the echo alone would come before anybody reads
        terminal.send(CTRL_C)
        assert terminal.wait() == 1
        assert told in terminal.text
        assert all(text in terminal.text for text in kept)
        assert terminal.restored
    assert not (own() / "mine.toml").exists()
