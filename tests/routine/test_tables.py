"""What is read without pydantic, beside what pydantic makes of it: one judgement, and the same values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from hiproutine.errors import BadFile
from hiproutine.paths import bundled
from hiproutine.routine.judging import judged
from hiproutine.routine.model import Block, Defaults, Exercise, Routine, Step
from hiproutine.routine.pydantic_models import record_of
from hiproutine.routine.reading import read_text, table_of
from hiproutine.routine.tables import NotPlain, Table, keys_of, plainly, values_of
from hiproutine.routine.values import BadValue
from hiproutine.routine.variables import filled_in
from tests.cli.running import python
from tests.mutations import mutations

ALL = (Routine, Block, Step, Defaults, Exercise)
LEAST: dict[type[Table], dict[str, Any]] = {Routine: {"title": "T"}, Exercise: {"name": "A"}}
VALUES: list[Any] = [
    "", " ", "\x1c", "a", "x" * 81, "x" * 301, "30s", "0s", "25h", "10", "8-12", "2-1-2", "5:00 /km", "400m", "10 kg",
    "red", "easy", "each", "both", "pre-run", "low", "left", "sorer", "wait", "finish", "kneeling", "stretch", "groin",
    "hip-bridge", "Hip bridge", 0, 1, 2, 20, 21, -1, 10**30, 1.0, 30.5, True, False, [], ["a"], [""], ["groin"],
    ["pre-run"], ["a", 1], [5, "6s"], ["a"] * 4, ["a"] * 5, ["a"] * 101, [[]], [{}], {}, {"a": 1},
    {"left": 1, "right": 2}, {"steps": []}, {"get_ready": "5s"}, {"hold": "+5s a week"}, {"reps": "+1 every week"},
    [{"at": "half", "say": "Now"}], [{"name": "A"}], [{"title": "B"}],
    [{"title": "B", "blocks": [{"steps": [{"hold": "5s"}]}]}],
]  # fmt: skip


def told(value: Any) -> Any:
    """A table with everything in it, to be compared, types and all."""
    if isinstance(value, Table):
        return type(value), value.said, {key: told(one) for key, one in values_of(value).items()}
    if isinstance(value, tuple):
        return [*map(told, value)]
    return (type(value), asdict(value)) if is_dataclass(value) and not isinstance(value, type) else (type(value), value)


def judgements(kind: type[Table], table: dict[str, Any]) -> tuple[Any, Any]:
    """What both say of a table; None for “something may be wrong”."""
    try:
        plain = told(plainly(kind, table))
    except (NotPlain, BadValue):
        plain = None
    try:
        return plain, told(record_of(kind, table))
    except ValidationError:
        return plain, None


def read_tables(contents: Iterator[bytes], folder: Path) -> Iterator[dict[str, Any]]:
    """Those of files that are TOML, as they are when they are judged."""
    path = folder / "file.toml"
    for content in contents:
        path.write_bytes(content)
        try:
            yield filled_in(table_of(read_text(path))).table
        except BadFile:
            continue


@pytest.mark.parametrize("kind", ALL)
def test_for_every_key_and_value_both_judge_alike(kind: type[Table]) -> None:
    left = []
    for key in [*keys_of(kind), "unknown", "said", "changed"]:
        for value in VALUES:
            plain, whole = judgements(kind, {**LEAST.get(kind, {}), key: value})
            if plain is None and whole is not None:
                left.append((key, value))
            else:
                assert plain == whole, (key, value)
    others = [(key, value) for key, value in left if value != "\x1c"]  # a blank to Python, to pydantic none
    assert others == ([("format", 1.0), ("format", True)] if kind is Routine else [])


def test_whatever_is_read_plainly_pydantic_reads_alike(tmp_path: Path) -> None:
    plainly_read = 0
    for table in read_tables(mutations(400, seed=21), tmp_path):
        for kind in (Routine, Exercise):
            plain, whole = judgements(kind, table)
            plainly_read += plain is not None
            assert plain == whole or plain is None
    assert plainly_read > 20


def test_what_comes_with_the_program_is_read_plainly() -> None:
    for path in sorted(bundled().rglob("*.toml")):
        kind = Exercise if path.parent.name == "exercises" else Routine
        table = filled_in(table_of(read_text(path))).table
        assert told(plainly(kind, table)) == told(record_of(kind, table)), path


def test_pydantic_has_the_last_word_on_what_is_not_plain() -> None:
    with pytest.raises(NotPlain):
        plainly(Step, {"name": "\x1c"})
    assert judged(Step, {"name": "\x1c"}).said == {"name"}


def test_what_must_be_said_is_asked_for() -> None:
    with pytest.raises(BadFile) as caught:
        judged(Routine, {"summary": "S"})
    assert [(one.code, one.keys) for one in caught.value.problems] == [("missing-key", ("title",))]


def test_too_many_cues_are_counted_before_each_is_judged() -> None:
    with pytest.raises(BadFile) as caught:
        judged(Step, {"cues": ["{"] * 101})
    assert [(one.code, one.place) for one in caught.value.problems] == [("out-of-range", ("cues",))]


def test_a_table_is_frozen_and_another_one_is_made_of_it() -> None:
    step: Any = judged(Step, {"name": "A", "hold": "5s"})
    with pytest.raises(AttributeError, match="hold cannot be set"):
        step.hold = 6
    other = step.changed({"hold": 6, "setup": None})
    assert (step.hold, other.hold, other.name, other.said) == (5, 6, "A", {"name", "hold", "setup"})
    assert repr(step) == "Step(name='A', hold=5)"


def test_no_key_is_called_as_what_a_table_can_do() -> None:
    assert not {key for kind in ALL for key in keys_of(kind)} & {key for key in dir(Table) if key != "__doc__"}


def test_what_a_file_needs_is_loaded_and_no_more(tmp_path: Path) -> None:
    """Without problems neither pydantic nor click, with problems both."""
    for name, line, loads in (("right", 'hold = "30s"', False), ("wrong", 'hodl = "30s"', True)):
        path = tmp_path / f"{name}.toml"
        path.write_text(f'title = "T"\n[[steps]]\nname = "A"\n{line}\n', encoding="utf-8")
        program = (
            "import atexit, sys; from hiproutine.__main__ import main\n"
            "atexit.register(lambda: print(*{'pydantic', 'click'}.intersection(sys.modules)))\n"
            "main()"
        )
        loaded = python("-c", program, "check", str(path)).out.splitlines()[-1].split()
        assert {*loaded} == ({"pydantic", "click"} if loads else set())
