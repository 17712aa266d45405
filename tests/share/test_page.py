"""The page as a file: whole, small, closed to the outside, and with every text as text."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from hiproutine.figures.pose import Figure
from hiproutine.paths import bundled, find_paths
from hiproutine.routine.exercise_figure import figure_of
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from hiproutine.share.page import Pages
from hiproutine.share.sheet import DAYS
from tests.desk import Desk

LARGEST, LARGEST_PACKED = 150_000, 60_000
IDS = sorted(path.stem for path in bundled().glob("*.toml"))
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;{{data}}'\""


@pytest.fixture(scope="module")
def pages() -> Pages:
    """The one that makes them."""
    return Pages(_figure, {"cool-down": "Cool-down"}, cool_down=_bundled("cool-down").plan)


def _library() -> Library:
    return Library(find_paths())


def _figure(name: str) -> Figure | None:
    return figure_of(name, _library().catalogue)


def _bundled(name: str) -> Loaded:
    return _library().open(name)[0]


class Read(HTMLParser):
    """What a browser makes of it: elements with their attributes, and the text inside of script and style."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self.text = ""
        self._in = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes an element."""
        found = dict(attrs)
        self.elements.append((tag, found))
        self._in = f"{tag} {found.get('id') or ''}".strip()

    def handle_endtag(self, tag: str) -> None:
        """What follows is outside."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Notes a text."""
        self.inside[self._in] = self.inside.get(self._in, "") + data
        self.text += data


def test_the_page_asks_for_nothing_from_anywhere(pages: Pages) -> None:
    page = pages.page(_bundled("post-run-hip-stretch"))
    read = Read(page)
    attributes = {name for _, found in read.elements for name in found}
    assert not attributes & {"src", "srcset", "onclick", "onload", "style"}
    assert not [found for tag, found in read.elements if tag in {"link", "iframe", "object", "img"}]
    policy = next(str(found["content"]) for _, found in read.elements if found.get("http-equiv"))
    hashed = [read.inside[name].encode() for name in ("script code", "script", "style")]
    hashes = [b64encode(sha256(one).digest()).decode() for one in hashed]
    assert policy.startswith("default-src 'none'; ")
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes


@pytest.mark.parametrize("name", IDS)
def test_every_bundled_routine_fits(name: str, pages: Pages) -> None:
    page = pages.page(_bundled(name)).encode()
    assert len(page) < LARGEST
    assert len(gzip.compress(page, mtime=0)) < LARGEST_PACKED
    assert (b'"coolDown":{"id":"cool-down"' in page) is (name != "cool-down")


def test_texts_of_a_routine_are_texts(desk: Desk) -> None:
    quoted = json.dumps(HOSTILE)
    step = f"{{ name = {quoted}, hold = 10, cues = [{json.dumps('</script>&lt;b>')}], stop_if = {quoted} }}"
    text = f"title = {quoted}\nsummary = {quoted}\nwhy = {quoted}\nsafety = {quoted}\nsteps = [{step}]\n"
    path = desk.write(text, "hostile.toml")
    loaded = _library().open(str(path))[0]
    read = Read(Pages(_figure, {}).page(loaded))
    assert [tag for tag, _ in read.elements].count("script") == 3
    assert not [tag for tag, _ in read.elements if tag in {"img", "b2"}]
    assert not [name for _, found in read.elements for name in found if name.startswith("on")]
    data: dict[str, Any] = json.loads(read.inside["script routine"])
    assert data["plan"]["title"] == loaded.plan.title
    assert data["plan"]["intervals"][0]["name"] == loaded.plan.intervals[-1].name


def test_a_plan_goes_in_as_show_prints_it() -> None:
    from hiproutine.cli.printing import plan_values
    from hiproutine.plan.table import interval_table
    from hiproutine.share.data import CARRIED, USUAL, plan_table

    plan = _bundled("runner-leg-strength").plan
    shown = json.loads(json.dumps(plan_values(plan)))
    table = plan_table(plan)
    assert {key: table[key] for key in ("id", "title", "load", "seconds", "estimated")} == {
        key: shown[key] for key in ("id", "title", "load", "seconds", "estimated")
    }
    before, start = CARRIED, 0.0
    for given, expected, interval in zip(table["intervals"], shown["intervals"], plan.intervals, strict=True):
        whole = {**USUAL, **before, "start": start, **given}
        before, start = {key: whole[key] for key in CARRIED}, whole["start"] + whole["seconds"]
        cues = [{"at": cue["at"], "say": cue["say"]} for cue in whole["cues"]]
        both = [*interval_table(interval), "cues"]
        assert {**whole, "cues": cues}.items() >= {key: expected[key] for key in both}.items()


def test_what_is_usual_is_the_same_on_both_sides() -> None:
    from hiproutine.share.data import CARRIED, USUAL
    from hiproutine.share.sources import source

    for name, expected in (("USUAL", USUAL), ("CARRIED", CARRIED)):
        found = re.search(rf"const {name} = (\{{.*?\}});", source("plan.js"), re.DOTALL)
        assert found
        as_json = re.sub(r"(\w+):", r'"\1":', found[1]).replace(",\n}", "}")
        assert json.loads(as_json) == expected


def test_the_sheet_has_every_step_with_its_boxes(pages: Pages) -> None:
    read = Read(pages.page(_bundled("post-run-hip-stretch")))
    boxes = [found for _, found in read.elements if found.get("class") == "boxes"]
    figures = [found for tag, found in read.elements if tag == "svg" and found.get("viewbox")]
    (drawn,) = [found["d"] or "" for tag, found in read.elements if tag == "path" and "class" not in found]
    assert (len(boxes), len(figures), drawn.count("M")) == (4, 4, DAYS)
    assert "30 s a side" in read.text
    assert "Kneel on the left knee" not in read.inside.get("p", "")
    assert "Tuck the tail under. Ease the hips forward. Breathe slowly and deeply." in read.text


def test_a_page_of_the_longest_plan_is_made(desk: Desk, tmp_path: Path) -> None:
    step = '{ name = "' + "界" * 80 + '", hold = 5, sets = 20, set_rest = 5, transition = 0 }'
    text = 'title = "T"\n[[blocks]]\ntitle = "B"\nrounds = 20\nsteps = [' + ", ".join([step] * 5) + "]\n"
    path = desk.write(text, "long.toml")
    loaded = _library().open(str(path))[0]
    assert len(loaded.plan.intervals) > 3_000
    assert "界" * 80 in Pages(_figure, {}).page(loaded)
