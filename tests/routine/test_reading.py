"""Files that may be anything at all."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

import pytest

from hiproutine.errors import BadFile, Problem
from hiproutine.routine.contents import LARGEST
from hiproutine.routine.folders import toml_files
from hiproutine.routine.reading import read_table


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def table_of(folder: Path, content: bytes | str) -> dict[str, object]:
    path = folder / "a.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path)


def problems_at(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(BadFile) as caught:
        read_table(path)
    return caught.value.problems


def problems_of(folder: Path, content: bytes | str) -> tuple[Problem, ...]:
    path = folder / "a.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return problems_at(path)


def only(problems: tuple[Problem, ...]) -> tuple[str, str, int, int]:
    (problem,) = problems
    return problem.code, problem.message, problem.line, problem.column


def test_a_missing_file_is_said_to_be_missing(folder: Path) -> None:
    (problem,) = problems_at(folder / "none.toml")
    assert problem.code == "unreadable"
    assert problem.sentence() == f"{folder}/none.toml: there is no such file."


def test_a_folder_is_not_a_file(folder: Path) -> None:
    (folder / "a.toml").mkdir()
    assert only(problems_at(folder / "a.toml"))[:2] == ("unreadable", "this is a folder, not a file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs here")
def test_a_fifo_is_refused_without_waiting_for_a_writer(folder: Path) -> None:
    os.mkfifo(folder / "a.toml")
    assert only(problems_at(folder / "a.toml"))[:2] == ("unreadable", "this is not a plain file")


def test_a_symlink_loop_ends(folder: Path) -> None:
    (folder / "a.toml").symlink_to(folder / "b.toml")
    (folder / "b.toml").symlink_to(folder / "a.toml")
    code, message, _, _ = only(problems_at(folder / "a.toml"))
    assert code == "unreadable"
    assert message.startswith("the file cannot be read: ")


def test_a_symlink_to_nowhere_is_a_missing_file(folder: Path) -> None:
    (folder / "a.toml").symlink_to(folder / "gone.toml")
    assert only(problems_at(folder / "a.toml"))[1] == "there is no such file"


def test_a_file_that_may_not_be_read_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.toml").write_text("")

    def refuse(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert only(problems_at(folder / "a.toml"))[1] == "the file cannot be read: permission denied"


def test_a_name_too_long_to_be_a_file_is_unreadable(folder: Path) -> None:
    assert only(problems_at(folder / ("a" * 300 + ".toml")))[0] == "unreadable"


def test_binary_is_not_text(folder: Path) -> None:
    code, message, line, _ = only(problems_of(folder, b'title = "a"\n\xff\xfe\x00'))
    assert (code, message, line) == ("not-utf8", "this is not UTF-8 text", 2)


def test_utf_16_is_not_utf_8(folder: Path) -> None:
    assert only(problems_of(folder, 'title = "a"'.encode("utf-16")))[:2] == (
        "not-utf8",
        "this is not UTF-8 text",
    )


@pytest.mark.parametrize(
    ("content", "character", "line", "column"),
    [
        (b'title = "a\x00b"', "U+0000", 1, 11),
        (b'a = 1\ntitle = "\x1b[31mred"', "U+001B", 2, 10),
        (b"# a comment \x07", "U+0007", 1, 13),
        (b'title = "\x7f"', "U+007F", 1, 10),
        ('é = 1\ntitle = "é\u009b31m"'.encode(), "U+009B", 2, 11),
    ],
)
def test_a_raw_control_character_is_found_by_line_and_column(
    folder: Path, content: bytes, character: str, line: int, column: int
) -> None:
    message = f"the character {character} has no place in a text"
    assert only(problems_of(folder, content)) == ("control-character", message, line, column)


@pytest.mark.parametrize("escape", [r"\u0007", r"\u001b", r"\u0000", r"\u0085", r"\t", r"\u2028"])
def test_an_escaped_control_character_is_found_in_a_text_of_one_line(folder: Path, escape: str) -> None:
    (problem,) = problems_of(folder, f'steps = [{{ name = "a{escape}b" }}]')
    assert problem.code == "control-character"
    assert problem.place == ("steps", 0, "name")
    assert problem.help == "take it out"


def test_a_line_that_ends_inside_a_text_of_one_line_is_called_that(folder: Path) -> None:
    (problem,) = problems_of(folder, 'title = """a\nb"""')
    assert (problem.code, problem.message) == ("control-character", "this text has one line, and a line ends in it")
    assert problem.help == "write it on one line"


@pytest.mark.parametrize("key", ["why", "source", "safety", "stop_if", "setup", "summary", "confirm"])
def test_prose_may_have_lines_and_tabs_and_nothing_else(folder: Path, key: str) -> None:
    assert table_of(folder, f'{key} = """a\n\tb\\nc"""') == {key: "a\n\tb\nc"}
    (problem,) = problems_of(folder, f'{key} = "a\\u001bb"')
    assert (problem.code, problem.place) == ("control-character", (key,))


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\u061c"])
def test_characters_that_turn_the_reading_direction_are_refused(folder: Path, character: str) -> None:
    for key in ("title", "why"):
        (problem,) = problems_of(folder, f'{key} = "a{character}b"')
        assert problem.message == f"the character U+{ord(character):04X} has no place in a text"


def test_a_key_may_hold_no_control_character_either(folder: Path) -> None:
    (problem,) = problems_of(folder, r'"a\u001b" = 1')
    assert problem.code == "control-character"
    assert "\x1b" not in problem.sentence()


def test_every_hostile_text_is_reported(folder: Path) -> None:
    problems = problems_of(folder, r'a = "\u0007"' + "\n" + r'b = ["\u0008", "fine", "\u001b"]')
    assert [problem.place for problem in problems] == [("a",), ("b", 0), ("b", 2)]


def test_other_languages_and_emoji_are_text(folder: Path) -> None:
    assert table_of(folder, 'title = "Hüfte 股関節 🏃‍♀️ ½"') == {"title": "Hüfte 股関節 🏃‍♀️ ½"}


def test_a_byte_order_mark_and_crlf_are_fine(folder: Path) -> None:
    assert table_of(folder, b'\xef\xbb\xbftitle = "a"\r\nload = "low"\r\n') == {"title": "a", "load": "low"}


def test_an_empty_file_is_an_empty_table(folder: Path) -> None:
    assert table_of(folder, b"") == {}


def test_exactly_one_mebibyte_is_read_and_a_byte_more_is_not(folder: Path) -> None:
    content = b'title = "' + b"a" * (LARGEST - 10) + b'"'
    assert len(content) == LARGEST == 1_048_576
    assert table_of(folder, content) == {"title": "a" * (LARGEST - 10)}
    assert only(problems_of(folder, content + b" "))[:2] == ("too-large", "the file is larger than 1 MiB")


HALF = LARGEST // 2 - 8


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000 + "]" * 50_000,
        "a = " + "{a=" * 50_000 + "1" + "}" * 50_000,
        "a." * HALF + "a = 1",
        "a . " * (HALF // 2) + "a = 1",
        "[" + "a." * HALF + "a]",
        '"a".' * (HALF // 2) + "a = 1",
        "'a'." * (HALF // 2) + "a = 1",
        r'"\"".' * (HALF // 3) + "a = 1",
    ],
    ids=["arrays", "tables", "dots", "spaced dots", "header", "quoted", "single quoted", "escaped quotes"],
)
def test_deep_nesting_is_one_problem_and_soon(folder: Path, text: str) -> None:
    began = process_time()
    assert only(problems_of(folder, text))[:3] == ("toml-syntax", "the tables are nested too deeply", 1)
    assert process_time() - began < 5


@pytest.mark.parametrize("filler", ["a", "a ", '"', "\"'", "a\t", "-."], ids=repr)
def test_a_file_of_one_thing_is_read_soon(folder: Path, filler: str) -> None:
    began = process_time()
    (problem,) = problems_of(folder, filler * (LARGEST // len(filler)))
    assert problem.code == "toml-syntax"
    assert process_time() - began < 5


def test_a_dotted_key_of_a_few_parts_and_prose_with_dots_are_read(folder: Path) -> None:
    assert table_of(folder, "a.b.c.d = 1") == {"a": {"b": {"c": {"d": 1}}}}
    prose = "Stand tall. Breathe. " * 200
    assert table_of(folder, f'why = "{prose}"') == {"why": prose}


def test_the_files_of_a_folder_are_its_toml_files_by_name(folder: Path) -> None:
    for name in ("b.toml", "a.toml", ".hidden.toml", ".toml", "README.md", "c.toml~", "d.TOML"):
        (folder / name).write_text("")
    (folder / "e.toml").mkdir()
    assert [path.name for path in toml_files(folder)] == ["a.toml", "b.toml", "e.toml"]


def test_a_folder_that_is_none_has_no_files(folder: Path) -> None:
    (folder / "a.toml").write_text("")
    assert toml_files(folder / "none") == toml_files(folder / "a.toml") == []
