"""A page in lines: what each kind of text becomes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hiproutine.guides.lines import Tone, lines, plain

TEXT = """# A title

Words before `a command` and **strong words** that go on over the line.

## First
- one `x`, then
  more of it
- two
1. three

## Sources
- here: https://example.org/a/very/long/address/that/does/not/fit/on/a/line

The end.
"""


def shown(width: int, *, quoted: bool = False) -> list[str]:
    return [plain(line) for line in lines(TEXT, width, quoted=quoted)]


def test_headings_paragraphs_and_lists() -> None:
    assert shown(40) == [
        "A title",
        "",
        "Words before a command and strong words",
        "that go on over the line.",
        "",
        "First",
        "· one x, then more of it",
        "· two",
        "1. three",
        "",
        "Sources",
        "· here: https://example.org/a/very/long/",
        "  address/that/does/not/fit/on/a/line",
        "",
        "The end.",
    ]


DRAWN = """# A

Before.

      o
    /   \\ `x`

After.
"""


def test_a_drawing_is_kept_as_it_is_or_left_out() -> None:
    kept = [plain(line) for line in lines(DRAWN, 9)]
    assert kept == ["A", "", "Before.", "", "  o", "/   \\ `x`", "", "After."]
    assert lines(DRAWN, 9)[5] == (("/   \\ `x`", Tone.DRAWING),)
    for left_out in (lines(DRAWN, 8), lines(DRAWN, 9, drawn=False)):
        assert [plain(line) for line in left_out] == ["A", "", "Before.", "", "After."]


def test_a_command_stays_whole_and_is_marked_where_colour_is_not() -> None:
    assert shown(22, quoted=True)[2:4] == ["Words before", "“a command” and strong"]
    assert "· one “x”, then more of" in shown(24, quoted=True)
    assert plain(lines("`warm-up-quick` or `config.toml`", 60, quoted=True)[0]) == "warm-up-quick or config.toml"


def test_every_piece_has_its_tone() -> None:
    found = lines(TEXT, 80)
    assert found[0] == (("A title", Tone.TITLE),)
    assert found[2] == (
        ("Words before ", Tone.PLAIN),
        ("a command", Tone.CODE),
        (" and ", Tone.PLAIN),
        ("strong words", Tone.STRONG),
        (" that go on over the line.", Tone.PLAIN),
    )
    assert found[4] == (("First", Tone.HEADING),)
    assert found[5][0] == ("· ", Tone.MARK)
    quiet = [line for line in found if line][-3:]
    assert {tone for line in quiet for _, tone in line} == {Tone.QUIET, Tone.MARK}


@given(st.text(max_size=300), st.integers(8, 90))
def test_any_text_fits_and_keeps_its_words(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(len(plain(line)) <= width for line in found)


def test_nothing_is_no_lines() -> None:
    assert lines("", 60) == []
