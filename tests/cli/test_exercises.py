"""`exercises`: the catalogue, searched and shown."""

from __future__ import annotations

import json

from hiproutine.paths import bundled, find_paths
from tests.cli.authors import run, write


def ids(*arguments: str) -> list[str]:
    return [entry["id"] for entry in json.loads(run("exercises", "--json", *arguments).stdout)["exercises"]]


def test_every_exercise_is_listed() -> None:
    done = run("exercises")
    listed = [line.split(maxsplit=1)[0] for line in done.stdout.splitlines()]
    assert listed == ids() == sorted(path.stem for path in (bundled() / "exercises").glob("*.toml"))
    assert all(len(line) <= 110 for line in done.stdout.splitlines())


def test_exercises_are_found_by_words_and_filters() -> None:
    assert "knee-plank" in ids("plank", "knee")
    assert ids("forearm", "PLANK") == ["plank"]
    assert set(ids("--kind", "rolling")) == {"roll-glute", "roll-side-hip", "roll-thigh"}
    assert len(ids("--kind", "rolling", "--kind", "balance")) == 7
    assert set(ids("--area", "glutes", "--kind", "balance")) <= set(ids("glutes"))
    assert ids("--equipment", "step") == ["hip-hike"]
    assert not set(ids("--equipment", "none")) & set(ids("--equipment", "mat"))
    assert set(ids()) - set(ids("--avoid", "groin")) == {"butterfly-stretch"} or len(ids("--avoid", "groin")) < len(
        ids()
    )


def test_a_search_that_finds_nothing_says_so() -> None:
    done = run("exercises", "zzz")
    assert (done.exit_code, done.stdout) == (0, "No exercise suits that. Leave a word or a filter out.\n")
    assert ids("zzz") == []
    assert run("exercises", "--kind", "yoga").exit_code == 2


def test_exercises_are_found_as_they_are_typed_and_by_their_other_names() -> None:
    for asked, meant in {
        "pidgeon": "pigeon-pose",
        "clam shell": "clamshell",
        "itb": "it-band-stretch",
        "piriformis": "figure-four-stretch",
        "Glute bridges": "hip-bridge",
        "ice": "ice-pack",
    }.items():
        assert ids(asked)[:1] == [meant], asked
    assert "nearest: plank" in run("exercises", "plank", "zebra").stdout
    assert "nearest: pigeon-pose." in run("exercises", "pigeon", "--kind", "rolling").stdout
    assert json.loads(run("exercises", "plank", "zebra", "--json").stdout)["nearest"][0] == "plank"


def test_exercises_that_no_routine_has_are_said() -> None:
    assert ids("bridge") == ["hip-bridge", "single-leg-bridge"]
    line = "single-leg-bridge is in no routine yet: hiproutine new --with single-leg-bridge"
    assert run("exercises", "bridge").stdout.splitlines()[2:] == [line]
    assert line in run("exercises", "single-leg-bridge").stdout
    assert "\nIn: ice-therapy\n" in run("exercises", "ice-pack").stdout
    assert json.loads(run("exercises", "bridge", "--json").stdout)["unused"] == ["single-leg-bridge"]
    write(
        find_paths().routines / "b.toml",
        'title = "B"\n[[blocks]]\ntitle = "A"\nsteps = [{exercise = "Single leg bridge"}]',
    )
    write(find_paths().routines / "zz.toml", "title = ")
    assert "no routine yet" not in run("exercises", "bridge").stdout
    assert "\nIn: b\n" in run("exercises", "single-leg-bridge").stdout


def test_one_exercise_is_shown_whole() -> None:
    done = run("exercises", "plank")
    assert done.exit_code == 0
    assert done.stdout.startswith("Plank (plank)\nstrength, prone, both sides at once, hold 20 s\nYou need: mat\n")
    assert "“Make one straight line”" in done.stdout
    record = json.loads(run("exercises", "plank", "--json").stdout)
    assert (record["id"], record["hold"], record["own"], record["problems"]) == ("plank", 20, False, [])
    assert record["cues"][0] == {"at": None, "say": "Make one straight line"}


def test_ones_own_exercises_are_shown_the_same_way() -> None:
    path = write(
        find_paths().exercises / "wall-sit.toml", 'name = "Wall sit [red]"\nhold = "30s"\nmuscles = ["thighs"]'
    )
    assert ids("wall")[:1] == ["wall-sit"]
    done = run("exercises", "wall-sit")
    unused = "wall-sit is in no routine yet: hiproutine new --with wall-sit"
    assert done.stdout == f"Wall sit [red] (wall-sit)\nhold 30 s\nWorks: thighs\n{unused}\nYour own: {path}\n"
    write(find_paths().exercises / "plank.toml", 'name = "My plank"')
    assert run("exercises", "plank").stdout.startswith("My plank (plank)\n")
    assert ids().count("plank") == 1


def test_a_broken_exercise_is_listed_and_hides_nothing() -> None:
    path = write(find_paths().exercises / "plank.toml", "name = 5")
    write(find_paths().exercises / "sit.toml", "name = ")
    told = f'{path}:1:8: name: 5 stands where a text belongs. Write "5".'
    listed, broken = run("exercises").stdout.split("\nCannot be used:\n")
    assert "\nplank " in listed
    assert broken.splitlines()[0] == told
    done = run("exercises", "plank")
    assert (done.exit_code, done.stderr) == (0, f"{told}\n")
    assert done.stdout.startswith("Plank (plank)")
    assert run("exercises", "sit").exit_code == 1
    assert ids().count("plank") == 2


def test_the_schema_offers_ones_own_exercises_where_they_are_asked_for() -> None:
    write(find_paths().exercises / "my-own.toml", 'name = "Mine"\nhold = "30s"\n')
    offered = {
        option: json.loads(run("schema", *option).stdout)["definitions"]["Step"]["properties"]["exercise"]["anyOf"][0]
        for option in ((), ("--mine",))
    }
    assert "plank" in offered[()]["enum"]
    assert set(offered[("--mine",)]["enum"]) - set(offered[()]["enum"]) == {"my-own"}
