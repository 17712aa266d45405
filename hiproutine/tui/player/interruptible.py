"""A player that stands still while something else is shown before it: the steps, how it is done, the keys, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from hiproutine.plan.model import Kind
from hiproutine.play.events import Events
from hiproutine.play.view import Phase
from hiproutine.tui.player.text import step_names
from hiproutine.tui.widgets.cached_rows import CachedRows

if TYPE_CHECKING:
    from hiproutine.play.player import Player
    from hiproutine.routine.loaded import Loaded


class InterruptibleScreen(Screen[bool], CachedRows):
    """Shows one screen at a time before itself; leaving ends the session, else it goes on if it did."""

    player: Player
    loaded: Loaded
    can_wait: Callable[[], bool]
    """Whether it is kept, so that it can be gone on with later."""
    left_for_later = False
    """Whether it was left to be gone on with."""
    _aside: Screen[Any] | None = None
    """What stands before this screen for a moment."""
    _went_on = False

    def noticed(self, events: Events) -> None:
        """Shows what happened."""
        raise NotImplementedError

    def stop_timer(self) -> None:
        """Asks the player nothing more."""
        raise NotImplementedError

    def hold(self) -> None:
        """Everything stands still until `release`."""
        self._went_on = self.player.phase in {Phase.PLAYING, Phase.COUNTING_IN}
        self.noticed(self.player.pause())

    def release(self, *, stop: bool) -> None:
        """Ends the session, or goes on if it went on before."""
        if stop:
            self.noticed(self.player.stop())
        elif self._went_on and self.player.phase is Phase.PAUSED:
            self.noticed(self.player.space())
        else:
            self.noticed(())

    def leave_at_once_if_asked(self) -> bool:
        """Leaves, where it is asked already whether to; whether it was."""
        from hiproutine.tui.player.leave_screen import LeaveScreen

        if not isinstance(self._aside, LeaveScreen):
            return False
        self._aside.dismiss("leave")
        return True

    def step_aside(self, screen: Screen[Any]) -> None:
        """Shows another screen while everything stands still. Leaving ends the session; else it goes on if it did."""
        if self._aside is None:
            self.hold()
        else:
            self._aside.dismiss(None)
        self._aside = screen
        self.set_class(True, "-aside")  # its keys mean nothing meanwhile

        def over(answer: object) -> None:
            if self._aside is not screen:
                return
            self._aside = None
            self.set_class(False, "-aside")
            if isinstance(answer, int) and not isinstance(answer, bool):
                self.release(stop=False)
                self.noticed(self.player.jump(answer))
            elif answer == "later":
                self.stop_timer()
                self.left_for_later = True
                self.dismiss(False)
            else:
                self.release(stop=answer == "leave")

        self.app.push_screen(screen, over)

    def action_jump(self) -> None:
        """Asks for a step in a list, and goes there; the routine waits meanwhile."""
        from hiproutine.tui.player.jump_screen import JumpScreen

        steps = step_names(self.player.plan)
        self.step_aside(JumpScreen(steps, self.player.view().interval.step))

    def action_how(self) -> None:
        """How and why; the routine waits meanwhile."""
        from hiproutine.tui.player.how_screen import HowScreen

        interval = self.player.view().interval
        shown = self.player.plan.next_work(interval.index) if interval.kind is Kind.REST else None
        self.step_aside(HowScreen(self.loaded.card, shown or interval))

    def action_keys(self) -> None:
        """The keys; the routine waits meanwhile."""
        from hiproutine.tui.keys_screen import KeysScreen

        self.step_aside(KeysScreen("While a routine plays", self.BINDINGS))

    def action_leave(self) -> None:
        """Asks before it leaves."""
        from hiproutine.tui.player.leave_screen import LeaveScreen

        if not isinstance(self._aside, LeaveScreen):
            self.step_aside(LeaveScreen(can_wait=self.can_wait()))
