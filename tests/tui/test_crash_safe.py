"""An error of the program's own keeps what was typed and played, and says so by its status."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from textual import work
from textual._context import active_message_pump
from textual.app import ComposeResult
from textual.binding import Binding
from textual.command import CommandPalette
from textual.events import Key
from textual.screen import Screen
from textual.widgets import OptionList
from textual.worker import WorkerFailed

from hiproutine.tui.crash_safe import CrashSafeApp


class Breaking(CrashSafeApp):
    """Raises at a key."""

    BINDINGS = [Binding("x", "break", "Break")]  # noqa: RUF012

    rescued = 0

    def action_break(self) -> None:
        """Raises."""
        raise RuntimeError("on purpose")

    def rescue(self) -> None:
        """Is called before the end."""
        self.rescued += 1


async def test_what_can_be_kept_is_kept_before_it_ends() -> None:
    app = Breaking()
    with pytest.raises(RuntimeError, match="on purpose"):  # noqa: PT012 - what raises is the end of the application
        async with app.run_test() as pilot:
            await pilot.press("x")
            await pilot.pause()
    assert app.rescued == 1
    assert app.broke


async def test_an_error_while_it_ends_anyway_is_none_of_its_own() -> None:
    app = Breaking()
    async with app.run_test():
        app.exit(True)
        app._handle_exception(RuntimeError("a screen that is gone"))
    assert (app.broke, app.rescued, app.return_value) == (False, 0, True)


class Counting(CrashSafeApp):
    """Counts what is typed."""

    BINDINGS = [Binding("x", "count", "Count")]  # noqa: RUF012

    typed = 0

    def action_count(self) -> None:
        """One more."""
        self.typed += 1


async def test_what_is_typed_after_the_end_was_asked_for_keeps_nobody_waiting() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        await pilot.press("x")
        app.exit(True)
        await app.on_event(Key("x", "x"))
    assert (app.typed, app.return_value) == (1, True)


async def test_an_error_of_a_screen_that_is_gone_ends_nothing() -> None:
    app = Breaking()
    async with app.run_test() as pilot:
        late: Screen[None] = Screen()
        await app.push_screen(late)
        await pilot.pause()
        app.pop_screen()
        token = active_message_pump.set(late)
        app._handle_exception(LookupError("nothing is there any more"))
        active_message_pump.reset(token)
        await pilot.pause()
        assert not app.broke


async def test_a_screen_is_closed_once_and_its_first_answer_counts() -> None:
    app, answers = Breaking(), list[int | None]()
    async with app.run_test() as pilot:
        asked: Screen[int] = Screen()
        app.push_screen(asked, answers.append)
        await pilot.pause()
        asked.dismiss(1)
        asked.dismiss(2)
        await pilot.pause()
        assert (answers, len(app.screen_stack), app.broke) == ([1], 1, False)


async def test_what_stands_on_a_screen_that_closes_goes_with_it() -> None:
    app, answers = Breaking(), list[int | None]()
    async with app.run_test() as pilot:
        asked: Screen[int] = Screen()
        app.push_screen(asked, answers.append)
        await app.push_screen(Screen())
        asked.dismiss(1)
        await pilot.pause()
        assert (answers, len(app.screen_stack), app.broke) == ([1], 1, False)


async def test_what_a_closed_screen_still_had_to_do_is_left_out() -> None:
    app, done = Breaking(), list[str]()
    async with app.run_test() as pilot:
        late: Screen[None] = Screen()
        await app.push_screen(late)
        late.call_after_refresh(done.append, "there")
        await pilot.pause()
        app.pop_screen()
        app.screen._invoke_later(lambda: done.append("gone"), late)
        app.screen._invoke_later(lambda: done.append("here"), app.screen)
        app.screen.refresh()
        await pilot.pause()
    assert done == ["there", "here"]


async def test_a_screen_that_loses_its_widgets_as_the_application_ends_has_nothing_to_do_any_more() -> None:
    app, done = Breaking(), list[str]()
    async with app.run_test() as pilot:
        last: Screen[None] = Screen()
        await app.push_screen(last)
        last._invoke_later(lambda: done.append("gone"), last)
        last._pruning = True
        await last._invoke_and_clear_callbacks()
        token = active_message_pump.set(last)
        app._handle_exception(LookupError("no such widget"))
        active_message_pump.reset(token)
        last._pruning = False
        await pilot.pause()
    assert (done, app.broke) == ([], False)


class Searching(Screen[None]):
    """Looks for something, and then for a list to show it in."""

    def __init__(self, found: asyncio.Event) -> None:
        super().__init__()
        self._found = found

    @work
    async def search(self) -> None:
        """As a command palette does."""
        await self._found.wait()
        self.query_one(OptionList)


@pytest.mark.parametrize("closed", [True, False])
async def test_a_search_that_ends_after_its_screen_ends_nothing(closed: bool) -> None:
    app, found = Breaking(), asyncio.Event()
    with suppress(WorkerFailed):
        async with app.run_test() as pilot:
            searching = Searching(found)
            await app.push_screen(searching)
            worker = searching.search()
            await pilot.pause()
            if closed:  # as it is while its last messages are handled
                app._screen_stack.remove(searching)
            found.set()
            with suppress(WorkerFailed):
                await worker.wait()
            await pilot.pause()
            assert app.broke is not closed


class Listing(CrashSafeApp):
    """A list of words and the palette."""

    def compose(self) -> ComposeResult:
        """A list."""
        yield OptionList("a word that is longer than a window of a few cells", "another")


@pytest.mark.parametrize("size", [(1, 1), (3, 40), (2, 3), (200, 1)])
async def test_a_window_of_a_few_cells_is_laid_out_all_the_same(size: tuple[int, int]) -> None:
    app = Listing()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.resize_terminal(*size)
        for key in ("pageup", "pagedown", "down", "escape", "pageup", "pagedown"):
            await pilot.press(key)
        assert app.size == (max(24, size[0]), max(6, size[1]))
        await pilot.resize_terminal(80, 24)
    assert not app.broke


async def test_a_palette_that_is_asked_for_while_one_closes_is_no_error() -> None:
    app = Listing()
    async with app.run_test() as pilot:
        app.action_command_palette()
        await pilot.pause()
        app.pop_screen()
        app.action_command_palette()
        await pilot.pause()
        assert not isinstance(app.screen, CommandPalette)
        for _ in range(20):
            await pilot.pause()
            app.action_command_palette()
        assert isinstance(app.screen, CommandPalette)
    assert not app.broke


async def test_a_page_in_a_list_without_a_line_moves_nothing() -> None:
    app = Listing()
    async with app.run_test(size=(80, 24)):
        words = app.query_one(OptionList)
        words.highlighted = 0
        words._line_cache.clear()  # as where it was never painted
        words.action_page_up()  # type: ignore[no-untyped-call]
        assert words.highlighted == 0
