"""The schema, with the models it is made of and the TOML tools that read it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hiproutine.authoring.hints import HINTS
from hiproutine.authoring.schema import FILE_NAME, exercise_schema, routine_schema, schema_text
from hiproutine.paths import bundled
from hiproutine.routine import patterns
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.cue_values import parse_cue
from hiproutine.routine.durations import parse_duration
from hiproutine.routine.judging import judged
from hiproutine.routine.model import Block, Defaults, Exercise, Routine, Step
from hiproutine.routine.tables import Table, keys_of
from hiproutine.routine.values import BadValue, parse_slug, parse_tempo
from tests.desk import blocks, routine
from tests.routine.broken import STEP

TOOLS = Path(sys.executable).parent
ROUTINES = sorted(bundled().glob("*.toml"))
PROGRAMMES = sorted((Path(__file__).parents[1] / "routine" / "programmes").glob("*.toml"))
EXERCISES = sorted((bundled() / "exercises").glob("*.toml"))
SCHEMAS = {"routine": routine_schema(), "exercise": exercise_schema()}

TABLES: dict[str, type[Table]] = {
    "Routine": Routine,
    "Block": Block,
    "InnerBlock": Block,
    "Step": Step,
    "BlockStep": Step,
    "Defaults": Defaults,
    "Exercise": Exercise,
}

BROKEN = {
    "unknown key": routine('{ name = "A", hold = 5, sids = "each" }'),
    "unknown key at the top": f'titel = "T"\ntitle = "T"\n{STEP}',
    "unknown key of a default": f'title = "T"\n[defaults]\nswich = 5\n{STEP}',
    "no title": STEP,
    "title too long": f'title = "{"x" * 81}"\n{STEP}',
    "no steps": 'title = "T"\n',
    "no steps in a list": 'title = "T"\nsteps = []\n',
    "no steps in a block": blocks('title = "B", steps = []'),
    "steps and blocks": f'title = "T"\nblocks = [{{ title = "B", steps = [{{ name = "A", hold = 5 }}] }}]\n{STEP}',
    "two doses": routine('{ name = "A", time = 5, reps = 3 }'),
    "two doses and a hold": routine('{ name = "A", hold = 5, reps = 3, open = 5 }'),
    "a hold and a tempo": routine('{ name = "A", hold = 5, reps = 3, tempo = "2-1-2" }'),
    "range": routine('{ name = "A", reps = "8 to 12" }'),
    "range in a list": routine('{ name = "A", reps = ["8-x", 5] }'),
    "no sets": routine('{ name = "A", reps = [] }'),
    "too many sets": routine(f'{{ name = "A", reps = [{", ".join("5" * 21)}] }}'),
    "length in a list": routine('{ name = "A", hold = ["20s", "x"] }'),
    "half of a side": routine('{ name = "A", reps = { left = 3 }, sides = "each" }'),
    "sides of a block": blocks('title = "B", sides = "left", steps = [{ name = "A", hold = 5 }]'),
    "key of an inner block": blocks('title = "B", blocks = [{ title = "C", nam = 1, steps = [{ rest = 5 }] }]'),
    "steps and blocks of a block": blocks(
        'title = "B", steps = [{ rest = 5 }], blocks = [{ title = "C", steps = [{ rest = 5 }] }]'
    ),
    "week that is none": routine('{ name = "A", hold = 5 }', head="weeks = [5]"),
    "growth by words": routine('{ name = "A", reps = 5, progress = { reps = "more", until = 8 } }'),
    "growth of a name": routine('{ name = "A", reps = 5, progress = { name = "+1", until = 8 } }'),
    "growth without an end": routine('{ name = "A", reps = 5, progress = { reps = "+1 a week" } }'),
    "growth of two": routine('{ name = "A", reps = 5, progress = { reps = "+1", sets = "+1", until = 8 } }'),
    "growth of a block": blocks('title = "B", progress = { reps = "+1", until = 8 }, steps = [{ rest = 5 }]'),
    "include and a dose": routine('{ include = "cool-down", hold = 5 }'),
    "include no id": routine('{ include = "Cool/down" }'),
    "skip of nothing": routine('{ name = "A", hold = 5, skip = ["x"] }'),
    "skip no list": routine('{ include = "cool-down", skip = "x" }'),
    "include and steps": blocks('include = "cool-down", steps = [{ rest = 5 }]'),
    "no title of a block": blocks("steps = [{ rest = 5 }]"),
    "late for what": blocks('title = "B", every = "1m", late = "never", steps = [{ rest = 5 }]'),
    "nothing in a block": blocks('title = "B"'),
    "three sides": routine('{ name = "A", reps = { left = 3, right = 2, up = 1 }, sides = "each" }'),
    "no set on a side": routine('{ name = "A", sets = { left = 0, right = 2 }, reps = 3, sides = "each" }'),
    "list of rests": routine('{ name = "A", hold = 5 }', "{ rest = [5, 6] }"),
    "two doses in a block": blocks('title = "B", steps = [{ name = "A", rest = 5, time = 3 }]'),
    "no dose": routine('{ name = "A" }'),
    "no name": routine("{ hold = 5 }"),
    "no name in a block": blocks('title = "B", steps = [{ hold = 5 }]'),
    "duration": routine('{ name = "A", hold = "30 secs" }'),
    "fraction": routine('{ name = "A", hold = 1.5 }'),
    "zero": routine('{ name = "A", hold = 0 }'),
    "too long": routine('{ name = "A", hold = 20000 }'),
    "reps": routine('{ name = "A", reps = 201 }'),
    "sets": routine('{ name = "A", hold = 5, sets = 0 }'),
    "rounds": blocks('title = "B", rounds = 21, steps = [{ name = "A", hold = 5 }]'),
    "tempo": routine('{ name = "A", reps = 5, tempo = "2/1/2" }'),
    "tempo of a hold": routine('{ name = "A", hold = 5, tempo = "2-1-2" }'),
    "sides of a rest": routine('{ name = "A", hold = 5 }', '{ rest = 5, sides = "each" }'),
    "sets of a confirm": routine('{ confirm = "Ready?", sets = 2 }'),
    "load": routine('{ name = "A", hold = 5 }', head='load = "hgih"'),
    "when": routine('{ name = "A", hold = 5 }', head='when = ["noon"]'),
    "id": routine('{ exercise = "Hip/Bridge", hold = 5 }'),
    "neighbour": routine('{ name = "A", hold = 5, easier = ["B!"] }'),
    "placeholder": routine('{ name = "A", hold = 5, cues = ["{who}"] }'),
    "moment": routine('{ name = "A", hold = 5, cues = [{ at = "hlf", say = "x" }] }'),
    "cue without a text": routine('{ name = "A", hold = 5, cues = [{ at = "half" }] }'),
    "key of a cue": routine('{ name = "A", hold = 5, cues = [{ at = "half", say = "x", by = "y" }] }'),
    "format": routine('{ name = "A", hold = 5 }', head="format = 2"),
    "number for a text": routine('{ name = "A", hold = 5 }', head="why = 5"),
    "text for a list": routine('{ name = "A", hold = 5 }', head='tags = "a"'),
    "no name of a value": routine('{ name = "A", hold = "$9" }', head="vars = { a = 5 }"),
    "first side": routine('{ name = "A", hold = 5 }', head='defaults = { first_side = "sore" }'),
}
BROKEN_EXERCISES = {
    "no name": 'kind = "strength"\n',
    "kind": 'name = "A"\nkind = "yoga"\n',
    "sides": 'name = "A"\nreps = { left = 3, right = 2 }\n',
    "two doses": 'name = "A"\ntime = 5\nreps = 3\n',
    "tempo": 'name = "A"\nreps = 3\ntempo = "2-1-2"\n',
    "area": 'name = "A"\navoid_if = ["knee"]\n',
}


def run(tool: str, *arguments: str | Path, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TOOLS / tool, *arguments], cwd=at, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
    )


def verdicts(tool: str, folder: Path) -> tuple[int, set[str]]:
    """The status of a tool over a folder of files, and the names of those it complains of."""
    names = sorted(path.name for path in folder.glob("*.toml"))
    lint = ["lint", "--offline", *names] if tool == "tombi" else ["lint", "--colors", "never", *names]
    done = run(tool, *lint, at=folder)
    said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    where = r"at (?:\S*/)?([\w-]+)\.toml" if tool == "tombi" else r"┌─ (?:\S*/)?([\w-]+)\.toml"
    return done.returncode, set(re.findall(where, said))


def laid_out(folder: Path, kind: str, files: dict[str, str]) -> Path:
    """A folder of files that name the schema beside them."""
    folder.mkdir()
    (folder / FILE_NAME).write_text(schema_text(SCHEMAS[kind]), encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(f"#:schema ./{FILE_NAME}\n{text}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("tool", ["taplo", "tombi"])
@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_toml_tools_accept_every_bundled_file_without_a_word(tmp_path: Path, tool: str, kind: str) -> None:
    paths = [*ROUTINES, *PROGRAMMES] if kind == "routine" else EXERCISES
    files = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    assert verdicts(tool, laid_out(tmp_path / "files", kind, files)) == (0, set())


@pytest.mark.parametrize("tool", ["taplo", "tombi"])
@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_toml_tools_reject_every_broken_file(tmp_path: Path, tool: str, kind: str) -> None:
    broken = BROKEN if kind == "routine" else BROKEN_EXERCISES
    files = {name.replace(" ", "-"): text for name, text in broken.items()}
    assert verdicts(tool, laid_out(tmp_path / "files", kind, files)) == (1, set(files))


EXERCISE, NAME = 'exercise = "plank"', 'name = "A"'
LINES = (
    "hold = 5", 'hold = "0s"', 'hold = "0:00"', 'hold = "5h"', "hold = 0", "hold = 30.0", "reps = 8", "reps = 8.0",
    'distance = "400m"', 'distance = ["0m", "1 mi"]', 'distance = 400', 'distance = "101 km"',
    'pace = "5:30 /km"', 'pace = "5:30"',
    "reps = 0", 'reps = "8-12"', "reps = [8, 6]", "hold = [5, 6]", "reps = { left = 3, right = 2 }",
    'tempo = "2-1-2"', 'tempo = "0-0-0"', 'sides = "each"', "sets = 2.0", 'rest = "0 s"',
    'rest = "10s"', 'confirm = "Go"',
    'easier = "knee-plank"', 'easier = ["knee-plank"]', 'easier = ["none-such"]', 'exercise = "none-such"',
    'exercise = "Hip Bridge"', 'exercise = "hip-bridge"', 'equipment = "mat"', "cues = []", 'transition = "0s"',
    'cues = [{ at = "9s", say = "x" }]', 'cues = [{ at = 2, say = "{nobody}" }]', 'name = " "', 'when = "pre-run"',
)  # fmt: skip
UNSEEN = {
    "unknown-key",
    "missing-key",
    "unknown-routine",
    "include-circle",
    "bad-tempo",
    "no-dose",
    "bad-duration",
    "unknown-value",
    "unknown-exercise",
    "bad-cue",
    "block-time",
    "plan-too-long",
    "control-character",
    "out-of-range",
}
"""The codes of what no schema can see, or not as these tools read it; the manual has an example of each."""


@pytest.mark.long
def test_what_the_schema_accepts_and_check_refuses_is_in_the_manual_and_nothing_else(tmp_path: Path) -> None:
    heads = {
        "step": 'title = "T"\n[[steps]]\n',
        "timed": 'title = "T"\n[[blocks]]\ntitle = "B"\ntime = 60\n[[blocks.steps]]\n',
    }
    files = {}
    for head, above in heads.items():
        for first, own in {"named": NAME, "lent": EXERCISE}.items():
            for number, line in enumerate(LINES):
                for second, other in enumerate(("", *LINES[:10:3])):
                    keys = [one.partition(" =")[0] for one in (own, line, other) if one]
                    if len(set(keys)) == len(keys):
                        files[f"{head}-{first}-{number}-{second}"] = f"{above}{own}\n{line}\n{other}\n"
    folder, catalogue = laid_out(tmp_path / "files", "routine", files), Catalogue([bundled() / "exercises"])
    refused = {tool: verdicts(tool, folder)[1] for tool in ("taplo", "tombi")}
    for name, text in files.items():
        found = check_file(Source(folder / f"{name}.toml", exercise=False), catalogue).problems
        codes = {one.code for one in found if one.severity == "error"}
        for tool, complained in refused.items():
            if name not in complained and codes:
                floats = tool == "taplo" and re.search(r"= \d\.0", text)
                more = {"wrong-type"} if floats or "{ left" in text else set()
                assert codes & (UNSEEN | more), (tool, text, codes)


def test_the_manual_shows_what_only_check_sees() -> None:
    manual = (bundled() / "README.md").read_text(encoding="utf-8")
    listed = manual.partition("What the schema accepts and `check` refuses")[2].partition("##")[0]
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", listed)) == UNSEEN | {"wrong-type"}


def tables_of(kind: str) -> dict[str, Any]:
    """Every table of a schema, by name."""
    schema = SCHEMAS[kind]
    return {kind.capitalize(): schema, **schema["definitions"]}


@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_every_key_of_the_models_is_described_and_there_are_no_others(kind: str) -> None:
    for name, table in tables_of(kind).items():
        assert table["properties"].keys() == keys_of(TABLES[name]).keys()
        assert table["additionalProperties"] is False
        for key, value in table["properties"].items():
            assert value["description"].endswith("."), (name, key)
            assert "examples" in value or key in {"steps", "blocks", "defaults"}, (name, key)
    for name, hints in HINTS.items():
        assert name in {"Cue", "Sided", "StepProgress", "BlockProgress"} or hints.keys() == keys_of(TABLES[name]).keys()


@pytest.mark.parametrize("table", ["Routine", "Block", "Step", "Defaults", "Exercise"])
def test_every_example_is_one(table: str) -> None:
    least: dict[str, dict[str, Any]] = {
        "Routine": {"title": "T"},
        "Block": {"title": "B", "steps": []},
        "Exercise": {"name": "A"},
    }
    for key, hint in HINTS[table].items():
        for example in hint.examples:
            judged(TABLES[table], {**least.get(table, {}), key: example})


def test_the_schema_is_draft_07_and_knows_no_null() -> None:
    for schema in SCHEMAS.values():
        text = json.dumps(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert '"null"' not in text
        assert "$defs" not in text
        assert set(re.findall(r'"\$ref": "([^"]*)"', text)) <= {
            f"#/definitions/{name}" for name in schema["definitions"]
        }


def takes(parse: Any, value: str) -> bool:
    try:
        parse(value)
    except BadValue as bad:
        return bad.code == "out-of-range"  # the pattern is right, the amount is not
    return True


@pytest.mark.parametrize(
    "value",
    ["30s", "1m30s", "1h", "1h30s", "1:30", "0:05", "90:00", "1:02:30", "1:2:30", "04:00:00", "1:0060:00", "1:059:00",
     "20 s", "1 min", "1 m 30 s", "1 h 05 min", "90", "1 min s", "1:60", "1:5", "1:60:00", "", "s", "m",
     "1m1h", "30S", " 30s", "-30s", "٣s", "9999999s",
     "1:00:60", "12345:00"],
)  # fmt: skip
def test_the_pattern_of_durations_takes_what_the_parser_takes(value: str) -> None:
    assert bool(re.search(patterns.DURATION, value)) == takes(parse_duration, value)
    moment = {"at": value, "say": "x"}
    assert bool(re.search(patterns.MOMENT, value)) == (takes(parse_cue, moment) or value == "half")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "value", ["a", "-a", "a-b", "A", "Hip Bridge", "a b ", " a", "", "a" * 100, "a" * 101, "a_b", "é"]
)
def test_the_pattern_of_ids_takes_what_the_parser_takes(value: str) -> None:
    assert bool(re.search(patterns.SLUG["pattern"], value)) == takes(parse_slug, value)


@pytest.mark.parametrize("value", ["2-1-2", "2-1-2-1", "2-1", "2-1-2-1-1", "100-1-1", "2/1/2", "-1-1-1", "2-1-"])
def test_the_pattern_of_tempos_takes_what_the_parser_takes(value: str) -> None:
    assert bool(re.search(patterns.TEMPO["pattern"], value)) == takes(parse_tempo, value)


@pytest.mark.parametrize(
    "value", ["Breathe", "{name} {side}", "{{so}}", "{who}", "{", "}", "{{{name}}}", "{{}", "a}}b"]
)
def test_the_pattern_of_cues_takes_what_the_parser_takes(value: str) -> None:
    assert bool(re.search(patterns.CUE_TEXT, value)) == takes(parse_cue, value)
