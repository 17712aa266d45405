"""What the player screen says at one moment, as plain texts. Pure: a view in, words out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from hiproutine.config.keymap import foot_keys, key_label
from hiproutine.plan.amounts import times_text
from hiproutine.plan.beside import beside
from hiproutine.plan.distances import unit_words
from hiproutine.plan.model import Interval, Kind, Plan, Side
from hiproutine.play.view import Phase, View
from hiproutine.wording import brief, clock, count, countdown, minutes_said, phase_word, side_text, tidy

MARKS = {"work": "●", "rest": "◌", "ready": "▸", "paused": "‖"}
TEMPO_WORDS = ("out", "pause", "back", "pause")
HELD_WORDS = ("out", "hold", "back")
WIDEST = 5
"""Characters that have room in large."""


class Scene(NamedTuple):
    """Every text of the player screen."""

    mood: str
    """work, rest, ready or paused: which mark and colour the phase has."""
    word: str
    """The phase in words."""
    detail: str
    """Set, round or repetitions, beside the word."""
    name: str
    side: Side | None
    digits: str
    """What stands in large."""
    under: str
    """What the large digits count, where that is not seconds left."""
    cue: str
    next_label: str
    """Next, or in a change, where the next thing already stands large: then."""
    next: str
    next_side: Side | None
    next_setup: str
    status: str
    keys: tuple[tuple[str, str], ...]

    @property
    def mark(self) -> str:
        """The phase as a shape."""
        return MARKS[self.mood]

    @property
    def slow(self) -> Scene:
        """All that does not change every second."""
        return self._replace(digits="0" if self.digits else "", status="")


def scene_of(
    view: View,
    plan: Plan,
    cue: str,
    now: datetime,
    speed: float = 1.0,
    *,
    keys: Mapping[str, str] = MappingProxyType({}),
) -> Scene:
    """The scene for a view. `cue` is what was said last in this interval; `now` is the wall clock.

    `keys` are those that were changed, by what they do.
    """
    interval = view.interval
    shown = _shown(interval, plan)
    after = plan.next_work(shown.index)
    lap = _lap(view, shown)
    return Scene(
        mood=_mood(view),
        word=_word(view),
        detail=_detail(view, shown, lap),
        name=interval.about.sentence or interval.name if interval.kind is Kind.CONFIRM else shown.name,
        side=shown.side,
        digits=_digits(view),
        under=_under(view, _done_key(keys)),
        cue=_cue(view, shown, cue),
        next_label="Next" if interval.kind in {Kind.WORK, Kind.CONFIRM} else "Then",
        next=_next(shown, after, plan, lap),
        next_side=after.side if after else None,
        next_setup=after.about.setup if after and after.name != shown.name else "",
        status=_status(view, plan, now, speed),
        keys=foot_keys(_keys(view), keys, "player"),
    )


def _shown(interval: Interval, plan: Plan) -> Interval:
    """The interval whose name stands large: in a rest or a change, the work that comes."""
    if interval.kind in {Kind.WORK, Kind.CONFIRM}:
        return interval
    return plan.next_work(interval.index) or interval


def _mood(view: View) -> str:
    if view.phase is Phase.PAUSED:
        return "paused"
    if view.phase is Phase.COUNTING_IN or view.interval.kind in {Kind.READY, Kind.SWITCH, Kind.CONFIRM}:
        return "ready"
    return "rest" if view.interval.kind is Kind.REST else "work"


def _word(view: View) -> str:
    if view.phase is Phase.PAUSED:
        return "Paused"
    if view.phase is Phase.COUNTING_IN:
        return "Get ready"
    return phase_word(view.interval.kind, view.interval.dose)


def _lap(view: View, shown: Interval) -> int:
    """Which round without a number what is shown is of; a change back to the beginning leads to the next."""
    return view.interval.lap + (shown.index < view.interval.index)


def _detail(view: View, shown: Interval, lap: int) -> str:
    parts = []
    if view.phase is Phase.PAUSED and view.away:
        away = minutes_said(view.away) if view.away >= 120 else count(round(view.away), "second")
        parts.append(f"away for {away}, so it waits")
    if shown.open_rounds:
        parts.append(f"round {lap}")
    if shown.sets > 1:
        parts.append(f"set {shown.set} of {shown.sets}")
    if shown.all_reps or shown.distance:
        parts.append(times_text(shown, " a side" if shown.sides in {"each", "alternate"} else ""))
    parts += beside(shown.about)
    return " · ".join(part for part in parts if part)


def _digits(view: View) -> str:
    interval = view.interval
    if view.phase is Phase.COUNTING_IN:
        return str(view.count_in)
    if interval.kind is Kind.CONFIRM:
        return ""
    if view.rep:
        return str(view.rep[0]).rjust(len(str(interval.all_reps)))
    if interval.self_paced:
        return _paced_digits(view)
    text = countdown(view.left)
    return text.rjust(2) if view.length >= 10 and len(text) == 1 else text


def _asked(interval: Interval) -> str:
    """How often or how far, in figures; nothing where neither is asked for."""
    if interval.distance:
        number = interval.distance.split(" ")[0]
        return number if len(number) <= WIDEST else str(round(float(number)))
    if not interval.all_reps:
        return ""
    many = f"{interval.all_least}-{interval.all_reps}" if interval.all_least else str(interval.all_reps)
    return many if len(many) <= WIDEST else str(interval.all_reps)


def _paced_digits(view: View) -> str:
    """What a step at one's own pace has in large: the time left of its rounds, how often, or how long it takes yet."""
    if view.rounds_left is not None:
        return countdown(view.rounds_left)
    return _asked(view.interval) or (clock(view.second) if view.second >= 60 else str(view.second))


def _done_key(keys: Mapping[str, str]) -> str:
    """The key that says done."""
    return key_label(keys.get("player.space", "space").split(",")[0])


def _under(view: View, key: str) -> str:
    interval = view.interval
    if view.phase is Phase.COUNTING_IN:
        return ""
    if interval.kind is Kind.CONFIRM:
        return f"{key} when you have checked"
    if view.rep:
        tempo = interval.tempo or ()
        words = interval.beats or (HELD_WORDS if interval.held else TEMPO_WORDS)
        parts = [words[part] for part in range(len(tempo)) if tempo[part]]
        now = words[view.rep[1]]
        return f"of {interval.all_reps} · {now}" if now in parts else f"of {interval.all_reps}"
    if interval.distance:
        return f"{unit_words(interval.distance)} · {key} when done"
    if interval.self_paced:
        counted = ("time" if interval.all_reps == 1 else "times") if interval.all_reps else ""
        return " · ".join(part for part in (_left_of_rounds(view) or counted, f"{key} when done") if part)
    return ""


def _cue(view: View, shown: Interval, cue: str) -> str:
    interval = view.interval
    if interval.kind in {Kind.READY, Kind.REST}:
        texts = (cue, shown.about.setup) if interval.kind is Kind.REST else (shown.about.setup, cue)
        return "\n".join(text for text in texts if text)
    if interval.kind is Kind.SWITCH:
        return "The same on the other side."
    return cue or interval.about.setup


def _left_of_rounds(view: View) -> str:
    """That the large digits count down the time of rounds without a number."""
    if view.rounds_left is None:
        return ""
    return "left" if view.rounds_left else "the last step"


def _next(shown: Interval, after: Interval | None, plan: Plan, lap: int) -> str:
    """What comes after what stands large: a rest, and then another exercise, side or set."""
    if after is None:
        return "you are done"
    section = plan.section_of(shown.index)
    again = section is not None and after.index <= shown.index
    between = plan.intervals[shown.index + 1 : section.end if section and again else after.index]
    rest = sum(interval.seconds for interval in between if interval.kind is Kind.REST)
    rests = f"{brief(rest)} rest" if rest else ""
    if any(interval.closes for interval in between):
        rests = "rest until the next round"
    if again:
        text = f"round {lap + 1}: {after.name}"
    elif after.name != shown.name:
        text = after.name
    else:
        text = f"set {after.set} of {after.sets}" if after.set != shown.set else ""
    return ", then ".join(part for part in (rests, text) if part)


def _status(view: View, plan: Plan, now: datetime, speed: float) -> str:
    parts = [f"Step {view.interval.step} of {plan.steps}"] if plan.steps else []
    if view.interval.rounds > 1:
        parts.append(f"round {view.interval.round} of {view.interval.rounds}")
    counts = view.rounds_left is not None and not view.interval.self_paced
    counts = counts and clock(view.rounds_left or 0) != clock(view.total_left)  # where nothing follows the rounds
    if view.rounds_left is not None and counts:
        parts.append(f"{clock(view.rounds_left)} of the rounds")
    about = "about " if plan.estimated else ""
    parts.append(f"{about}{clock(view.total_left)} left")
    if view.phase is not Phase.PAUSED and speed == 1.0 and not counts:
        parts.append(f"done at {about}{(now + timedelta(seconds=view.total_left)):%H:%M}")
    if speed != 1.0:
        parts.append(f"rehearsal {tidy(speed)}×")
    return " · ".join(parts)


def _keys(view: View) -> tuple[tuple[str, str], ...]:
    if view.phase is Phase.PAUSED:
        space = "go on"
    elif view.phase is Phase.PLAYING and view.interval.waits:
        space = "done"
    else:
        space = "pause"
    lengthens = not (view.interval.waits or view.interval.tempo)
    return (
        ("space", space),
        ("n", "next"),
        ("b", "back"),
        *((("+-", "10 s"),) if lengthens else ()),
        ("p", "pain"),
        ("i", "how"),
        ("?", "keys"),
        ("q", "leave"),
    )


def side_label(side: Side | None) -> str:
    """A side with its arrow at its own edge: `◀ left side`, `right side ▶`."""
    if side is None:
        return ""
    return f"◀ {side_text(side)}" if side is Side.LEFT else f"{side_text(side)} ▶"
