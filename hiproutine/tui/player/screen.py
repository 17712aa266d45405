"""The player screen: shows what the player says, gives it the person's keys, and holds the one timer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.getters import query_one

from hiproutine.cues import Signal
from hiproutine.cues.flash import FLASH_SECONDS
from hiproutine.plan.model import Interval, Kind
from hiproutine.play.events import CueDue, Events, IntervalStarted
from hiproutine.play.player import Player
from hiproutine.play.view import Phase
from hiproutine.routine.loaded import Loaded
from hiproutine.tui.changed_keys import changed_keys
from hiproutine.tui.painting_once import once_painted
from hiproutine.tui.player.big_time import BigTime
from hiproutine.tui.player.figure_pane import FigurePane, Find
from hiproutine.tui.player.interruptible import InterruptibleScreen
from hiproutine.tui.player.scene import Scene, scene_of
from hiproutine.tui.player.step_list import StepList
from hiproutine.tui.player.text import digit_template, scene_lines, status_line, step_names, title_line
from hiproutine.tui.waking import Waking
from hiproutine.tui.widgets.cached_rows import CachedHorizontal, CachedVertical
from hiproutine.tui.widgets.folded import Folded
from hiproutine.tui.widgets.line import Line
from hiproutine.tui.widgets.step_bar import StepBar

LEAST_COLUMNS, LEAST_ROWS = 60, 20
WIDE = 100
"""Columns from which the steps stand beside the player."""
TALL = 36
"""Rows from which there is air between the lines; with fewer, it would push the cue out."""
PADDING = 4
"""Columns beside everything, left and right together."""
NARROW = 66
"""Columns under which the keys stand closer."""
MOST_PAINTS = 30
"""Paints a second at most, when a rehearsal runs faster than an eye."""


def digit_rows(rows: int) -> int:
    """How tall the digits are on a screen of so many rows: a third, and less where every line is needed."""
    return rows // 3 - (1 if rows < TALL else 0)


class PlayerScreen(InterruptibleScreen):
    """Plays a routine; dismissed with whether it was finished."""

    CSS_PATH = "player.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "space", "Pause, go on, or done", id="player.space"),
        Binding("enter", "acknowledge", "Done", id="player.done", show=False),
        Binding("n,right", "next", "Next", id="player.next"),
        Binding("b,left", "back", "Back", id="player.back"),
        Binding("g", "jump", "Go to a step", id="player.jump"),
        Binding("r", "restart", "Restart the step", id="player.restart"),
        Binding("plus,equals_sign", "adjust(10)", "Ten seconds more", id="player.more"),
        Binding("minus", "adjust(-10)", "Ten seconds less", id="player.less"),
        Binding("down,pagedown", "read(1)", "More of what does not fit", show=False),
        Binding("up,pageup", "read(-1)", "Back in what does not fit", show=False),
        Binding("p", "pain", "Pain now", id="player.pain"),
        Binding("m", "mute", "Mute", id="player.mute"),
        Binding("i", "how", "How and why", id="player.how"),
        Binding("question_mark", "keys", "Keys", id="player.keys"),
        Binding("q,escape", "leave", "Leave", id="player.leave"),
    ]

    bar = query_one(StepBar)
    digits = query_one(BigTime)
    status = query_one("#status", Line)
    steps = query_one(StepList)

    def __init__(
        self,
        loaded: Loaded,
        player: Player,
        now: Callable[[], datetime] = datetime.now,
        *,
        start: tuple[int, float] | None = None,
        ask_pain: Callable[[PlayerScreen], None] | None = None,
        find_figure: Find | None = None,
        can_wait: Callable[[], bool] = lambda: False,
        stood: Callable[[], object] = lambda: None,
    ) -> None:
        """`start` is an interval to go on at, and seconds into it; `ask_pain` holds this screen, asks, releases it.

        `find_figure` gives the figure of an exercise by its id; without it nothing is drawn. `can_wait`
        says whether it is kept, so that it can be gone on with later. `stood` is called once it is painted.
        """
        super().__init__()
        self._figure_pane = FigurePane(self, player, find_figure) if find_figure else None
        self._starts_at = start
        self.can_wait = can_wait
        self._stood = stood
        self._ask_pain = ask_pain
        self.loaded = loaded
        self.player = player
        self._now = now
        self._cue = ""
        self._timer: Waking | None = None
        self._stands = False
        """Whether everything is there that is painted."""
        self._slow: object = None
        """What was painted last of what does not change every second."""

    def compose(self) -> ComposeResult:
        """Title and bar above, the one thing in the middle, what comes next and the keys below."""
        self._take_room(
            self.size
        )  # before anything stands here: each change of it has all of that looked through again
        plan = self.player.plan
        rounds = (section.seconds for section in plan.sections.values())
        longest = max((*rounds, *(interval.seconds for interval in plan.intervals)), default=0)
        yield Line("A little more room, please: 60 columns and 20 rows show the routine.", id="too-small")
        with CachedVertical(id="player"):
            yield Line(id="title")
            yield StepBar(plan.step_seconds, id="bar")
            with CachedHorizontal(id="middle"):
                with CachedVertical(id="now"):
                    yield Line(id="phase")
                    yield Folded(id="name")
                    yield Line(id="side")
                    yield BigTime(digit_template(longest), id="digits")
                    yield Line(id="under")
                    yield Folded(id="cue")
                yield StepList(step_names(plan), id="steps")
            yield Line(id="next")
            yield Folded(id="next-setup")
            yield Line(id="status")
            yield Line(id="keys")

    def on_mount(self) -> None:
        """Starts the player and the one timer."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self.pause())
        self._stands = True
        self._give_digits_room(self.size)
        self.noticed(self.player.start(self._starts_at))
        once_painted(self, self._stand)

    def _stand(self) -> None:
        """The digits come first; what takes as long again to load and to draw follows."""
        self._stood()
        if self._figure_pane:
            self._figure_pane.begin()

    def on_resize(self, event: Resize) -> None:
        """Gives the digits their room."""
        self._take_room(event.size)
        self._give_digits_room(event.size)
        self._slow = None
        self.call_after_refresh(self._paint)
        if self._figure_pane and not self.has_class("-small"):
            self.call_after_refresh(self._figure_pane.place)

    def _take_room(self, size: Size) -> None:
        columns, rows = size
        self.set_class(columns < LEAST_COLUMNS or rows < LEAST_ROWS, "-small")
        self.set_class(columns >= WIDE, "-wide")
        self.set_class(rows < 24, "-low")
        self.set_class(rows >= TALL, "-tall")

    def _give_digits_room(self, size: Size) -> None:
        columns, rows = size
        self.digits.room(columns - PADDING - (44 if columns >= WIDE else 0), digit_rows(rows))

    def ask(self) -> None:
        """Asks the player what was due, and shows it; called by the one timer."""
        self.noticed(self.player.tick())

    def pause(self) -> None:
        """Pauses the routine."""
        self.noticed(self.player.pause())

    def action_space(self) -> None:
        """Pause, go on, or done."""
        self.noticed(self.player.space())

    def action_acknowledge(self) -> None:
        """Done, where that is waited for."""
        if self.player.phase is Phase.PLAYING and self.player.view().interval.waits:
            self.noticed(self.player.space())

    def action_next(self) -> None:
        """On to what follows."""
        self.noticed(self.player.next())

    def action_back(self) -> None:
        """Back to the work before."""
        self.noticed(self.player.back())

    def action_restart(self) -> None:
        """Starts the step that is played again."""
        self.noticed(self.player.restart())

    def action_adjust(self, seconds: int) -> None:
        """Longer or shorter."""
        self.noticed(self.player.adjust(seconds))

    def action_mute(self) -> None:
        """Switches every cue off or on."""
        self.player.cues.muted = not self.player.cues.muted
        self._paint()

    def action_pain(self) -> None:
        """How it feels now; the routine waits meanwhile. A rehearsal does not ask."""
        if self._ask_pain and self._aside is None:
            self._ask_pain(self)

    def action_read(self, rows: int) -> None:
        """Scrolls in the texts that do not fit."""
        for text in self.query(Folded):
            text.scroll_rows(rows)

    def flash(self, signal: Signal) -> None:
        """Changes the digits' colour for a moment; longer for what matters more."""
        self.digits.add_class("-flash")
        seconds = FLASH_SECONDS * (2 if signal in {Signal.OPENING, Signal.END} else 1)
        self.set_timer(seconds, lambda: self.digits.remove_class("-flash"), name="flash")

    def noticed(self, events: Events) -> None:
        """Shows what happened, and waits for what is due next."""
        for event in events:
            if isinstance(event, IntervalStarted):
                self._cue = ""
            elif isinstance(event, CueDue):
                self._cue = event.say
        if self.player.phase.over:
            self.stop_timer()
            if self.is_attached and not self._closing:
                self.dismiss(self.player.session.finished)
            return
        self._paint()
        self._set_timer()

    def _set_timer(self) -> None:
        self.stop_timer()
        seconds = self.player.seconds_to_due()
        if seconds is not None:
            least = 1 / MOST_PAINTS if self.player.rehearsing else 0.001
            self._timer = Waking(self, max(seconds, least), self.ask)

    def stop_timer(self) -> None:
        """Asks the player nothing more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _paint(self) -> None:
        if not self._stands or self.has_class("-small"):
            return
        view = self.player.view()
        scene = scene_of(view, self.player.plan, self._cue, self._now(), self.player.speed, keys=changed_keys(self.app))
        slow = (scene.slow, view.interval.index, self.player.cues.muted, self.size.width)
        alone = slow == self._slow  # most seconds change nothing else, and each costs a processor that was asleep
        self.digits.show(scene.digits, alone=alone)
        room = self.size.width - PADDING
        self.bar.show(view.position, room, dim=scene.mood == "paused", alone=alone)
        self.status.set_text(status_line(scene, room), alone=alone)
        if not alone:
            self._slow = slow
            self._paint_slow(scene, view.interval)
            if self._figure_pane:
                self._figure_pane.follow(view)

    def _paint_slow(self, scene: Scene, interval: Interval) -> None:
        """What stays for more than a second."""
        paused = scene.mood == "paused"
        self.digits.display = bool(scene.digits)
        flashing = " -flash" if self.digits.has_class("-flash") else ""
        self.digits.set_classes(f"-{scene.mood}{flashing}")
        sentence = self.query_one("#name", Folded)
        sentence.set_class(interval.kind is Kind.CONFIRM, "-sentence")
        for name, content in scene_lines(scene, narrow=self.size.width < NARROW).items():
            self.query_one(f"#{name}", Line).set_text(content)
        room = self.query_one("#now").size
        sentence.styles.height = (
            min(sentence.rows_for(room.width), max(1, room.height - 6)) if interval.kind is Kind.CONFIRM else None
        )
        title, muted = self.player.plan.titled, self.player.cues.muted
        self.query_one("#title", Line).set_text(title_line(title, interval.block_title, muted=muted, paused=paused))
        if self.has_class("-wide"):
            self.steps.show(interval.step)
