"""Every item of the articles has its place, every place exists, and the manual says what was left out."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from hiproutine.guides.pages import NAMES
from hiproutine.paths import bundled
from hiproutine.routine.reading import read_table
from tests.content.places import ITEMS
from tests.guides.expected import COMMANDS, ROUTINES

MANUAL = (bundled() / "README.md").read_text(encoding="utf-8")
HEADING = "## What was left out, and why\n"
LEFT_OUT = MANUAL.partition(HEADING)[2].partition("\n## ")[0]


def exercises(routine: str) -> set[str]:
    """The exercises of a bundled routine."""
    table = read_table(bundled() / f"{routine}.toml")
    steps = [*table.get("steps", ()), *(step for block in table.get("blocks", ()) for step in block["steps"])]
    return {step["exercise"] for step in steps if "exercise" in step}


def exists(place: str) -> bool:
    kind, name, *exercise = place.split("/")
    if kind == "routine":
        return name in ROUTINES and set(exercise) <= (exercises(name) if exercise else set())
    if kind == "module":
        return find_spec(f"hiproutine.{name}") is not None
    return not exercise and name in {"guide": set(NAMES), "command": COMMANDS}[kind]


def test_every_item_has_an_entry() -> None:
    assert list(ITEMS) == [f"S{number}" for number in range(1, 73)]
    assert len({item.words for item in ITEMS.values()}) == 72


@pytest.mark.parametrize("number", ITEMS)
def test_an_item_is_somewhere_or_was_left_out(number: str) -> None:
    item = ITEMS[number]
    assert item.places or item.left_out
    assert [place for place in item.places if not exists(place)] == []


def test_the_manual_says_what_was_left_out() -> None:
    said = {line.removeprefix("- **").partition(".**")[0] for line in LEFT_OUT.splitlines() if line.startswith("- **")}
    beyond = {"Advertisements, links and jokes"}
    assert said == {item.left_out for item in ITEMS.values() if item.left_out} | beyond


@pytest.mark.parametrize(
    "place", ["routine/none", "routine/ice-therapy/plank", "guide/none", "command/none", "module/none"]
)
def test_a_place_that_is_none_is_noticed(place: str) -> None:
    assert not exists(place)
