"""What comes from other languages and other keyboards, each with a sentence of its own; and what it says is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.errors import BadFile
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load_text
from tests.routine.test_syntax import problem_of

HEAD = 'title = "T"\n[[steps]]\n'
BLANK = "a blank of another kind stands here, such as a no-break space"
COLON = "a key is followed by =, not by :"
CURLY = "is not a quotation mark of TOML"
ENTRY = "this is how YAML begins an entry"
SLASHES = "a comment does not begin with // here"
AROUND = "write straight quotes around the whole text: “ and ” may stand inside them"
INSIDE = "a quotation mark inside the text ends it"


@pytest.mark.parametrize(
    ("line", "column", "message", "cure"),
    [
        ("hold = 30 secs", 8, "“30 secs” is not in quotes", 'write "30s"'),
        ("hold = 1 m 30 s # x", 8, "“1 m 30 s” is not in quotes", 'write "1m30s"'),
        ("distance = 80m", 12, "“80m” is not in quotes", 'write "80m"'),
        ("hold = 1:30", 8, "“1:30” is not in quotes", 'write "1:30"'),
        ("exercise = Hip Bridge", 12, "“Hip Bridge” is not in quotes", 'write "Hip Bridge"'),
        ("name = Tom's hips // x", 8, "“Tom's hips” is not in quotes", 'write "Tom\'s hips"'),
        ("when = pre-run, any-time", 8, "“pre-run, any-time” is not in quotes", 'write ["pre-run", "any-time"]'),
        ("hold = null", 8, "“null” is not a value", "take the line out: what is unsaid has its usual value"),
        ("reps = 010", 8, "a number does not begin with 0: “010”", "write 10"),
        ('cues = "a", "b"', 11, "several values stand here without a list", 'write ["a", "b"]'),
        ("hold\u00a0= 5", 5, BLANK, "write a plain blank"),
        ("hold =\u202f5", 7, BLANK, "write a plain blank"),
        ("hold = 5\u00a0", 9, BLANK, "write a plain blank"),
        ("\ufeffhold = 5", 1, BLANK, "write a plain blank"),
        ("name = “T”", 8, f"“ {CURLY}", 'write "T"'),
        ("name = „T“", 8, f"„ {CURLY}", 'write "T"'),
        ('name = "T”', 10, "” does not end the text", 'write " in its place'),
        ("“hold” = 5", 1, f"“ {CURLY}", "write the key without quotes"),
        ('name = "say "hi" now"', 8, INSIDE, 'write "say \\"hi\\" now"'),
        ("name = 'Tom's hips'", 8, INSIDE, 'write "Tom\'s hips"'),
        ("// x", 1, SLASHES, "begin it with #"),
        ("hold = 5 // x", 10, SLASHES, "begin it with #"),
        ("; x", 1, "a comment does not begin with ; here", "begin it with #"),
        ('hold = "5s",', 12, "a comma stands at the end of the line", "take the comma out"),
        ('hold = "5s"; # x', 12, "a semicolon stands at the end of the line", "take the semicolon out"),
        ('name = "A" hold = 5', 12, "a line has one key", "write hold on a line of its own"),
        ("name: T", 5, COLON, 'write name = "T"'),
        ('"name": "T",', 7, COLON, 'write name = "T"'),
        ("hold: 30 s", 5, COLON, 'write hold = "30s"'),
        ("steps:", 6, COLON, "write [[steps]] above each of them"),
        ("defaults:", 9, COLON, "write [defaults], and its keys below it"),
        ("hold := 5", 6, "a key is followed by =, not by :=", "write hold = 5"),
        ("hold == 5", 7, "a key is followed by = alone, not by ==", "write hold = 5"),
        ("hold 5", 6, "there is no = after the key", "write hold = 5"),
        ("set rest = 5", 1, "a key has no blanks", "write set_rest = 5"),
        ("größe = 5", 3, "a key has a-z, digits, _ and -", "name it in quotes, or without this letter"),
        ("- exercise: plank", 1, ENTRY, 'write [[steps]], and below it exercise = "plank"'),
        ("  * plank", 3, ENTRY, 'write [[steps]], and below it exercise = "plank"'),
        ("---", 1, "this line belongs to YAML, and a routine is TOML", "take it out"),
        ("}", 1, "} closes nothing that is open", "take it out"),
        ("```toml", 1, "this line is not part of a routine", "take it out: it marks code on a page"),
        (
            "Lie down first.", 1, "this is not a line of a routine",
            "begin it with # if it is a comment, or write key = value",
        ),
        ("[[defaults]", 11, "the name of the list has no ]]", "write [defaults]"),
        ("[[blocks.steps]", 15, "the name of the list has no ]]", "write [[blocks.steps]]"),
        ("[[steps]]:", 10, ": stands after the name of a table", "take the : out"),
        ('when = ("pre-run", "any-time")', 8, "a list is in [ ], not in ( )", 'write ["pre-run", "any-time"]'),
        ('sides = each"', 9, "the text has no quotation mark at its beginning", 'write "each"'),
        ("source = See https://a.b/c", 10, "“See https://a.b/c” is not in quotes", 'write "See https://a.b/c"'),
        ("name = “A” and B", 8, f"“ {CURLY}", AROUND),
        ("[blocks]]", 9, "the brackets of this name are not alike", "write [[blocks]]"),
    ],
)  # fmt: skip
def test_what_another_language_writes_is_called_that(line: str, column: int, message: str, cure: str) -> None:
    found = problem_of(f"{HEAD}{line}\n")
    assert (found.line, found.column, found.message, found.help) == (3, column, message, cure)


@pytest.mark.parametrize(
    "after", ["cues = [\n", "hold = 5\n", "[[steps]]\nhold = 5\n", "[[blocks.steps]]\n", "[defaults]\n"]
)
def test_a_list_that_is_not_closed_is_named_where_the_next_line_begins(after: str) -> None:
    found = problem_of(f'{HEAD}cues = [\n  "Breathe",\n{after}')
    assert (found.line, found.message, found.help) == (5, "a list above this line has no closing ]", "add ] at its end")


def test_json_is_called_json() -> None:
    found = problem_of('{\n  "title": "T",\n  "steps": [{ "exercise": "plank" }]\n}\n')
    assert (found.line, found.message) == (1, "this is JSON, and a routine is TOML")


WRITTEN = (
    "hold = 30 secs", "hold = 1 m 30 s", "hold = 1:30", "hold: 30 s", "hold 5", 'hold := "5s"', "hold == 5",
    "cues = Breathe, Rest", 'cues = "a", "b"', "sides = each", "setup = Tom's mat", "setup: Lie down", "sets = 03",
    "name = “T”",
)  # fmt: skip


@pytest.mark.parametrize("line", WRITTEN)
def test_a_line_that_is_written_as_the_cure_says_is_right(line: str) -> None:
    head = 'title = "T"\n[[steps]]\nexercise = "plank"\n'
    cure = problem_of(f"{head}{line}\n").help.removeprefix("write ")
    mended = cure if " = " in cure else f"{line.partition(' = ')[0]} = {cure}"
    assert load_text(f"{head}{mended}\n", Path("a.toml"), Catalogue([bundled() / "exercises"])).plan.steps == 1


@given(st.text("\"'=[]{},;:#/-\\ \n\u00a0”“T5"), st.sampled_from(["", "hold = ", "[[steps]]\n", '"']))
def test_whatever_is_written_has_a_sentence_with_its_place(text: str, before: str) -> None:
    try:
        load_text(f"{before}{text}", Path("a.toml"), Catalogue([]))
    except BadFile as error:
        for problem in error.problems:
            assert problem.message
            assert problem.span or not (before + text)
