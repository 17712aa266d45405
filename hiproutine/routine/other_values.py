"""Values as people write them who think of another language, or whose keyboard puts in other signs. Pure.

What stands after the = is read up to a comment, and said as TOML has it.
"""

from __future__ import annotations

import re

from hiproutine.routine.durations import meant_seconds
from hiproutine.routine.meant_values import number_in
from hiproutine.routine.values import as_written
from hiproutine.wording import spelt

Explained = tuple[tuple[str, str], int, int]
"""What is wrong and the cure, and from where to where in the text."""

CURLY = "“”„‟‘’‚«»"
READY = re.compile(r"[-+]?\d+(\.\d+)?|true|false|\"[^\"]*\"|'[^']*'|\[.*\]|\{.*\}")
_COMMENT_END = re.compile(r"[ \t]*(#|(?<!:)//|/\*|<!--|--[ \t]).*$")
_NOTHING = frozenset({"null", "none", "nil", "~", "undefined", "n/a"})
_PAUSES = frozenset({"get_ready", "transition", "switch", "set_rest", "round_rest"})
PARTS = re.compile(r"\"[^\"]*\"|'[^']*'|[^,\s][^,]*")
_ONE_TEXT = frozenset(
    {"title", "name", "summary", "why", "source", "safety", "stop_if", "setup", "confirm", "say", "exercise"}
)
"""Keys whose value is one text, commas and all."""


def curly(rest: str) -> tuple[str, str]:
    """About a text that begins with a curly quotation mark."""
    inner = re.match(rf"[{CURLY}]([^{CURLY}\"]*)[{CURLY}\"]", rest)
    cure = 'write a text in straight quotes: "text"'
    if inner and not bare(rest[inner.end() :]):
        cure = f"write {as_written(inner[1])}"
    elif inner and not rest[inner.end() :].lstrip().startswith((",", "]", "}")):
        cure = "write straight quotes around the whole text: “ and ” may stand inside them"
    return f"{rest[0]} is not a quotation mark of TOML", cure


def round_brackets(rest: str) -> tuple[str, str] | None:
    """About a list in round brackets."""
    if bare(rest) == "(":
        return "a list is in [ ], not in ( )", "write [ here, and ] at its end"
    match = re.fullmatch(r"\(([^()\[\]{}]*)\)", bare(rest))
    if not match:
        return None
    listed = ", ".join(ready(part) for part in PARTS.findall(match[1]))
    return "a list is in [ ], not in ( )", f"write [{listed}]"


def word(key: str, said: str, at: int) -> Explained:
    """What to write for the value of a key that stands without quotes."""
    if key in {"reps", "sets", "rounds"}:
        return (f"“{short(said)}” is not a number", number_in(said.casefold(), key)), at, at + len(said)
    if said.casefold() in _NOTHING and (written := {"load": '"none"', **dict.fromkeys(_PAUSES, '"0s"')}.get(key)):
        return (f"“{said}” is not in quotes", f"write {written}"), at, at + len(said)
    if match := re.match(r"([^,\"'\[\]{}]+),[ \t]*([A-Za-z_]+)[ \t]*=", said):
        cure = f"write {key} = {ready(match[1])}, and {match[2]} on a line of its own"
        return ("a line has one key", cure), at + match.start(2), at + match.end(2)
    if said.casefold() in _NOTHING:
        return (f"“{said}” is not a value", "take the line out: what is unsaid has its usual value"), at, at + len(said)
    if "," in said and key not in _ONE_TEXT and not re.search(r"[\"'\[\]{}]", said):
        parts = [part.strip() for part in said.split(",")]
        return (f"“{short(said)}” is not in quotes", f"write {as_written(parts)}"), at, at + len(said)
    return unquoted(said, at)


def unquoted(said: str, at: int) -> Explained:
    """What to write for a text or a length without quotes."""
    if len(said) > 1 and said[-1] in f"\"'{CURLY}" and not re.search(f"[\"'{CURLY}]", said[:-1]):
        words = "the text has no quotation mark at its beginning", _at_most(f"write {as_written(said[:-1])}")
        return words, at, at + len(said)
    seconds = meant_seconds(said) if ":" not in said else None
    cure = f'write "{spelt(seconds)}"' if seconds else f"write {as_written(said)}"
    return (f"“{short(said)}” is not in quotes", _at_most(cure)), at, at + len(said)


def _at_most(cure: str) -> str:
    """The cure, where it is short enough to be read."""
    return cure if len(cure) < 120 else "put it in quotes"


def bare(rest: str) -> str:
    """What stands up to a comment or the end of the line, without what no value ends with."""
    return _COMMENT_END.sub("", rest).strip().rstrip(",;").rstrip()


def ready(raw: str) -> str:
    """A value as TOML writes it, from how another language would."""
    said = bare(raw)
    if not said or READY.fullmatch(said) or said[0] in "[{":
        return said
    seconds = meant_seconds(said) if said[0].isdigit() else None
    return f'"{spelt(seconds)}"' if seconds else as_written(said.strip(f"\"'{CURLY}"))


def short(word: str) -> str:
    """A word that is short enough for a sentence."""
    return word if len(word) <= 40 else f"{word[:37]}…"
