"""Cues as authors write them: a text, or a table with a moment of its step. Pure."""

from __future__ import annotations

import re
from typing import Literal

from hiproutine.routine.durations import meant_seconds, seconds_of, spelt
from hiproutine.routine.values import BadValue, Cue, as_written, quoted, shortened
from hiproutine.wording import PLACEHOLDERS, nearest, template_problem

_MOMENT = 'write "10s" from the start, "-10s" before the end, or "half"'
_FROM = re.compile(r"(.+?) (?:(before(?: the)? end|to go|left)|in|after(?: the)? start|from(?: the)? start)")
_AT = frozenset({"when", "time", "after", "start", "moment", "second", "seconds"})
_SAY = frozenset({"text", "cue", "speak", "words", "message", "name", "tell", "says"})
_MOMENTS = {
    **dict.fromkeys(("50%", "halfway", "half way", "half-way", "half time", "middle", "mid", "halb", "0.5"), "half"),
    **dict.fromkeys(("start", "begin", "beginning", "0%"), "0s"),
}
_MEANT = {
    **dict.fromkeys(("exercise", "step", "title"), "name"),
    **dict.fromkeys(("time", "duration", "hold", "sec", "secs", "s", "length"), "seconds"),
    **dict.fromkeys(("sides", "leg"), "side"),
    **dict.fromkeys(("following", "upcoming"), "next"),
}
"""What is written for a placeholder."""


def parse_cue(value: object) -> Cue:
    """A plain text, or a table `{ at = "10s" | "-10s" | "half", say = "..." }`.

    Raises:
        BadValue: `bad-cue`, `wrong-type`, `unknown-key` or `missing-key`, with the key inside the cue; and the others.
    """
    if isinstance(value, str):
        return Cue(_cue_text(value, ()))
    if not isinstance(value, dict):
        cure = 'write a text, or { at = "half", say = "..." }'
        if isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value):
            cure = f"write {{ at = {as_written(value[0])}, say = {as_written(value[1])} }}"
        raise BadValue("wrong-type", f"{quoted(value)} is not a cue", cure)
    wrong = [_no_key_of_a_cue(str(key), value) for key in value if key not in {"at", "say"}]
    anchor: tuple[Literal["start", "end", "half"], int] = ("start", 0)
    say = ""
    try:
        anchor = _moment(_part(value, "at"))
    except BadValue as bad:
        wrong.append(bad)
    try:
        say = _cue_text(_part(value, "say"), ("say",))
    except BadValue as bad:
        wrong.append(bad)
    if any(bad.code == "unknown-key" for bad in wrong):
        wrong = [bad for bad in wrong if bad.code != "missing-key"]  # the one is the other, with a slip of the pen
    if wrong:
        wrong[0].also = tuple(wrong[1:])
        raise wrong[0]
    return Cue(say, *anchor)


def _no_key_of_a_cue(key: str, cue: dict[str, object]) -> BadValue:
    folded = key.casefold()
    close = ("at",) if folded in _AT else ("say",) if folded in _SAY else nearest(key, ["at", "say"])
    cure = f"did you mean “{close[0]}”" if close else "take it out: a cue has “at” and “say”"
    if isinstance(said := cue[key], str) and len(cue) == 1 and not close:
        at = _MOMENTS.get(folded, folded) if folded in _MOMENTS or folded == "half" else "half"
        cure = f"write {{ at = {as_written(at)}, say = {as_written(said)} }}"
    if close and close[0] in cue:
        cure = f"“{close[0]}” stands there already: take this out"
    return BadValue("unknown-key", f"a cue has no key “{shortened(key)}”", cure, (key,))


def _part(cue: dict[str, object], key: str) -> object:
    if key in cue:
        return cue[key]
    said = cue.get("say")
    cure = 'write { at = "half", say = "..." }'
    if key == "at" and isinstance(said, str):
        cure = f'write {{ at = "half", say = {as_written(said)} }}, or the text alone'
    raise BadValue("missing-key", f"the cue has no “{key}”", cure)


def _cue_text(value: object, inside: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        raise BadValue("wrong-type", f"{quoted(value)} is not a text", "write it in quotes", inside)
    if not value.strip():
        raise BadValue("out-of-range", "the cue is empty", "write what is to be said, or take it out", inside)
    if problem := template_problem(value):
        raise BadValue("bad-cue", problem, _brace_cure(problem), inside)
    return value


def _brace_cure(problem: str) -> str:
    """What to write for a brace, or for what stands in a pair of them."""
    found = problem.partition("“")[2].partition("”")[0]
    word = found.strip("{} ").casefold()
    if len(found) == 1:
        return f"write {found}{found} for a brace"
    close = word if word in PLACEHOLDERS else _MEANT.get(word) or next(iter(nearest(word, PLACEHOLDERS, 1)), "")
    if close:
        return f"write {{{close}}}"
    names = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    return f"use {names}, or write {{{{ and }}}} for braces"


def _moment(value: object) -> tuple[Literal["start", "end", "half"], int]:
    if value == "half":
        return "half", 0
    before_end = isinstance(value, str) and value.startswith("-")
    try:
        if before_end and isinstance(value, str):
            return "end", seconds_of(value[1:])
        seconds = seconds_of(value)
    except BadValue as bad:
        raise BadValue(
            "bad-cue", f"{quoted(value)} is not a moment of the step", _moment_cure(value, bad), ("at",)
        ) from None
    return ("end", -seconds) if seconds < 0 else ("start", seconds)


def _moment_cure(value: object, bad: BadValue) -> str:
    """What to write for a moment that is none."""
    if not isinstance(value, str):
        return 'write "half"' if value == 0.5 else _MOMENT
    if moment := _MOMENTS.get(value.strip().casefold()):
        return f'write "{moment}"'
    if value.strip().casefold() in {"end", "the end", "finish", "last", "100%"}:
        return 'write "-5s", which is 5 s before the end'
    if value[:1] in "–−—":
        return f'write "-{value[1:]}"'
    if (side := _FROM.fullmatch(value.strip().casefold())) and (seconds := meant_seconds(side[1])):
        return f'write "{"-" if side[2] else ""}{spelt(seconds)}"'
    return bad.cure if bad.cure.startswith('write "') and not value.startswith("-") else _MOMENT
