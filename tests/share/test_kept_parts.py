"""What pages have in common is kept ready, and a page is the same with it and without."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hiproutine.paths import find_paths
from hiproutine.routine.compiled_file import Kept, read, write
from hiproutine.routine.compiled_stamps import cached_stamp, shipped_stamp
from hiproutine.routine.library import Library
from hiproutine.share import kept_parts, modules
from hiproutine.share.kept_parts import CODE, ENDS, Parts
from hiproutine.share.shipping import write_shipped_parts
from hiproutine.share.writing import write_page


def _page(place: Path, name: str = "cool-down") -> str:
    library = Library(find_paths())
    return write_page(library, library.open(name)[0], place / "page.html", force=True).read_text()


def _place() -> Path:
    return find_paths().compiled / "pages"


@pytest.fixture
def nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes a script or draws a figure from now on fails."""
    monkeypatch.setattr(kept_parts, "_modules", None)
    monkeypatch.setattr("hiproutine.share.drawing.Drawing", None)


def test_a_page_is_the_same_of_what_was_kept(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    first = _page(tmp_path)
    assert _place().is_file()
    request.getfixturevalue("nothing_is_made")
    assert _page(tmp_path) == first


def test_a_page_is_made_where_nothing_can_be_kept_or_what_is_there_is_damaged(tmp_path: Path) -> None:
    first = _page(tmp_path)
    content = _place().read_bytes()
    wrong = [Kept(None, []), Kept({"x": 1}, [None, b"{}"]), Kept(7, [b"", b"[1, 2]"])]
    stamp = cached_stamp(CODE, ENDS)
    for one in wrong:
        write(_place(), stamp, dict.fromkeys(read(_place(), stamp).index, one))
        assert _page(tmp_path) == first
        _place().write_bytes(content)
    _place().write_bytes(content[:-10])
    assert _page(tmp_path) == first
    assert _place().read_bytes() == content
    _place().unlink()
    _place().mkdir()
    assert _page(tmp_path) == first


def test_a_figure_with_what_json_cannot_say_is_none_that_can_be_drawn() -> None:
    assert Parts(_place()).drawn("own", {"when": date(1979, 5, 27)}) is None


def test_another_figure_is_drawn_anew_and_what_was_kept_beside_it_stays(tmp_path: Path) -> None:
    catalogue = Library(find_paths()).catalogue
    table, other = catalogue.figure("butterfly-stretch"), catalogue.figure("hip-flexor-stretch")
    parts = Parts(tmp_path / "pages")
    drawn, style = parts.drawn("one", table), parts.style()
    parts.save()
    parts = Parts(tmp_path / "pages")
    assert json.dumps(parts.drawn("one", table)) == json.dumps(drawn)
    changed = parts.drawn("one", other)
    assert (changed is None, changed == drawn) == (False, False)
    assert parts.drawn("two", {"poses": 3}) is None
    assert parts.drawn("two", None) is None
    parts.save()
    parts = Parts(tmp_path / "pages")
    assert json.dumps(parts.drawn("one", other)) == json.dumps(changed)
    assert parts.style() == style
    assert style.text == modules.style()


def test_what_other_code_made_is_not_used(tmp_path: Path) -> None:
    place = tmp_path / "pages"
    parts = Parts(place)
    parts.style()
    parts.save()
    write(place, "of other code", {"style": Kept("x", [b"body{}"])})
    assert Parts(place).style().text == modules.style()


def test_what_comes_with_the_program_makes_every_page_and_goes_into_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    expected = {name: _page(tmp_path, name) for name in ("cool-down", "ten-minute-rounds", "strides-on-the-minute")}
    _place().unlink()
    comes = write_shipped_parts(tmp_path / "shipped")
    monkeypatch.setattr(kept_parts, "shipped_folder", lambda: comes.parent)
    request.getfixturevalue("nothing_is_made")
    assert {name: _page(tmp_path, name) for name in expected} == expected
    entries = read(comes, shipped_stamp(CODE, ENDS)).index
    assert read(_place(), cached_stamp(CODE, ENDS)).index == entries
    assert len([name for name in entries if name.startswith("figure ")]) > 40
    comes.write_bytes(comes.read_bytes()[:-3])
    _place().unlink()
    monkeypatch.undo()
    assert _page(tmp_path) == expected["cool-down"]
