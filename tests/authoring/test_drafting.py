"""A file through the editor and back: byte for byte where nothing was changed."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.document._document import Document

from hiproutine.authoring.drafting import (
    CannotWrite,
    ChangedMeanwhile,
    FileState,
    editor_text,
    file_text,
    merged_bytes,
    open_draft,
)
from hiproutine.errors import BadFile
from hiproutine.paths import Paths, bundled
from hiproutine.routine.reading import read_text

BOM = b"\xef\xbb\xbf"
TEXTS = st.text(st.sampled_from('ab"=# \t\r\n\x0b\x0c\x1b\x85\u2028\u202eäé家\U000f0041\U0001f600'), max_size=60)


def draft_of(folder: Path, content: bytes, name: str = "mine.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def at(folder: Path) -> Paths:
    """A person who lives in a folder."""
    return Paths(folder, folder, folder)


@given(TEXTS)
def test_what_is_not_changed_is_kept(text: str) -> None:
    assert merged_bytes(text, editor_text(text)) == (text, 0)


@given(TEXTS)
def test_a_screen_gets_nothing_to_obey_and_an_editor_splits_it_as_we_do(text: str) -> None:
    edited = editor_text(text)
    assert all(char.isprintable() or char in "\t\n" or ord(char) >= 0xF0000 for char in edited)
    assert Document(edited).lines == edited.split("\n")
    if "\U000f0041" not in text:
        assert file_text(edited) == text.replace("\r\n", "\n")


@given(TEXTS, TEXTS, st.data())
def test_lines_that_are_left_alone_keep_their_ends(text: str, more: str, data: st.DataObject) -> None:
    lines = editor_text(text).split("\n")
    at = data.draw(st.integers(0, len(lines)))
    written, changed = merged_bytes(text, "\n".join([*lines[:at], f"<{editor_text(more)}>", *lines[at:]]))
    assert changed
    first = "".join(line + end for line, end in _split(text)[:at] if end)
    assert written.startswith(first)
    last = "".join(line + end for line, end in _split(text)[at:])
    assert written.endswith(last)


def _split(text: str) -> list[tuple[str, str]]:
    bodies = text.split("\n")
    return [
        (body.removesuffix("\r"), "\r\n" if body.endswith("\r") else "\n") if n < len(bodies) - 1 else (body, "")
        for n, body in enumerate(bodies)
    ]


@pytest.mark.parametrize("mark", [b"", BOM])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_one_line_changes_and_the_rest_is_byte_for_byte_the_same(tmp_path: Path, mark: bytes, end: str) -> None:
    lines = ['title = "Ä"   # why\t', "", "[[steps]]", "name='A'", 'hold = "30s"', "# the end"]
    path = draft_of(tmp_path, mark + end.join(lines).encode())
    draft = open_draft(path, at(tmp_path))
    said = draft.save(draft.text.replace("30s", "40s"))
    assert said == "Saved mine.toml: 1 line changed."
    assert path.read_bytes() == mark + end.join(lines).replace("30s", "40s").encode()
    assert draft.save(draft.text) == "Nothing has changed since it was saved."


def test_mixed_ends_stay_mixed_and_new_lines_end_as_most_do(tmp_path: Path) -> None:
    path = draft_of(tmp_path, b"a = 1\r\nb = 2\nc = 3\r\nd = 4\r\n")
    draft = open_draft(path, at(tmp_path))
    draft.save(draft.text.replace("c = 3\n", "c = 3\nnew = 5\n"))
    assert path.read_bytes() == b"a = 1\r\nb = 2\nc = 3\r\nnew = 5\r\nd = 4\r\n"


def test_what_was_hostile_stays_what_it_was(tmp_path: Path) -> None:
    content = 'title = "a\x1b[31m\u202eb\x0bc\u2028d\x85e\rf"\nx = 1\n'.encode()
    path = draft_of(tmp_path, content)
    draft = open_draft(path, at(tmp_path))
    assert "\x1b" not in draft.text
    draft.save(draft.text.replace("x = 1", "x = 2").replace("title", "name"))
    assert path.read_bytes() == content.replace(b"x = 1", b"x = 2").replace(b"title", b"name")


def test_rights_stay_and_a_link_is_followed(tmp_path: Path) -> None:
    real = draft_of(tmp_path / "dotfiles", b"a = 1\n")
    real.chmod(0o640)
    path = tmp_path / "mine.toml"
    path.symlink_to(real)
    open_draft(path, at(tmp_path)).save("a = 2\n")
    assert path.is_symlink()
    assert real.read_bytes() == b"a = 2\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_bundled_one_becomes_ones_own_once(tmp_path: Path) -> None:
    path, own = bundled() / "cool-down.toml", tmp_path / "routines"
    before = path.read_bytes()
    draft = open_draft(path, at(tmp_path))
    assert draft.copies
    said = draft.save(draft.text)
    assert (
        said
        == f"Saved as your own copy: {own / 'cool-down.toml'}. From now on it is played instead of the bundled one."
    )
    assert (own / "cool-down.toml").read_bytes() == path.read_bytes() == before
    assert not draft.copies
    draft.save(draft.text + "# mine\n")
    assert (own / "cool-down.toml").read_bytes() == before + b"# mine\n"
    with pytest.raises(CannotWrite, match="is there already"):
        open_draft(path, at(tmp_path)).save("x")


def test_another_program_is_noticed_and_not_written_over(tmp_path: Path) -> None:
    path = draft_of(tmp_path, b"a = 1\n")
    draft = open_draft(path, at(tmp_path))
    assert draft.look() is FileState.SAME
    path.write_bytes(b"a = 22\n")
    assert draft.look() is FileState.CHANGED
    with pytest.raises(ChangedMeanwhile):
        draft.save("a = 3\n")
    assert path.read_bytes() == b"a = 22\n"
    draft.keep_mine()
    assert draft.look() is FileState.SAME
    assert draft.save("a = 1\n").startswith("Saved mine.toml")
    assert path.read_bytes() == b"a = 1\n"


def test_the_same_text_written_again_is_no_change(tmp_path: Path) -> None:
    path = draft_of(tmp_path, b"a = 1\n")
    draft = open_draft(path, at(tmp_path))
    path.unlink()
    assert draft.look() is FileState.GONE
    path.write_bytes(b"a = 1\n")
    os.utime(path, ns=(1, 1))
    assert draft.look() is FileState.SAME


def test_a_file_that_vanished_is_written_again_with_its_folder(tmp_path: Path) -> None:
    path = draft_of(tmp_path / "folder", b"a = 1\n")
    draft = open_draft(path, at(tmp_path))
    path.unlink()
    path.parent.rmdir()
    assert draft.save("a = 1\n") == f"Saved {path}; it had vanished, and is there again."
    assert path.read_bytes() == b"a = 1\n"


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    path = draft_of(tmp_path / "folder", b"a = 1\n")
    draft = open_draft(path, at(tmp_path))
    path.unlink()
    path.parent.rmdir()
    path.parent.write_text("in the way")
    with pytest.raises(CannotWrite, match="cannot be written"):
        draft.save("a = 2\n")
    assert draft.text == "a = 1\n"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * (1 << 20 | 1)])
def test_what_is_no_text_is_not_opened(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadFile):
        open_draft(draft_of(tmp_path, content), at(tmp_path))


def test_a_file_of_many_lines_is_kept_in_time(tmp_path: Path) -> None:
    path = draft_of(tmp_path, b'a = "x"\r\n' * 50_000)
    draft = open_draft(path, at(tmp_path))
    draft.save(draft.text.replace('"x"', '"y"'))
    assert read_text(path) == 'a = "y"\r\n' * 50_000


def test_a_bundled_exercise_becomes_ones_own_among_the_exercises(tmp_path: Path) -> None:
    path, own = bundled() / "exercises" / "plank.toml", tmp_path / "exercises" / "plank.toml"
    draft = open_draft(path, at(tmp_path))
    assert (draft.copies, draft.exercise, draft.target) == (True, True, own)
    assert draft.save(f"{draft.text}# mine\n") == (
        f"Saved as your own copy: {own}. From now on routines use it instead of the bundled one."
    )
    assert own.read_bytes() == path.read_bytes() + b"# mine\n"
    assert not (tmp_path / "routines").exists()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("exercises", True), ("routines", False), ("elsewhere", None), ("elsewhere/exercises", True)],
)
def test_where_a_file_stands_says_its_kind(tmp_path: Path, folder: str, kind: bool | None) -> None:
    path = draft_of(tmp_path / folder, b'name = "A"\n')
    assert open_draft(path, at(tmp_path)).exercise is kind
    assert open_draft(path, at(tmp_path), exercise=True).exercise is True
