"""An application that plays: left by the person, the system or an error without losing what happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType

from hiproutine.tui.session_app import SessionApp
from hiproutine.tui.taking_back import TakingBack

if TYPE_CHECKING:
    from hiproutine.dialogue.context import Context
    from hiproutine.journal.store import Journal
    from hiproutine.tui.playing import Playing


class PlayingApp(SessionApp):
    """Holds what takes a person through sessions, made when it is first needed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave", id="app.quit", priority=True, show=False),
        Binding("ctrl+c", "copy_or_quit", "Copy what is marked, or leave", id="app.copy", priority=True, show=False),
        Binding("ctrl+l", "paint_again", "Paint everything again", id="app.paint", priority=True, show=False),
        Binding("backspace", "take_back", "Take back what was kept last", id="app.take-back", show=False),
        Binding("ctrl+z", "suspend_process", "Into the background", id="app.suspend", priority=True, show=False),
    ]

    def __init__(self, context: Callable[[Any], Context], *, css_path: Any = None) -> None:
        super().__init__(css_path=css_path)
        self._hears_the_system = False
        self._open_context = context
        self._plays: Playing | None = None
        self._finished = False
        self._taking_back = TakingBack(self)

    @property
    def playing(self) -> Playing:
        """What takes a person through a session."""
        if self._plays is None:
            from hiproutine.tui.playing import Playing

            self._plays = Playing(self, self._open_context(self))
        return self._plays

    @property
    def is_playing(self) -> bool:
        """Whether a routine plays, or waits."""
        return bool(self._plays and self._plays.is_playing)

    def on_unmount(self) -> None:
        """What happened last is in the journal before the program is gone."""
        if self._plays:
            self._plays.close()

    def kept(self, words: str, undo: Callable[[Journal], object]) -> None:
        """Says what was kept, and takes it back at one key while that stands there."""
        self._taking_back.kept(words, undo)

    def action_take_back(self) -> None:
        """Takes back what was kept last, while that is said."""
        self._taking_back.take_back(lambda undo: self.playing.context.write(undo))  # noqa: PLW0108 - made when it is needed

    async def action_quit(self) -> None:
        """Leaves; while a routine plays, its screen asks first."""
        if any(_edits(screen) for screen in self.screen_stack):
            return
        if not (self._plays and self._plays.ask_to_leave()):
            self.exit(self._finished)

    async def action_copy_or_quit(self) -> None:
        """Copies what is marked, and stays; with nothing marked it leaves."""
        marked = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if not marked:
            await self.action_quit()
            return
        self.copy_to_clipboard(marked)
        self.screen.clear_selection()
        self.notify("Copied.", timeout=2)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The editor has keys of its own where the program's would leave it."""
        if action in {"quit", "copy_or_quit", "suspend_process"} and self.screen_stack and _edits(self.screen):
            return False
        return super().check_action(action, parameters)

    def over(self, finished: bool) -> None:
        """Ends with whether the routine was finished."""
        self._finished = finished
        self.exit(finished)

    def pause(self) -> None:
        """Pauses what plays."""
        if self._plays:
            self._plays.pause()

    def ended_by_the_system(self) -> None:
        """What the system ends, the person did not: it can be gone on with."""
        self.pause()
        self._rescue_editors()
        self.exit(False)

    def rescue(self) -> None:
        """What was typed is put beside its file, and what was played can be gone on with."""
        self._rescue_editors()
        if self._plays:
            self._plays.close()

    def _rescue_editors(self) -> None:
        for screen in self.screen_stack:
            if _edits(screen):
                screen.rescue()  # type: ignore[attr-defined]


def _edits(screen: object) -> bool:
    """Whether a screen is the editor, without loading it for the question."""
    return type(screen).__name__ == "EditorScreen"
