"""Which outputs there are for one playing: those that were chosen, and those that this machine offers by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from hiproutine.cues import SPACE, Chorus, Counting, CueOutput, Signal

if TYPE_CHECKING:
    from pathlib import Path

    from hiproutine.plan.model import Plan


class Chosen(Protocol):
    """Which outputs a person has chosen, a field each; None means by itself."""

    @property
    def bell(self) -> bool | None:
        """The terminal's bell."""

    @property
    def sound(self) -> bool | None:
        """Tones."""

    @property
    def volume(self) -> int:
        """How loud tones are, from 0 to 100."""

    @property
    def voice(self) -> bool:
        """Speech."""

    @property
    def notify(self) -> bool:
        """Notifications."""

    @property
    def title(self) -> bool:
        """The window's title."""

    @property
    def progress(self) -> bool:
        """Tab or task bar."""

    @property
    def flash(self) -> bool:
        """The digits' colour."""

    @property
    def countdown(self) -> int:
        """How many of the last seconds are told; 0 for none."""

    @property
    def tick(self) -> bool:
        """Whether every second ticks."""

    @property
    def say_left(self) -> int:
        """Seconds between two times at which the voice says the time left; 0 for never."""


def chorus(
    chosen: Chosen,
    plan: Plan,
    environ: Mapping[str, str],
    *,
    ring: Callable[[], None],
    write: Callable[[str], None] | None,
    flash: Callable[[Signal], None] | None,
    complain: Callable[[str], object],
    windows: bool = False,
    more: tuple[CueOutput, ...] = (),
    space: str = SPACE,
    voice_lengths: Callable[[], Path] | None = None,
) -> Chorus:
    """All chosen outputs as one. `write` takes what a terminal obeys, `flash` paints; None where that cannot be.

    `space` is what the person's key for “done” is called; `voice_lengths` says where a voice keeps how
    long it takes.
    """
    outputs: list[CueOutput] = []
    counting = Counting(chosen.countdown, chosen.tick, chosen.say_left)
    sounds = _sounds(chosen, environ)
    if chosen.bell or (chosen.bell is None and not sounds):
        from hiproutine.cues.bell import Bell

        outputs.append(Bell(ring))
    if sounds:
        from hiproutine.cues.sound import Sound

        outputs.append(Sound(chosen.volume))
    if chosen.voice:
        from hiproutine.cues.lengths import Lengths
        from hiproutine.cues.speech import Speech, Voice

        voice = Voice(lengths=Lengths(voice_lengths() if voice_lengths else None))
        outputs.append(Speech(plan, voice, space=space, counting=counting))
    if flash and chosen.flash:
        from hiproutine.cues.flash import Flash

        outputs.append(Flash(flash))
    if write:
        outputs += _written(chosen, plan, environ, write, windows=windows)
    return Chorus([*outputs, *more], complain, counting)


def _sounds(chosen: Chosen, environ: Mapping[str, str]) -> bool:
    """Whether tones are played: when that is chosen, or by itself where they can be heard."""
    if chosen.sound is not None:
        return chosen.sound
    from hiproutine.cues.sound import available

    return available(environ).ok


def _written(
    chosen: Chosen, plan: Plan, environ: Mapping[str, str], write: Callable[[str], None], *, windows: bool
) -> list[CueOutput]:
    """What the terminal shows outside its screen."""
    if not (chosen.notify or chosen.title or chosen.progress):
        return []
    from hiproutine.cues.notify import Notifications, Progress, Title
    from hiproutine.cues.terminals import terminal_of

    terminal = terminal_of(environ, windows=windows)
    kinds = ((chosen.title, Title), (chosen.notify, Notifications), (chosen.progress, Progress))
    return [kind(write, plan, terminal) for wanted, kind in kinds if wanted]
