"""Slips of the pen in bundled routines, one at a time: `python -m tests.routine.made_slips` tries them all.

Each is a line as a person could have written it who meant the line that is there; whoever follows the cures of `check`
comes back to what is played.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hiproutine.paths import bundled
from tests.routine.following import followed, planned, problems_in

ROUTINES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(bundled().glob("*.toml"))}
KEYS = {
    "hold": ("Hold", "holds", "hold-time", "duration", "seconds", "hld"),
    "time": ("Time", "tiem"),
    "reps": ("rep", "Reps", "repetitions", "rpes"),
    "sets": ("set", "Sets", "series"),
    "set_rest": ("set-rest", "setrest", "rest_between_sets", "setRest"),
    "round_rest": ("round-rest", "roundRest", "rest_between_rounds", "pause"),
    "rounds": ("round", "repeat", "sets", "times", "Rounds"),
    "exercise": ("Exercise", "excercise", "exercice", "move"),
    "name": ("Name", "nmae", "label", "title"),
    "cues": ("cue", "Cues", "speak", "instructions"),
    "setup": ("set_up", "Setup", "set-up"),
    "sides": ("side", "Sides"),
    "transition": ("Transition", "transitions"),
    "tempo": ("Tempo", "tempos", "speed"),
    "summary": ("sumary", "description"),
    "load": ("Load", "difficulty"),
    "tags": ("tag", "Tags", "keywords"),
    "when": ("When", "whens"),
}
"""By key, what is written for it."""


@dataclass(frozen=True)
class Slip:
    """A routine with one line written otherwise."""

    routine: str
    kind: str
    line: int
    text: str


def slips() -> Iterator[Slip]:
    """Every slip, in every line of every bundled routine that can have it."""
    for name, text in ROUTINES.items():
        lines = text.split("\n")
        for at, line in enumerate(lines):
            for kind, written in _written(line):
                yield Slip(name, kind, at + 1, "\n".join([*lines[:at], written, *lines[at + 1 :]]))


def _written(line: str) -> Iterator[tuple[str, str]]:
    if match := re.fullmatch(r"\[\[([\w.]+)\]\]", line):
        yield "header that stays open", f"[[{match[1]}]"
        yield "header without its end", f"[[{match[1]}"
        yield "a colon after a header", f"[[{match[1]}]]:"
        yield "capital", f"[[{match[1].title()}]]"
        yield "header in the singular", f"[[{match[1].removesuffix('s')}]]"
    match = re.fullmatch(r"(\w+) = (.*)", line)
    if not match:
        return
    key, value = match[1], match[2]
    yield from (("key", f"{other} = {value}") for other in KEYS.get(key, ()))
    yield "colon", f"{key}: {value}"
    yield "two signs", f"{key} == {value}"
    yield "walrus", f"{key} := {value}"
    yield "no sign", f"{key} {value}"
    yield "comma", f"{key} = {value},"
    yield "semicolon", f"{key} = {value};"
    yield "comment", f"{key} = {value} // as said"
    yield "no-break space", f"{key}\u00a0= {value}"
    if not value.endswith("["):
        yield "twice", f"{line}\n{line}"
    if value.isdecimal():
        yield "number in quotes", f'{key} = "{value}"'
        yield "fraction", f"{key} = {value}.0"
        yield "zero before", f"{key} = 0{value}"
    if re.fullmatch(r'"[^"\\]*"', value):
        yield from _of_text(key, value[1:-1])
    if re.fullmatch(r'\["[^"\\]*"\]', value):
        yield "text for a list", f"{key} = {value[1:-1]}"
        yield "round brackets", f"{key} = ({value[1:-1]})"
    if re.fullmatch(r'\["[^"\\]*", "[^"\\]*"\]', value):
        yield "list without brackets", f"{key} = {value[1:-1]}"
        yield "no comma", f"{key} = " + value.replace('", "', '" "')


def _of_text(key: str, said: str) -> Iterator[tuple[str, str]]:
    yield "no quotes", f"{key} = {said}"
    yield "curly quotes", f"{key} = “{said}”"
    yield "quote at the end left out", f'{key} = "{said}'
    yield "quote at the beginning left out", f'{key} = {said}"'
    yield "curly quote at the end", f'{key} = "{said}”'
    if key not in {"hold", "time"}:  # one set each, as a list says
        yield "list of one", f'{key} = ["{said}"]'
    if key in {"sides", "load"}:
        yield "capital", f'{key} = "{said.title()}"'
    if key == "exercise":
        yield "letters changed", f'{key} = "{said[:2]}{said[3:4]}{said[2:3]}{said[4:]}"'
        yield "letter left out", f'{key} = "{said[:4]}{said[5:]}"'
        yield "as a name", f'{key} = "{said.replace("-", " ").title()}"'
        yield "as a file", f'{key} = "{said}.toml"'
    if match := re.fullmatch(r"(\d+)s", said):
        for word in (" seconds", "secs", " Sek.", "''"):
            yield "length", f'{key} = "{match[1]}{word}"'
    if match := re.fullmatch(r"(\d+)m", said):
        for word in (" minutes", "mins", ",0 Min."):
            yield "length", f'{key} = "{match[1]}{word}"'


def went_wrong(slip: Slip) -> str:
    """What is wrong after the cures of a slip were followed, or nothing."""
    text = followed(slip.text)
    if problems := problems_in(text):
        return problems[0].sentence()
    meant = planned(ROUTINES[slip.routine])
    return "" if planned(text).intervals == meant.intervals else "something else is played"


def main() -> None:
    """Follows the cures of every slip, and ends with status 1 where one leads astray."""
    tried, wrong = Counter[str](), Counter[str]()
    for slip in slips():
        tried[slip.kind] += 1
        if what := went_wrong(slip):
            wrong[slip.kind] += 1
            line = slip.text.split("\n")[slip.line - 1]
            print(f"{slip.routine}:{slip.line}: {slip.kind}: {line[:60]}\n    {what}")
    print(f"{tried.total()} slips of {len(tried)} kinds; {wrong.total()} led astray: {dict(wrong)}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
