"""One routine that plays at a console: keys in, lines out, and one wait at a time."""

from __future__ import annotations

from collections.abc import Callable

from hiproutine.plain import console as keys
from hiproutine.plain import pressing as does
from hiproutine.plain.console import Console
from hiproutine.plain.how import how
from hiproutine.plain.lines import Teller
from hiproutine.plain.pressing import Pressing
from hiproutine.plan.model import Kind
from hiproutine.play.events import Adjusted, Events, Paused
from hiproutine.play.player import Player
from hiproutine.play.view import Phase
from hiproutine.routine.loaded import Card

LEAVE = "Leave the routine here? y leaves, n stays."
LATER = "l leaves it, to go on with within four hours."


class Stage:
    """Drives a player until its routine is over."""

    def __init__(
        self,
        console: Console,
        player: Player,
        teller: Teller,
        card: Card,
        ask_pain: Callable[[], bool] | None,
        *,
        pressing: Pressing | None = None,
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        """`ask_pain` asks while everything stands still, and says whether the session ends; a rehearsal has none.

        `settle` lets go of keys that were on their way.
        """
        self._console = console
        self._player = player
        self._teller = teller
        self._card = card
        self._ask_pain = ask_pain
        self._settle = settle
        self.can_wait: Callable[[], bool] = lambda: False
        """Whether it is kept, so that it can be gone on with later."""
        self.left_for_later = False
        self._pressing = pressing or Pressing()
        self._does: dict[str, Callable[[], object]] = {
            does.SPACE: lambda: self._tell(player.space()),
            does.DONE: self._done,
            does.NEXT: lambda: self._tell(player.next()),
            does.BACK: lambda: self._tell(player.back()),
            does.RESTART: lambda: self._tell(player.restart()),
            does.MORE: lambda: self._adjust(10),
            does.LESS: lambda: self._adjust(-10),
            does.WHERE: self._where,
            does.PAIN: self._pain,
            does.HOW: self._how,
            does.MUTE: self._mute,
            does.KEYS: lambda: self._read(self._pressing.lines()),
            does.LEAVE: self.leave,
        }
        self._always: dict[str, Callable[[], object]] = {
            keys.CTRL_C: self.leave,
            keys.CTRL_Z: self._stand_aside,
            keys.CONTINUED: self._continued,
        }

    def run(self, start: tuple[int, float] | None = None) -> None:
        """Plays to the end, or from an interval on, so many seconds into it.

        Raises:
            Gone: nobody is there any more.
        """
        self._tell(self._player.start(start))
        while not (self._player.phase.over or self.left_for_later):
            key = self._console.wait(self._seconds()) or ""
            press = self._always.get(key) or self._does.get(self._pressing.action(key) or "")
            if press:
                press()
            else:
                self._tell(self._player.tick())
            if not self._console.attended:
                self._go_on_alone()

    def leave(self) -> None:
        """Asks before it leaves. Where nobody can answer it leaves at once."""
        went_on = self._hold()
        if self._console.attended and not self._player.phase.over:
            self._settle()
            self._ask_to_leave()
            while not self._leaves(key := self._console.wait(None) or ""):
                if key.lower() in {"n", keys.ESCAPE, keys.ENTER} or self._pressing.action(key) == does.SPACE:
                    self._release(went_on=went_on)
                    return
                if key.lower() == "l" and self.can_wait():
                    self.left_for_later = True
                    return
                if key == keys.CTRL_Z:
                    self._console.stand_aside()
                self._ask_to_leave()
        self._tell(self._player.stop())

    def _ask_to_leave(self) -> None:
        self._console.say(LEAVE)
        if self.can_wait():
            self._console.say(LATER)

    def _leaves(self, key: str) -> bool:
        """Whether a key, while it asks, means to leave. The key that asked does not: it may be held."""
        return key.lower() in {"y", keys.CTRL_C}

    def skip(self) -> None:
        """Goes on to what follows."""
        self._tell(self._player.next())

    def _seconds(self) -> float | None:
        """How long to wait for a key at most."""
        due = self._player.seconds_to_due()
        view = self._player.view()
        if self._console.attended or view.phase is not Phase.PLAYING or not view.interval.waits:
            return due
        left = max(0.0, view.length - view.elapsed) / self._player.speed
        return left if due is None else min(due, left)

    def _go_on_alone(self) -> None:
        """What a person would do: go on after a pause, and end what has no clock."""
        view = self._player.view()
        ended = view.phase is Phase.PLAYING and view.interval.waits and view.elapsed >= view.length - 1e-6
        if ended or view.phase is Phase.PAUSED:
            self._tell(self._player.space())

    def _tell(self, events: Events) -> None:
        for line in self._teller.tell(events, self._player.view()):
            self._console.say(line)

    def _hold(self) -> bool:
        """Everything stands still; whether it went on before."""
        went_on = self._player.phase in {Phase.PLAYING, Phase.COUNTING_IN}
        self._tell_but_pauses(self._player.pause())
        return went_on and self._player.phase is Phase.PAUSED

    def _tell_but_pauses(self, events: Events) -> None:
        """A pause that the person did not ask for by itself is not said."""
        self._tell(tuple(event for event in events if not (isinstance(event, Paused) and not event.away)))

    def _release(self, *, went_on: bool) -> None:
        if went_on and self._player.phase is Phase.PAUSED:
            self._tell(self._player.space())
        elif self._player.phase is Phase.PAUSED:
            self._console.say(f"Paused. {self._pressing.goes_on()}")

    def _done(self) -> None:
        """Done, where that is waited for."""
        if self._player.phase is Phase.PLAYING and self._player.view().interval.waits:
            self._tell(self._player.space())

    def _adjust(self, seconds: int) -> None:
        events = self._player.adjust(seconds)
        self._tell(events)
        if not any(isinstance(event, Adjusted) for event in events):
            self._console.say("The time stays as it is.")

    def _where(self) -> None:
        self._tell(self._player.tick())
        self._console.say(self._teller.where(self._player.view()))

    def _mute(self) -> None:
        self._tell(self._player.tick())
        self._player.cues.muted = muted = not self._player.cues.muted
        self._console.say("Muted. These lines go on." if muted else "The cues are heard again.")

    def _how(self) -> None:
        """How and why; the routine waits meanwhile."""
        interval = self._player.view().interval
        shown = self._player.plan.next_work(interval.index) if interval.kind is Kind.REST else None
        self._read(how(self._card, shown or interval))

    def _read(self, lines: list[str]) -> None:
        """Something to read; the routine waits until it was read."""
        self._hold()
        for line in lines:
            self._console.say(line)
        self._say_that_it_waits()

    def _pain(self) -> None:
        if self._ask_pain is None:
            self._console.say("A rehearsal asks nothing.")
            return
        went_on = self._hold()
        if self._player.phase.over:
            return
        if self._ask_pain():
            self._tell(self._player.stop())
        else:
            self._release(went_on=went_on)

    def _stand_aside(self) -> None:
        self._tell(self._player.pause())
        self._console.stand_aside()

    def _continued(self) -> None:
        """After a while in the background it waits for the person."""
        self._hold()
        self._say_that_it_waits()

    def _say_that_it_waits(self) -> None:
        if not self._player.phase.over:
            self._console.say(f"The routine waits. {self._pressing.goes_on()}")
