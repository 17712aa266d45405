"""Which files are checked, and what only several keys, or several files, show together."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.errors import Span
from hiproutine.paths import bundled, find_paths
from hiproutine.routine import loading, reading
from hiproutine.routine.checking import Checked, Checker, NothingThere, Source
from hiproutine.routine.library import Library
from tests.desk import Desk, blocks, routine

GOOD = routine('{ name = "A", hold = 30 }')
EXERCISE = 'name = "A"\nhold = "5s"\n'
BAD = "title = "


def write(path: Path, text: str = GOOD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def checker() -> Checker:
    return Checker(find_paths())


def check(*names: str | Path) -> list[Checked]:
    found = checker()
    return [*found.check(source for name in names for source in found.named(str(name)))]


def codes(checked: Checked) -> list[str]:
    return [problem.code for problem in checked.problems]


def codes_of(text: str, tmp_path: Path) -> list[str]:
    (checked,) = check(write(tmp_path / "mine.toml", text))
    return codes(checked)


def test_own_files_are_routines_and_exercises() -> None:
    assert checker().own() == []
    routine_path = write(find_paths().routines / "b.toml")
    exercise_path = write(find_paths().exercises / "a.toml", EXERCISE)
    assert checker().own() == [Source(routine_path, exercise=False), Source(exercise_path, exercise=True)]
    assert [checked.problems for checked in checker().check(checker().own())] == [(), ()]


def test_an_id_is_a_routine_or_an_exercise_ones_own_first() -> None:
    assert [c.path for c in check("warm-up-quick", "plank")] == [
        bundled() / "warm-up-quick.toml",
        bundled() / "exercises" / "plank.toml",
    ]
    own = write(find_paths().routines / "warm-up-quick.toml", BAD)
    (checked,) = check("warm-up-quick")
    assert (checked.path, codes(checked)) == (own, ["toml-syntax"])


def test_a_folder_is_its_routines_and_the_exercises_beside_them(tmp_path: Path) -> None:
    routines, home = tmp_path / "home" / "routines", tmp_path / "home"
    paths = [write(routines / "b.toml"), write(routines / "a.toml"), write(routines / "exercises" / "c.toml", EXERCISE)]
    other = write(home / "exercises" / "d.toml", EXERCISE)
    write(home / "config.toml", "theme = 'dark'")
    write(routines / "deeper" / "x.toml", BAD)
    assert {c.path for c in check(routines)} == {*paths}
    assert {c.path for c in check(home)} == {*paths, other}
    assert [c.path for c in check(home / "exercises")] == [other]
    assert check(tmp_path) == []
    assert not any(c.problems for c in check(home, routines))


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.toml")
    assert len(check(path, tmp_path, f"{tmp_path}/./a.toml")) == 1


@pytest.mark.parametrize("name", ["nobody", "./nobody", "nobody.toml", "~nobody/x", "a/" + "b" * 300, "", "a\x00b"])
def test_what_is_not_there_is_said(name: str) -> None:
    with pytest.raises(NothingThere, match="There is no file"):
        check(name)


@pytest.mark.parametrize(("asked", "offered"), [("warmup-quick", "warm-up-quick"), ("hip-brigde", "hip-bridge")])
def test_the_nearest_ids_are_offered(asked: str, offered: str) -> None:
    with pytest.raises(NothingThere, match=f"Did you mean {offered}"):
        check(asked)


def test_a_file_that_disappears_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    path = write(tmp_path / "a.toml")
    (source,) = checker().named(str(path))
    path.unlink()
    (checked,) = checker().check([source])
    assert (codes(checked), checked.problems[0].span, checked.text) == (["unreadable"], Span(1, 1, 1, 1), "")


def test_a_link_to_nowhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "gone")
    assert codes(check(tmp_path / "a.toml")[0]) == ["unreadable"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (EXERCISE, []),
        ('name = "A"\nkind = "yoga"', ["unknown-value"]),
        ('name = "A"\nsteps = [{ name = "B", hold = 5 }]', ["unknown-key"]),
        ("", ["missing-key", "no-steps"]),
        (BAD, ["toml-syntax"]),
    ],
)
def test_a_file_anywhere_is_an_exercise_if_it_looks_like_one(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes_of(text, tmp_path) == found


def test_a_name_that_is_no_id_is_an_error_in_the_library_only(tmp_path: Path) -> None:
    folder = find_paths()
    for path in (folder.routines / "My Routine.toml", tmp_path / "My Routine.toml"):
        write(path)
    write(folder.exercises / "Sit!.toml", EXERCISE)
    mine, sit = checker().check(checker().own())
    assert (codes(mine), codes(sit)) == (["bad-id"], ["bad-id"])
    assert mine.problems[0].help.endswith("or play it by its path")
    assert sit.problems[0].help == "name the file with a-z, 0-9 and - only"
    assert codes(check(tmp_path / "My Routine.toml")[0]) == []


def test_two_files_of_one_id_are_warned_of_unless_one_is_to_hide_the_other(tmp_path: Path) -> None:
    first, second = write(tmp_path / "one" / "cool-down.toml"), write(tmp_path / "two" / "cool-down.toml")
    write(find_paths().routines / "cool-down.toml")
    write(tmp_path / "exercises" / "cool-down.toml", EXERCISE)
    checked = {str(c.path): c for c in check(first, second, "cool-down", bundled(), tmp_path / "exercises")}
    assert [path for path, c in checked.items() if c.problems] == [str(second)]
    (problem,) = checked[str(second)].problems
    assert (problem.code, problem.severity) == ("duplicate-id", "warning")
    assert problem.message == f"{first} has the id “cool-down” too"


def test_what_is_misspelt_is_not_said_to_be_missing_as_well(tmp_path: Path) -> None:
    assert codes_of('titel = "T"\nsteps = [{ nam = "A", hld = 30 }]', tmp_path) == ["unknown-key"] * 3
    assert codes_of('title = "T"\nstps = [{ name = "A", hold = 30 }]', tmp_path) == ["unknown-key"]
    assert codes_of('title = "T"\nsteps = [{ name = "A", sids = "each" }]', tmp_path) == ["no-dose", "unknown-key"]


def test_every_problem_of_a_cue_and_of_a_list_is_said(tmp_path: Path) -> None:
    step = '{ name = "A", hold = 30, cues = [{ at = "hlf", say = "{who}", by = 1 }, {}], easier = ["A!", "b/c", "zz"] }'
    assert codes_of(routine(step), tmp_path) == [
        "bad-cue", "bad-cue", "unknown-key", "missing-key", "missing-key", "bad-id", "bad-id", "unknown-exercise",
    ]  # fmt: skip


def test_control_characters_are_said_beside_everything_else(tmp_path: Path) -> None:
    assert codes_of('title = "a\\u0007"\nload = "hgih"\nwhy = 5', tmp_path) == [
        "no-steps", "control-character", "unknown-value", "wrong-type",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "warned"),
    [
        ('blocks = [{ title = "B", rounds = 3, steps = [{ name = "A", hold = 20 }] }]', True),
        ('blocks = [{ title = "B", rounds = 2, steps = [{ name = "A", hold = 29 }] }]', False),
        ('blocks = [{ title = "B", rounds = 2, steps = [{ name = "A", hold = 15, sets = 2, sides = "each" }] }]', True),
        ('blocks = [{ title = "B", rounds = 2, time = "2m10s", steps = [{ exercise = "plank" }] }]', True),
        ('blocks = [{ title = "B", rounds = 2, steps = [{ name = "A", hold = 20 }, { name = "A", hold=9 }] }]', False),
        ('steps = [{ name = "A", hold = 40 }, { name = "A", hold = 40 }]', False),
        ('steps = [{ name = "A", time = 90 }]', False),
    ],
)  # fmt: skip
def test_holds_before_a_run_add_up_over_sets_and_rounds(tmp_path: Path, body: str, warned: bool) -> None:
    found = codes_of(f'title = "T"\nwhen = ["pre-run"]\n{body}', tmp_path)
    assert found == (["long-static-hold-before-run"] if warned else [])


def test_everything_that_is_bundled_is_without_a_problem() -> None:
    checked = check(bundled())
    assert len(checked) > 60
    assert [c.path for c in checked if c.problems] == []


def test_both_mistakes_of_rounds_on_time_are_named_at_once(desk: Desk) -> None:
    block = 'title = "B", every = "3s", rounds = 2, round_rest = 5, steps = [{ name = "A", hold = 5 }]'
    assert [(one.place[-1], one.message) for one in desk.problems(blocks(block))] == [
        ("every", "a round takes 5 s, changes included, and every is 3 s"),
        ("round_rest", "with “every” the rest is what is left"),
    ]
    inner = '{ title = "C", every = "9s", time = "1m", steps = [{ name = "A", hold = 5 }] }'
    assert [one.message for one in desk.problems(blocks(f'title = "B", every = "1m", blocks = [{inner}]'))] == [
        "the block that this stands in says already how long it takes",
        "a block has time or every, not both",
    ]


def test_a_step_writes_no_side_where_its_block_has_both_in_turn(desk: Desk) -> None:
    step = '{ name = "A", hold = 5, sides = "each" }'
    problem = desk.problem(blocks(f'title = "B", sides = "each", steps = [{step}]'))
    assert problem.message == "the block is done on one side and then on the other already"


WARNED = 'title = "W"\nwhen = ["pre-run"]\nsteps = [{ exercise = "mine", hold = "90s" }]\n'


def test_a_routine_that_was_checked_is_not_read_again_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(find_paths().exercises / "mine.toml", EXERCISE)
    path = write(tmp_path / "mine.toml", WARNED)
    first = check(path)
    assert codes(first[0]) == ["long-static-hold-before-run"]
    assert first[0].problems[0].line == 3
    with monkeypatch.context() as patched:
        patched.setattr(loading, "load_table", lambda *_: pytest.fail("it is read"))
        assert check(path) == first
        assert Library(find_paths()).open(str(path))[0].plan.steps == 1
    write(find_paths().exercises / "mine.toml", BAD)
    assert codes(check(path)[0]) == ["unknown-exercise"]
    write(path, BAD)
    assert codes(check(path)[0]) == ["toml-syntax"]
    assert codes(check(path)[0]) == ["toml-syntax"]


def test_what_changes_between_reading_and_keeping_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "mine.toml", WARNED.replace('exercise = "mine"', 'name = "A"'))
    really = reading.read_text

    def read_text(one: Path) -> str:
        text = really(one)
        write(path, GOOD)
        return text

    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_text", read_text)
        assert codes(check(path)[0]) == ["long-static-hold-before-run"]
    assert Library(find_paths()).kept(path) is None
    assert codes(check(path)[0]) == []
