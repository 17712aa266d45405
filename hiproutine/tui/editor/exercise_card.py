"""An exercise beside its text: a card of everything it says, the key under the cursor lit. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from textual.content import Content

from hiproutine.authoring.exercises import facts, sayings
from hiproutine.authoring.hints import HINTS
from hiproutine.routine.exercise import Exercise

NO_CARD = Content("\n").join(
    [Content.styled("No card yet", "b $quiet"), Content.styled("Mend the problems below.", "$quiet")]
)
"""What stands in place of a card."""
_BEFORE_CUES = ("confirm", "equipment", "muscles", "aliases", "setup")
_LABELS_END = "  "
_KEY = re.compile(r"[^\S\n]*([a-z_]+)[^\S\n]*[=.]")


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that an exercise says."""

    key: str
    label: str
    """Empty for a cue."""
    text: str


def sayings_of(exercise: Exercise) -> tuple[Saying, ...]:
    """Everything beside its name and facts, the cues where they belong: after what comes before the start."""
    said = [Saying(*one) for one in sayings(exercise)]
    cues = [one for one in said if not one.label]
    last = max((n for n, one in enumerate(said, 1) if one.key in _BEFORE_CUES), default=0)
    return (*said[:last], *cues, *said[last : len(said) - len(cues)])


def key_at(lines: list[str], row: int) -> str:
    """The key of an exercise that a line belongs to, the last one begun before its end; empty if there is none."""
    for line in reversed(lines[: row + 1]):
        if (match := _KEY.match(line)) and match[1] in HINTS["Exercise"]:
            return match[1]
    return ""


def card_heading(exercise: Exercise, *, stale: bool) -> Content:
    """The name, and what it is, the dose first."""
    about = "As it was before the mistake" if stale else " · ".join(facts(exercise)[::-1])
    name = Content.styled(exercise.name, "b $faint" if stale else "b $strong")
    return Content("\n").join([name, Content.styled(about, "$faint" if stale else "$quiet")])


def card_text(said: tuple[Saying, ...], lit: str, columns: int, rows: int, *, stale: bool) -> Content:
    """As many lines as there is room for, around what the key that is lit says."""
    lines: list[Content] = []
    at: int | None = None
    for number, one in enumerate(said):
        follows = number > 0 and not said[number - 1].label
        at = len(lines) if at is None and one.key == lit else at
        lines += _wrapped(one, columns, lit=one.key == lit, follows=follows, stale=stale)
    first = max(0, min((at or 0) - rows // 3, len(lines) - rows))
    return Content("\n").join(lines[first : first + max(0, rows)])


def _wrapped(one: Saying, columns: int, *, lit: bool, follows: bool, stale: bool) -> list[Content]:
    """One saying in lines no wider than this; `follows` is a cue after another, which has no label of its own."""
    label = "" if follows and not one.label else f"{one.label or 'Cues'}{_LABELS_END}"
    body = Content(f"{label}{' '.join(one.text.split())}").wrap(max(8, columns - 4))
    lines = []
    for number, line in enumerate(body):
        head = label if number == 0 else ""
        mark = "▸ " if lit and number == 0 else "  "
        indent = "" if number == 0 and label else "  "
        text = line.plain[len(head) :]
        lines.append(
            Content.assemble(
                (mark, "$phase-work"),
                (f"{indent}{head}", "$faint" if stale else "$phase-work"),
                (text, "$faint" if stale else "b $strong" if lit else "$foreground"),
            )
        )
    return lines
