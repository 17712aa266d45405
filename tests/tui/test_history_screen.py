"""Looking back, as a person does: the screens as text, and what keys do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import copyfile
from threading import Event

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

import hiproutine.tui
from hiproutine.journal.pain_facts import answer_flags
from hiproutine.journal.store import Journal
from hiproutine.tui.history.screen import HistoryScreen
from hiproutine.tui.history.session_screen import SessionDetailScreen
from hiproutine.tui.theme import THEMES, completed
from tests.journal.shelf import keep_session, reading, session_record
from tests.kills import fill
from tests.tui.autumn import TODAY, Autumn, write_runs
from tests.tui.frames_at import compare

FRAMES = {
    "history-month-60x20": ((60, 20), ()),
    "history-pain-60x20": ((60, 20), ("tab",)),
    "history-sessions-60x20": ((60, 20), ("tab", "tab")),
    "history-80x24": ((80, 24), ()),
    "history-120x40": ((120, 40), ("down", "down")),
    "history-200x60": ((200, 60), ()),
    "history-october-left-80x24": ((80, 24), ("left", "s")),
    "history-keys-80x24": ((80, 24), ("question_mark",)),
    "history-session-60x20": ((60, 20), ("enter", *["down"] * 6, "enter")),
    "history-session-80x24": ((80, 24), ("down", "down", "enter")),
    "history-advice-80x24": ((80, 24), ("end", "enter")),
}


class Host(App[None]):
    """Nothing but the screen, in our colours."""

    CSS_PATH = Path(hiproutine.tui.__file__).with_name("app.tcss")

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._place = place
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES["dark"].name

    def get_css_variables(self) -> dict[str, str]:
        """With ours."""
        return completed(super().get_css_variables())

    def on_mount(self) -> None:
        """Opens it."""
        self.push_screen(HistoryScreen(lambda: Journal(self._place, now=lambda: TODAY), lambda: TODAY))


class Looking:
    """One person who looks back."""

    def __init__(self, app: Host, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    async def settle(self) -> None:
        """Waits until nothing is read any more, and nothing changes."""
        shown = None
        while self.app.workers._workers or self.app.screen._layout_required or shown != self.text():
            shown = self.text()
            await self._pilot.pause()
            await self.app.workers.wait_for_complete()
            await self._pilot.pause()

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        await self._pilot.press(*keys)
        await self.settle()

    def text(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def sessions(self) -> OptionList:
        """The list."""
        return self.app.screen.query_one("#sessions", OptionList)


@asynccontextmanager
async def looking(place: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Looking]:
    """The screen over a journal."""
    app = Host(place)
    async with app.run_test(size=size) as pilot:
        found = Looking(app, pilot)
        await found.settle()
        yield found


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return [path.name for path in folder.iterdir()]


@pytest.fixture(scope="module")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of some months."""
    place = tmp_path_factory.mktemp("autumn") / "journal.sqlite3"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HIPROUTINE_HOME", str(place.parent / "home"))
        Autumn(place).write()
    return place


@pytest.mark.parametrize("sessions", [True, False])
async def test_runs_stand_in_the_month_and_over_the_pain_as_committed(
    sessions: bool, autumn: Path, tmp_path: Path
) -> None:
    place = tmp_path / "runs.sqlite3"
    if sessions:
        copyfile(autumn, place)
    write_runs(place)
    async with looking(place, (80, 24)) as person:
        compare(f"history-runs{'' if sessions else '-alone'}-80x24", person.text())


@pytest.mark.parametrize("name", FRAMES)
async def test_looking_back_looks_as_committed(name: str, autumn: Path) -> None:
    size, keys = FRAMES[name]
    async with looking(autumn, size) as look:
        await look.press(*keys)
        compare(name, look.text())


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_where_nothing_is_kept_it_says_what_to_do(tmp_path: Path, size: tuple[int, int]) -> None:
    async with looking(tmp_path / "none" / "journal.sqlite3", size) as look:
        compare(f"history-nothing-{size[0]}x{size[1]}", look.text())
        await look.press("left", "s", "enter", "tab")
        assert "Nothing is kept yet." in look.text()
    assert not names_in(tmp_path)


async def test_scores_without_sessions_are_shown(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    with Journal(place, now=lambda: TODAY) as journal:
        journal.add_reading(reading(7, at=TODAY))
    async with looking(place) as look:
        assert "No sessions yet." in look.text()
        assert "[22△]" in look.text()
        await look.press("enter")
        assert isinstance(look.app.screen, HistoryScreen)


async def test_months_go_back_and_not_beyond_this_one(autumn: Path) -> None:
    async with looking(autumn) as look:
        await look.press("left", "left_square_bracket")
        assert "September 2026" in look.text()
        await look.press("right")
        assert "October 2026" in look.text()
        await look.press("right", "right_square_bracket")
        assert "November 2026" in look.text()
        await look.press("left", "left", "t")
        assert "November 2026" in look.text()


async def test_one_key_changes_the_side(autumn: Path) -> None:
    async with looking(autumn) as look:
        for words in ("both sides", "◀ left side", "right side ▶", "both sides"):
            assert f"Pain, 0 to 10  {words}" in look.text()
            await look.press("s")


async def test_enter_opens_the_session_and_escape_comes_back(autumn: Path) -> None:
    async with looking(autumn) as look:
        await look.press("down", "enter")
        assert isinstance(look.app.screen, SessionDetailScreen)
        assert "Monday 16 November 2026, 18:02" in look.text()
        await look.press("escape")
        assert isinstance(look.app.screen, HistoryScreen)
        assert look.sessions.highlighted == 1
        await look.press("escape")
        assert not isinstance(look.app.screen, HistoryScreen)


async def test_parts_come_one_at_a_time_and_together_after_the_window_grows(autumn: Path) -> None:
    async with looking(autumn, (60, 20)) as look:
        assert look.app.focused is None
        await look.press("shift+tab")
        assert look.app.focused is look.sessions
        await look.press("tab", "enter", "down")
        assert look.sessions.highlighted == 1
        await look._pilot.resize_terminal(120, 40)
        await look.settle()
        text = look.text()
        assert all(words in text for words in ("November 2026", "Pain, 0 to 10", "Reacted", "48 sessions"))
        assert "Monday 16 November 2026" in text  # beside the list
        await look.press("tab")
        assert look.app.focused is not look.sessions


async def test_the_list_reads_on_before_its_end(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    with Journal(place, now=lambda: TODAY) as journal:
        fill(journal, 230, 0)
    async with looking(place) as look:
        assert look.sessions.option_count == 100
        assert "230 sessions" in look.text()
        await look.press("pagedown")
        assert look.sessions.option_count == 100
        await look.press("end")
        assert look.sessions.option_count == 200
        await look.press("end")
        assert look.sessions.option_count == 230


async def test_text_of_a_person_is_shown_as_written(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    with Journal(place, now=lambda: TODAY) as journal:
        keep_session(journal, session_record(1, TODAY, title="[red]a\x1b[2J", advice="[b]x[/b]"))
    async with looking(place, (120, 40)) as look:
        assert look.text().count("[red]a\\x1b[2J") == 2
        assert "[b]x[/b]" in look.text()


async def test_a_damaged_journal_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    place.write_bytes(b"not a journal" * 100)
    async with looking(place) as look:
        assert "is not a journal" in " ".join(look.text().split())
        await look.press("q")
        assert not isinstance(look.app.screen, HistoryScreen)


async def test_a_session_that_is_gone_is_said(autumn: Path) -> None:
    async with looking(autumn) as look:
        look.app.push_screen(SessionDetailScreen(lambda: Journal(autumn), "nobody"))
        await look.settle()
        assert "This session is no longer in the journal." in look.text()


async def test_leaving_while_it_reads_leaves_nothing_behind(autumn: Path) -> None:
    go_on, reading_now = Event(), Event()

    def slow() -> Journal:
        reading_now.set()
        go_on.wait(5)
        return Journal(autumn, now=lambda: TODAY)

    async with looking(autumn) as look:
        screen = HistoryScreen(slow, lambda: TODAY)
        look.app.push_screen(screen)
        await look._pilot.pause()
        assert reading_now.wait(5)
        await look._pilot.press("escape")
        go_on.set()
        await look.settle()
        assert look.app.screen is not screen


async def test_every_theme_has_the_colours_it_uses(autumn: Path) -> None:
    async with looking(autumn) as look:
        for theme in ("hiproutine-light", "textual-light", "nord"):
            look.app.theme = theme
            await look._pilot.pause()
            assert "November 2026" in look.text()


async def test_what_is_advised_stands_above_and_one_key_says_what_it_rests_on(tmp_path: Path) -> None:
    place = tmp_path / "journal.sqlite3"
    with Journal(place, now=lambda: TODAY) as journal:
        answer_flags(journal, frozenset({"swelling"}), TODAY)
    for size in ((60, 20), (80, 24)):
        async with looking(place, size) as look:
            assert "Today    Please see a doctor or physiotherapist" in look.text()
            assert "Nothing is kept yet." in look.text()
            assert "i why" in look.text()
            await look.press("i")
            text = " ".join(look.text().split())
            assert "What this rests on" in text
            assert "how many of those who say yes have something serious is not known" in text
            assert "General information, not medical advice." in text
            await look.press("enter")
            assert isinstance(look.app.screen, HistoryScreen)


async def test_the_sessions_do_not_wait_for_the_judgement(autumn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, bool]] = []

    def noted(screen: HistoryScreen) -> None:
        asked.append((screen.sessions.option_count, screen.recent is not None))

    monkeypatch.setattr(HistoryScreen, "_read_judged", noted)
    async with looking(autumn) as person:
        assert asked == [(person.sessions.option_count, True)]
        assert person.sessions.option_count > 0
