"""What is no TOML: in our words, with a cure, where the person has to look."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.errors import BadFile, Problem
from hiproutine.routine.reading import read_table, table_of

QUOTES = "the text has no closing quotes"
AFTER = 'end the line after the value; inside a text write \\" for a quotation mark'
NUMBER = "write \\\\ for a backslash, or \\u and four digits, as in \\u00e9"
COMMA = "put a comma between them, or ] at the end"
TWICE = "stands here a second time; the first is in line 1"
OR_ENDS = "put a comma between them, or } before line 3 if the table ends there"
STAYS = "keep the one that is meant"


def problem_of(text: str) -> Problem:
    with pytest.raises(BadFile) as caught:
        table_of(text)
    (problem,) = caught.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "message", "help_", "line", "column"),
    [
        ("a =", "there is no value here", 'write a text in "quotes", a number, or a list in [ ]', 1, 4),
        ("a = # later", "there is no value here", 'write a text in "quotes", a number, or a list in [ ]', 1, 5),
        ("a = [1,,2]", "there is no value here", 'write a text in "quotes", a number, or a list in [ ]', 1, 8),
        ("a = two words # x", "“two words” is not in quotes", 'write "two words"', 1, 5),
        ("a = True", "“True” is not a value", "write true", 1, 5),
        ("a = FALSE", "“FALSE” is not a value", "write false", 1, 5),
        ("a = -", "“-” is not a value", "put it in quotes if it is a text", 1, 5),
        ("a = “b”", "“ is not a quotation mark of TOML", 'write "b"', 1, 5),
        ("a = ‘b’", "‘ is not a quotation mark of TOML", 'write "b"', 1, 5),
        ("a = “b", "“ is not a quotation mark of TOML", 'write a text in straight quotes: "text"', 1, 5),
        ("a = 30 secs", "“30 secs” is not in quotes", 'write "30s"', 1, 5),
        ("a = 10x", "“10x” is not in quotes", 'write "10x"', 1, 5),
        ('a = "b"c', "something stands after the value", AFTER, 1, 8),
        ("a = 2026-02-30", "there is no such date or time", "put it in quotes if it is a text", 1, 5),
        ("a", "there is no = after the key", 'write key = value, and put a text in quotes: key = "text"', 1, 2),
        ("a b = 1", "a key has no blanks", "write a_b = 1", 1, 1),
        ("a: 1", "a key is followed by =, not by :", "write a = 1", 1, 2),
        ("é = 1", "this is not a line of TOML", "write key = value, [table], [[list of tables]] or # comment", 1, 1),
        ("= 1", "this is not a line of TOML", "write key = value, [table], [[list of tables]] or # comment", 1, 1),
        ("[]", "a name is missing here", "write key = value, [table] or [[list of tables]]", 1, 2),
        ("a. = 1", "a name is missing here", "write key = value, [table] or [[list of tables]]", 1, 4),
        ("a.? = 1", "“?” cannot stand in a key", 'a key has letters, digits, _ and -, or is in "quotes"', 1, 3),
        ("a.\n= 1", "a name is missing here", "write key = value, [table] or [[list of tables]]", 1, 3),
        ("a = {b.}", "a name is missing here", "write key = value, [table] or [[list of tables]]", 1, 8),
        ("a = {", "the table has no closing }", "add } at its end", 1, 6),
        ("a = {b = 1", "the table has no closing }", "add } at its end", 1, 11),
        ("a = {b = [\n1] # c\nd = 2", "there is no comma between two keys", OR_ENDS, 3, 1),
        ("a = {b = 1\nd = 2", "there is no comma between two keys", OR_ENDS.replace("3", "2"), 2, 1),
        ('a = {\n b = "\\e", # x\n}\nc = 07:32\nd = ?', "“?” is not a value", "put it in quotes if it is a text", 5, 5),
        ("a = {b = 1 c = 2}", "there is no comma between two keys", "put a comma between them", 1, 12),
        ("a = [1 2]", "there is no comma between two entries of the list", COMMA, 1, 8),
        ("a = [1,\n2\n\n", "the list has no closing ]", "add ] at its end", 2, 2),
        ("[a\nb = 1", "the name of the table has no ]", "write [a]", 1, 3),
        ("[[a]\nb = 1", "the name of the list has no ]]", "write [[a]]", 1, 4),
        ('a = "b\nc = 1', QUOTES, 'add " at its end, or use """ for several lines', 1, 7),
        ('a = "b', QUOTES, 'add " at its end, or use """ for several lines', 1, 7),
        ("a = 'b\nc = 'd'", QUOTES, 'add " at its end, or use """ for several lines', 1, 7),
        ("a = 'b\nc = 1", QUOTES, "add ' at its end, or use ''' for several lines", 1, 7),
        ('b = """x"""\na = """b\nc', QUOTES, 'add """ at its end', 2, 5),
        ("a = '''b\nc", QUOTES, "add ''' at its end", 1, 5),
        (r'a = "C:\dir"', "a \\ stands alone in the text", "write \\\\ for a backslash", 1, 8),
        (r'a = "\u12"', "this is not the number of a character", NUMBER, 1, 8),
        (r'a = "\ud800"', "this is not the number of a character", NUMBER, 1, 12),
        ("a = 1\na = 2", f"“a” {TWICE}", STAYS, 2, 1),
        ("a = [\n 1,\n]\na = [\n 2,\n]\nb = 3", f"“a” {TWICE}", "write both lists as one, in [ ]", 4, 1),
        ("a.b = 1\na.b.c = 2", f"“a.b.c” {TWICE}", STAYS, 2, 1),
        ("a = {}\n[a]", f"“[a]” {TWICE}", "put the lines of both under one [a]", 2, 2),
        ("a = []\n[[a]]", f"“[[a]]” {TWICE}", "put the lines of both under one [a]", 2, 3),
        ("a = 1\rb = 2", "something stands after the value", AFTER, 1, 6),
        ("b = 0\na = " + "9" * 5000, "a number is too long", "a dose is a few seconds or minutes", 2, 5),
        ("a = 07:32:00+99:00", "“07:32:00+99:00” is not in quotes", 'write "07:32:00+99:00"', 1, 5),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_said_with_its_place_and_its_cure(
    text: str, message: str, help_: str, line: int, column: int
) -> None:
    found = problem_of(text)
    assert (found.code, found.message, found.help) == ("toml-syntax", message, help_)
    assert (found.line, found.column) == (line, column)


def test_lines_that_end_as_windows_ends_them_change_nothing() -> None:
    for text in ("a = 1\nb = {c = 1\nd = 2}", "a = 1\na = 2\nb = 1", 'a = 1\nb = "c\nd = 1', "a = 1\nb = [\n1\n"):
        plain, windows = problem_of(text), problem_of(text.replace("\n", "\r\n"))
        assert (plain.message, plain.span) == (windows.message, windows.span)


def test_a_word_without_quotes_is_cut_where_it_is_too_long() -> None:
    assert len(problem_of("a = " + "word" * 1000).message) < 80


def test_every_run_of_control_characters_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"a = '\x00\x00'\n# \x1b\n" + b"\x07 " * 5000)
    with pytest.raises(BadFile) as caught:
        read_table(path)
    places = [(problem.line, problem.column) for problem in caught.value.problems]
    assert places[:4] == [(1, 6), (2, 3), (3, 1), (3, 3)]
    assert len(places) == 1000
