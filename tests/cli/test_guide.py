"""`guide`: the list, a page, names that are none, and JSON."""

from __future__ import annotations

import json

import pytest

from hiproutine.guides.pages import CLOSING, NAMES, page
from tests.cli.running import hiproutine
from tests.cli.test_imports import loaded_by


def test_without_a_name_it_lists_the_guides_a_line_each() -> None:
    ran = hiproutine("guide", COLUMNS="80")
    assert (ran.status, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()] == list(NAMES)
    assert "warning-signs              When to see someone, and how soon.\n" in ran.out


def test_where_there_is_no_room_the_summary_stands_under_the_name() -> None:
    ran = hiproutine("guide", COLUMNS="60")
    assert ran.out.startswith("hip-pain\n    What may bring it on, and what to do first.\nwarning-signs\n")


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_a_page_is_plain_text_in_lines_that_fit(columns: str) -> None:
    ran = hiproutine("guide", "ice-and-heat", COLUMNS=columns)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("Ice and heat\n\nIce in the first two days")
    assert ran.out.endswith(f"\n\n{CLOSING}\n")
    assert max(map(len, ran.out.splitlines())) <= min(80, int(columns))
    assert not {"\x1b", "`", "*", "#"} & set(ran.out)
    assert "“hiproutine onset today”" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("warning-sign", "There is no guide called “warning-sign”. Did you mean warning-signs?"),
        ("ice", "Did you mean ice-and-heat?"),
        ("xyzzy", "There is no guide called “xyzzy”. “hiproutine guide” lists them all."),
        ("\x1b[31m", r"There is no guide called “\x1b[31m”."),
        ("../about", "There is no guide called “../about”."),
    ],
)
def test_a_name_that_is_none_is_answered_with_the_nearest(name: str, said: str) -> None:
    ran = hiproutine("guide", name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_json_has_the_whole_of_it() -> None:
    ran = hiproutine("guide", "--json")
    assert (ran.status, ran.err) == (0, "")
    found = json.loads(ran.out)["guides"]
    assert [one["id"] for one in found] == list(NAMES)
    assert all(list(one) == ["id", "title", "summary", "text"] for one in found)
    (one,) = json.loads(hiproutine("guide", "about", "--json").out)["guides"]
    assert (one["title"], one["text"]) == ("About hiproutine", page("about").text)


def test_reading_loads_next_to_nothing() -> None:
    loaded = loaded_by("guide", "strength")
    assert not loaded & {"textual", "rich", "pydantic", "sqlite3", "asyncio", "markdown_it", "tomllib", "tomli"}
    assert not {module for module in loaded if module.startswith(("hiproutine.tui", "hiproutine.routine"))}
