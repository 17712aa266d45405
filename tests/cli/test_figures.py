"""Figures printed: a still under an exercise and in a routine; moving in a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from hiproutine.paths import find_paths
from tests.cli.running import hiproutine
from tests.terminals import Terminal

ANIMATED = [sys.executable, "-m", "hiproutine", "exercises", "hip-bridge", "--animate"]
BROKEN = 'name = "Mine"\nhold = "30s"\n\n[figure]\nposes = [{ hips = 900, kness = 3 }]\n'


@pytest.fixture
def own() -> Path:
    folder = find_paths().exercises
    folder.mkdir(parents=True)
    return folder


def test_an_exercise_is_shown_with_its_figure_in_plain_dots() -> None:
    done = hiproutine("exercises", "hip-bridge")
    assert (done.status, done.err) == (0, "")
    page, _, rest = done.out.partition("“Lower slowly”\nIn: ")
    used, _, picture = rest.partition("\n\n")
    assert page.startswith("Hip bridge (hip-bridge)\n")
    assert "hip-core-strength" in used
    assert "⣿" in picture
    assert "\x1b" not in done.out
    assert max(map(len, picture.splitlines())) <= 40


def test_a_routine_shows_each_exercise_once() -> None:
    done = hiproutine("show", "post-run-hip-stretch", "--figures")
    assert done.out.startswith(hiproutine("show", "post-run-hip-stretch").out)
    drawn = done.out[len(hiproutine("show", "post-run-hip-stretch").out) :]
    names = [line for line in drawn.splitlines() if line and not any("⠀" <= mark <= "⣿" for mark in line)]
    assert names == ["Hip flexor stretch", "Butterfly stretch", "Lunge stretch", "Pigeon pose"]
    assert hiproutine("show", "cool-down", "--figures", "--json").status == 2


def test_where_there_is_no_terminal_nothing_moves() -> None:
    done = hiproutine("exercises", "hip-bridge", "--animate")
    assert (done.status, done.out) == (1, "")
    assert "moves only in a terminal" in done.err
    assert hiproutine("exercises", "hip", "--animate").status == 2


def test_in_a_terminal_it_moves_until_it_is_ended() -> None:
    with Terminal(ANIMATED) as terminal:
        terminal.wait_for("⣿")
        seen = terminal.text
        terminal.wait_for(lambda: terminal.text != seen and "⣿" in terminal.text)
        terminal.send("\x03")
        assert terminal.wait() == 0
        assert terminal.output.endswith(b"\x1b[?25h\r\n")


def test_a_terminal_too_small_says_so() -> None:
    with Terminal(ANIMATED, columns=18, rows=6) as small:
        assert small.wait() == 1
        assert "A figure needs" in small.text.replace("\n", " ")


def test_a_figure_that_cannot_be_drawn_is_pointed_at_and_its_exercise_still_used(own: Path) -> None:
    (own / "mine.toml").write_text(BROKEN, encoding="utf-8")
    done = hiproutine("check")
    assert done.status == 1
    assert "mine.toml:5:19: error[out-of-range]" in done.out
    assert 'did you mean "knees"?' in done.out
    shown = hiproutine("exercises", "mine")
    assert (shown.status, "⣿" in shown.out) == (0, False)
    moved = hiproutine("exercises", "mine", "--animate")
    assert (moved.status, moved.err) == (1, "Nobody has drawn “mine” yet.\n")
