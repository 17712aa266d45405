"""Problems as they are printed."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from hiproutine.errors import Problem, Span
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checking import Checked, Source, check_file
from hiproutine.routine.snippets import LONGEST, MOST, as_text, records, summary

STEP = '[[steps]]\nname = "A"\n'


def checked(tmp_path: Path, text: str) -> Checked:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return check_file(Source(path, exercise=False), Catalogue([]))


def lines(tmp_path: Path, text: str) -> list[str]:
    return as_text(checked(tmp_path, text)).replace(f"{tmp_path}/", "").splitlines()


def marked(tmp_path: Path, text: str) -> tuple[str, str]:
    """What the mark of the only problem stands under, by the cells of a terminal with tabs of one; and the line."""
    code, under = lines(tmp_path, text)[2:4]
    line, mark = code.split(" | ", 1)[1], under.split("| ", 1)[1]
    before = len(mark) - len(mark.lstrip())
    shown, cells = "", 0
    for character in line:
        if before <= cells < len(mark):
            shown += character
        cells += 1 if character == "\t" else cell_len(character)
    return shown, line


def test_a_problem_is_printed_as_the_format_says(tmp_path: Path) -> None:
    text = 'title = "T"\n' + "\n" * 10 + f'{STEP}hold = "30 secs"\n'
    assert lines(tmp_path, text) == [
        'mine.toml:14:8: error[bad-duration]: hold: "30 secs" is not a duration',
        "   |",
        '14 | hold = "30 secs"',
        "   |        ^^^^^^^^^",
        '   = help: write "30s"',
    ]


def test_the_mark_stands_under_the_value_whatever_is_before_it(tmp_path: Path) -> None:
    for before in ("", "\t", "日本 ", "e\u0301", "\t日\t"):
        text = f'title = "T"\nsteps = [{{ name = "A{before}B", hold = "x" }}]\n'.replace("\\t", "\t")
        if "\t" in before:
            text = f'title = "T"\n[[steps]]\nname = "A"\nhold{before.replace("日", "")}= "x" # 日\n'
        assert marked(tmp_path, text)[0] == '"x"'
    assert marked(tmp_path, f'title = "T"\n{STEP}hold = "三十秒" # so\n')[0] == '"三十秒"'


def test_tabs_stay_tabs_above_and_below(tmp_path: Path) -> None:
    assert lines(tmp_path, f'title = "T"\n{STEP}\thold\t=\t"x"')[2:4] == ['4 | \thold\t=\t"x"', "  | \t    \t \t^^^"]


def test_a_long_line_is_shown_around_the_mark(tmp_path: Path) -> None:
    filler = ", ".join('"word"' for _ in range(80))
    for text in (
        f'title = "T"\nsteps = [{{ name = "A", equipment = [{filler}], hold = "x", muscle = 1 }}]',
        f'title = "T"\nsteps = [{{ hold = "x", name = "A", equipment = [{filler}] }}]',
    ):
        found = as_text(checked(tmp_path, text)).splitlines()
        assert all(len(line) < LONGEST + 10 for line in found if "|" in line)
    line, mark = found[2:4]
    start = mark.index("^")
    assert line[start : start + 3] == '"x"'
    assert line.endswith("…")


def test_a_mark_over_several_lines_ends_with_the_first(tmp_path: Path) -> None:
    shown = lines(tmp_path, 'title = "T"\n[[steps]]\nhold = 5\nname = [ "A",\n"B" ]')
    assert shown[2:4] == ['4 | name = [ "A",', "  |        ^^^^^^"]


def test_equal_problems_are_folded(tmp_path: Path) -> None:
    shown = lines(tmp_path, 'title = "T"\n' + f"{STEP}hold = 5\nseconds = 5\n" * 1000)
    assert len(shown) == 6
    assert shown[-1] == "  = 999 more like this: lines 9, 13, 17 …"
    assert lines(tmp_path, 'title = "T"\n' + f"{STEP}hold = 5\nseconds = 5\n" * 2)[-1] == "  = 1 more like this: line 9"


def test_no_more_are_printed_than_a_person_reads(tmp_path: Path) -> None:
    found = checked(tmp_path, 'title = "T"\n' + "".join(f'{STEP}hold = "{n} secs"\n' for n in range(50)))
    shown = as_text(found).splitlines()
    assert sum("error[" in line for line in shown) == MOST
    assert shown[-1] == "and 30 more"
    assert len(records([found])) == 50


def test_json_has_every_key(tmp_path: Path) -> None:
    found = records([checked(tmp_path, f'title = "T"\n{STEP}hold = "30 secs"\n')])
    assert found == [
        {
            "path": f"{tmp_path}/mine.toml", "line": 4, "column": 8, "end_line": 4, "end_column": 17,
            "severity": "error", "code": "bad-duration", "message": 'hold: "30 secs" is not a duration',
            "help": 'write "30s"',
        }
    ]  # fmt: skip
    assert records([]) == []


def test_nothing_that_a_terminal_obeys_is_printed(tmp_path: Path) -> None:
    hostile = "\x1b[31m", "\u202e", "\x9b2J"
    for text in [f'title = "T" # {c}\n{STEP}hold = "x{c}"' for c in hostile] + ['"a\\u001b" = 1\n[bold] = 2']:
        shown = as_text(checked(tmp_path, text))
        assert not any(c in shown for part in hostile for c in part if not c.isprintable())
    shown = as_text(checked(tmp_path, f'title = "[bold]T" # \u202e\nload = "[red]"\n{STEP}hold = 5'))
    assert '"[red]" is not known here' in shown


def test_a_line_that_hides_something_shows_it(tmp_path: Path) -> None:
    assert '2 | load = "low\\u202e"' in lines(tmp_path, f'title = "T"\nload = "low\u202e"\n{STEP}hold = 5')
    assert "2 | load\\xa0= 5" in lines(tmp_path, 'title = "T"\nload\xa0= 5')


def test_a_file_that_cannot_be_read_has_no_line_to_show(tmp_path: Path) -> None:
    found = check_file(Source(tmp_path / "gone.toml", exercise=False), Catalogue([]))
    assert as_text(found) == f"{tmp_path}/gone.toml:1:1: error[unreadable]: there is no such file"


def test_roles_are_painted_and_nothing_else(tmp_path: Path) -> None:
    found = checked(tmp_path, f'title = "T"\n{STEP}hold = "x"\n')
    shown = as_text(found, lambda text, role: f"<{role}>{text}</>")
    assert shown.splitlines()[0].removeprefix(f"<where>{tmp_path}/") == (
        'mine.toml:4:8:</> <error>error[bad-duration]</>: hold: "x" is not a duration'
    )
    assert shown.splitlines()[2:4] == ['<frame>4 |</> hold = "x"', "  <frame>|</>        <error>^^^</>"]


def test_the_whole_is_summed_up() -> None:
    error = Problem("a", "b", span=Span(1, 1, 1, 1))
    warning = Problem("a", "b", span=Span(1, 1, 1, 1), severity="warning")
    good, bad, both = (Checked(Path("a"), "", found) for found in ((), (error,), (error, warning, warning)))
    assert summary([good]) == "1 file, no problems."
    assert summary([good, good]) == "2 files, no problems."
    assert summary([bad]) == "1 error in 1 file."
    assert summary([good, bad, both]) == "2 errors and 2 warnings in 2 of 3 files."
