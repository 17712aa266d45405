"""What people write for the values of this format, by what they mean by it. Pure."""

from __future__ import annotations

import re
from datetime import date, time

from hiproutine.errors import Place, Problem
from hiproutine.routine.values import as_written, quoted

_FOLDED = str.maketrans("", "", "-_ ")
_SORER = frozenset({"sore", "sore side", "painful", "the sorer", "sorer side", "weak", "weaker", "affected", "injured"})
_ARTICLES = re.compile(r"^(?:on |in )?(?:the |my |your )?(?=back|stomach|belly|side$)")
_IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_IN_WORDS, 1)}
_BETWEEN = (re.compile(r"[,;]"), re.compile(r"[,;/+&]| and | or "))
"""What stands between the words of a list that is written as one text, and between those of `when`."""
_AS_MANY = frozenset(
    {
        "max",
        "amrap",
        "asmanyaspossible",
        "asmanyasyoucan",
        "any",
        "unlimited",
        "infinite",
        "inf",
        "∞",
        "open",
        "forever",
    }
)
"""Without blanks and dashes: what stands for rounds without a number."""
REST_OF_A_ROUND = frozenset({"rest", "the rest", "remaining", "remainder", "what is left", "left", "until the minute"})
"""What stands for a rest that is as long as what is left of a round."""
_ONE_OR_BOTH = '"each" for one side after the other, "both" for both at once'
_WORDS: dict[str, dict[str, str]] = {
    "sides": {
        **dict.fromkeys(("l", "links", "left side", "left leg", "the left", "left only"), '"left"'),
        **dict.fromkeys(("r", "rechts", "right side", "right leg", "the right", "right only"), '"right"'),
        **dict.fromkeys(("left/right", "right/left", "left & right", "left + right", "l+r", "l&r"), _ONE_OR_BOTH),
        **dict.fromkeys(("both sides", "both legs", "left and right", "per side", "l/r", "lr", "2"), _ONE_OR_BOTH),
        **dict.fromkeys(("each side", "each leg", "one side", "unilateral", "single"), '"each"'),
        **dict.fromkeys(("alternating", "alternately", "alternating sides", "switch"), '"alternate"'),
        **dict.fromkeys(("both sides at once", "both at once", "together"), '"both"'),
    },
    "when": {
        **dict.fromkeys(("before", "before a run", "before run", "before running", "pre", "warm-up"), '"pre-run"'),
        **dict.fromkeys(("after", "after a run", "after run", "after running", "post", "cool-down"), '"post-run"'),
        **dict.fromkeys(("rest", "day off", "off day"), '"rest-day"'),
        **dict.fromkeys(
            ("any", "always", "whenever", "every day", "daily", "morning", "evening", "night", "noon"), '"any-time"'
        ),
    },
    "load": {
        **dict.fromkeys(("easy", "light", "little", "gentle"), '"low"'),
        **dict.fromkeys(("medium", "middle", "mid", "normal", "some"), '"moderate"'),
        **dict.fromkeys(("hard", "heavy", "intense", "a lot", "strong"), '"high"'),
        **dict.fromkeys(("no", "zero", "0"), '"none"'),
    },
    "position": {
        **dict.fromkeys(("back", "on the back", "lying", "on your back"), '"supine"'),
        **dict.fromkeys(("stomach", "belly", "on the stomach", "face down"), '"prone"'),
        **dict.fromkeys(("side", "on the side", "side lying"), '"side-lying"'),
        **dict.fromkeys(("quadruped", "hands and knees", "four-point"), '"all-fours"'),
        **dict.fromkeys(("seated", "sit"), '"sitting"'),
        **dict.fromkeys(("stand", "upright"), '"standing"'),
        **dict.fromkeys(("walking", "running"), '"moving"'),
    },
}
"""By key and by what is written, what to write for it."""


def value_meant(key: str, value: str, choices: list[str]) -> str:
    """What to write for a word that is none of the choices of a key; empty where its meaning is not known."""
    folded = _ARTICLES.sub("", value.strip().casefold().removesuffix(" load" if key == "load" else ""))
    known = _WORDS.get("sides" if key == "first_side" else key, {}).get(folded, "")
    if key == "first_side" and folded in _SORER:
        return '"sorer"'
    if known and (key != "first_side" or known in {'"left"', '"right"'}):
        return known
    alike = folded.translate(_FOLDED)
    return next((f'"{choice}"' for choice in choices if choice.translate(_FOLDED) == alike), "")


def wrong_type(place: Place, value: object, wanted: str) -> Problem:
    """The problem of a value of another kind than is `wanted`, such as `a list`."""
    key = next((str(part) for part in reversed(place) if isinstance(part, str)), "")
    if isinstance(value, (date, time)):
        message = f"{quoted(value)} is a date or a time, not {wanted}"
        return Problem("wrong-type", message, place, f"write it in quotes: {as_written(quoted(value))}")
    cures = {"a list": _list, "a text": _text, "a whole number": _number, "a table": _table}
    return Problem(
        "wrong-type", f"{as_found(value)} stands where {wanted} belongs", place, cures[wanted](value, key, place)
    )


def as_found(value: object) -> str:
    """A value as a sentence names it: never in Python's own writing."""
    return {dict: "a table", list: "a list", bool: "true or false"}.get(type(value), quoted(value))


def _list(value: object, key: str, place: Place) -> str:
    if key == "blocks" and isinstance(value, dict) and "title" not in value:
        return "write [[blocks]] and its title above it"
    if (
        key == "steps"
        and isinstance(value, dict)
        and value
        and all(isinstance(one, (dict, list)) for one in value.values())
    ):
        name = next(iter(value))
        below = "" if str(name).isdecimal() else f", and exercise = {as_written(name)} below it, or name"
        return f"write [[{'.'.join(part for part in place if isinstance(part, str))}]] for each of them{below}"
    if key in {"steps", "blocks"}:
        return (
            f"write [[{'.'.join(part for part in place if isinstance(part, str))}]]"
            if isinstance(value, dict)
            else (f"write [[{key}]], a table for each")
        )
    if isinstance(value, str) and value.strip().casefold() in {"", "none", "no", "nothing"} and key != "cues":
        return "write [ ], or take the line out"
    if isinstance(value, str):
        parts = [value] if key == "cues" else [part.strip() for part in _BETWEEN[key == "when"].split(value)]
        if key == "tags" and value.startswith("#"):
            parts = [part.lstrip("#") for part in value.split()]
        meant = [value_meant(key, part, []).strip('"') or part for part in parts if part]
        return f"write {as_written(meant)}"
    return (
        f"write [[steps.cues]], or put it in [ ]: [{as_written(value)}]"
        if isinstance(value, dict) and key == "cues"
        else "write a list in [ ]"
    )


def _text(value: object, key: str, place: Place) -> str:  # noqa: ARG001
    if key == "say" and isinstance(value, list):
        return f"write cues = {as_written(value)}"
    if key == "skip":
        return "write the exercise or the name of the step, in quotes"
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return f"write {as_written('; '.join(value))}"
    return "write a text in quotes" if isinstance(value, (dict, list, bool)) else f'write "{as_written(value)}"'


def _table(value: object, key: str, place: Place) -> str:
    if isinstance(value, str) and place[-1] != key and key == "steps":
        return f"write {{ exercise = {as_written(value)} }}, or name in place of exercise"
    if key == "defaults":
        return "write [defaults]" if isinstance(value, list) else "write [defaults] on a line alone, its keys below it"
    return "write [[steps]], and its keys below it" if key == "steps" else "write [[blocks]], and its keys below it"


def _number(value: object, key: str, place: Place) -> str:  # noqa: ARG001
    if key == "rounds" and isinstance(value, str) and value.casefold().translate(_FOLDED) in _AS_MANY:
        return 'for as many rounds as fit, write for = "10m" in place of rounds and time'
    if isinstance(value, list) and value:
        return "write one number" if key == "rounds" else "write one number, and a step for each of the others"
    if isinstance(value, float) and abs(value) < 1e6:
        return f"write {round(value)}" if value.is_integer() else f"write {int(value)} or {int(value) + 1}"
    return number_in(value.strip().casefold(), key) if isinstance(value, str) else "write a number"


def number_in(text: str, key: str) -> str:
    """What to write for a text in which a number stands, or none."""
    if text in _NUMBERS:
        return f"write {_NUMBERS[text]}"
    cure = "write a number, without quotes"
    if match := re.fullmatch(r"([0-9]{1,2}) ?[x×*] ?([0-9]{1,3})", text):
        cure = f"write sets = {match[1]} and reps = {match[2]}" if key == "reps" else f"write {match[1]}"
    elif match := re.fullmatch(r"([0-9]{1,3}) ?(?:-|–|to|or|bis) ?([0-9]{1,3})", text):
        cure = f"write one number: {match[2]}"
    elif match := re.match(r"([0-9]{1,4})(?![0-9])", text):
        cure = f"write {match[1]} without quotes" if match[0] == text else f"write {match[1]}"
    elif key == "reps":
        cure = 'write a number, or open = "2m" in its place for as many as there are'
    return cure
