"""What can be written at a place of a routine or an exercise: keys, values and ids, each with its hint. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain

from hiproutine.authoring.hints import HINTS
from hiproutine.authoring.outline import Context, outline
from hiproutine.routine.dose_checks import HELD_REPS
from hiproutine.routine.model import DOSES, Block, Defaults, Exercise, Routine, Step
from hiproutine.routine.tables import Table, keys_of, words_of
from hiproutine.routine.values import as_written

_TABLES: dict[str, type[Table]] = {
    "Routine": Routine,
    "Defaults": Defaults,
    "Block": Block,
    "Step": Step,
    "Exercise": Exercise,
}
_KINDS = {
    (): "Routine",
    ("defaults",): "Defaults",
    ("blocks",): "Block",
    ("steps",): "Step",
    ("blocks", "steps"): "Step",
    ("steps", "cues"): "Cue",
    ("blocks", "steps", "cues"): "Cue",
    **{
        (*steps, key): "Sided"
        for steps in (("steps",), ("blocks", "steps"))
        for key in ("hold", "time", "reps", "distance", "sets")
    },
}
for _steps in (("steps",), ("blocks", "steps")):
    _KINDS[(*_steps, "progress")] = "StepProgress"
_KINDS["blocks", "progress"] = "BlockProgress"
_EXERCISE_KINDS = {(): "Exercise", ("cues",): "Cue"}
_HEADER = re.compile(r"^[^\S\n]*\[\[?[^\S\n]*([A-Za-z_]\w*)[\w.]*[^\S\n]*\]", re.MULTILINE)
_HEADERS = {
    "steps": "[[steps]]",
    "blocks": "[[blocks]]",
    "defaults": "[defaults]",
    "vars": "[vars]",
    "weeks": "[[weeks]]",
}
_BESIDE = frozenset({"defaults", "vars", "weeks"})
"""Those of them that stand beside steps or blocks."""
_VARS = re.compile(
    r"^[^\S\n]*(?:\[\[?[^\S\n]*(?:vars|weeks)[^\S\n]*\]\]?[^\n]*\n(.*?)(?=^[^\S\n]*\[|\Z)|weeks[^\S\n]*=[^\S\n]*(\[.*?\]))",
    re.MULTILINE | re.DOTALL,
)
"""`[vars]`, one of `[[weeks]]`, or `weeks = [ ]`, as far as its first closing bracket."""
_NAMED = frozenset({"exercise", "easier", "harder", "include", "skip"})
_INCLUDE = re.compile(r"""\binclude[^\S\n]*=[^\S\n]*["']([^"'\n]*)""")
_LISTS = frozenset({"skip", "when", "tags", "equipment", "easier", "harder", "avoid_if", "aliases", "muscles", "beats"})
_LENGTHS = ("20s", "30s", "45s", "1m", "2m", "5m")
_PAUSES = ("0s", "5s", "8s", "10s", "30s")
_VALUES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("hold", "time", "open", "rest"), _LENGTHS),
    **dict.fromkeys(("get_ready", "transition", "switch", "set_rest", "round_rest"), _PAUSES),
    "reps": ("8-12", "12-15"),
    "distance": ("100m", "200m", "400m", "1 km", "5 km", "1 mi"),
    "weight": ("2 kg", "5 kg", "10 kg", "20 kg"),
    "band": ("yellow", "red", "green", "blue", "black"),
    "pace": ("5:00 /km", "6:00 /km", "9:00 /mi"),
    "every": ("1m", "2m", "30s", "90s"),
    "for": ("10m", "8m", "12m", "20m"),
    "effort": ("easy", "moderate", "hard", "very hard"),
    "rep_time": ("3s", "4s", "5s", "6s"),
    "muscles": ("glutes", "hip flexors", "hamstrings", "quadriceps", "abductors", "adductors", "calves", "abdominals"),
    "equipment": ("mat", "wall", "chair", "foam roller"),
    "beats": ("In", "Hold", "Out"),
    "tempo": ("2-1-2", "3-1-2-1"),
    "at": ("half", "10s", "-10s"),
}
"""Of keys whose values are no fixed words: what is usual."""
_NUMBERS = {"format": ("1",), "reps": ("8", "10", "12", "15"), "sets": ("2", "3"), "rounds": ("2", "3")}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that can be written."""

    word: str
    """What it is looked for by."""
    text: str
    """What is written for it."""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """What can be written in place of a part of the text."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    begun: bool
    """Whether something of it is written already."""


@dataclass(frozen=True, slots=True)
class Known:
    """What can be named: each id, or word, with what it is called."""

    exercises: Mapping[str, str]
    routines: Mapping[str, str] = field(default_factory=dict)
    steps_of: Callable[[str], Mapping[str, str]] = lambda _: {}
    """The steps of a routine that may be left out where it is included."""


def completion(text: str, at: int, known: Known, *, in_exercise: bool = False) -> Completion | None:
    """What can be written at an offset of a routine, or of an exercise."""
    kinds = _EXERCISE_KINDS if in_exercise else _KINDS
    first, last = _section(text, at)
    found = outline(text[first:last], at - first)
    if found.context is None or not found.context.fresh:
        return None
    context = replace(found.context, start=found.context.start + first, end=found.context.end + first)
    uses = () if in_exercise else tuple(dict.fromkeys(_vars(text)))
    tables = {match[1] for match in _HEADER.finditer(text)}
    end = context.end
    written = text[context.start : at]
    if written[:1] in {'"', "'"}:
        if context.end - context.start < 2 or text[context.end - 1] != written[0]:
            end = at  # no quote ends it: what follows is another's
        if not context.key:
            return None
    word = written.strip("\"'")
    names = [part for part in context.table if isinstance(part, str)]
    kind = kinds.get(tuple(name for number, name in enumerate(names) if not number or name != names[number - 1]))
    if context.header:
        options = iter(()) if in_exercise else _headers(tables)
    elif context.key:
        named = _named(context.key[-1], known, text[first:last], at - first)
        options = chain(_values(context, kind, named), _uses(uses, context, kind))
    elif names == ["weeks"]:
        options = _asked_for(text)
    else:
        own = text[context.start : context.end]
        present = found.keys_of(context.table) - {own}
        options = _keys(kind, present, tables, text[context.end :].split("\n", 1)[0].lstrip())
    candidates = _matching(word, options)
    if not candidates or (len(candidates) == 1 and candidates[0].text == text[context.start : end]):
        return None
    if any(one.word == word and one.text.strip() == text[context.start : end] for one in candidates):
        return None
    return Completion(context.start, end, candidates, begun=bool(written))


def _named(key: str, known: Known, section: str, at: int) -> Mapping[str, str]:
    """What the value of a key can name."""
    if key == "include":
        return known.routines
    if key == "skip":
        found = list(_INCLUDE.finditer(section))
        before = [match for match in found if match.start() < at]
        return known.steps_of((before[-1:] or found[:1])[0][1]) if found else {}
    return known.exercises


def _vars(text: str) -> Iterator[str]:
    """The names of the values of `[vars]` and `[[weeks]]`."""
    for match in _VARS.finditer(text):
        yield from re.findall(r"(?:^|[{,])[^\S\n]*([A-Za-z][\w-]*)[^\S\n]*=", match[1] or match[2] or "", re.MULTILINE)


def _asked_for(text: str) -> Iterator[Candidate]:
    """The names that something stands for with a `$`: what a week can say."""
    for name in dict.fromkeys([*_vars(text), *re.findall(r"[\"']\$([A-Za-z][\w-]*)[\"']", text)]):
        yield Candidate(name, f"{name} = ", "From this week on.")


def _uses(names: Iterable[str], context: Context, kind: str | None) -> Iterator[Candidate]:
    """Values of `[vars]`, where something else than a text or a list of words belongs."""
    key = context.key[-1]
    if kind in {"Step", "Block", "Defaults"} and key in HINTS[kind] and (key in _VALUES or key in _NUMBERS):
        for name in names:
            yield Candidate(f"${name}", f'"${name}"', "A value of [vars].")


def _matching(word: str, options: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that begin so, and after them those that have it somewhere."""
    word = word.casefold()
    listed = list(options)
    first = [one for one in listed if one.word.casefold().startswith(word)]
    inside = [one for one in listed if word in f"{one.word} {one.hint if ' ' not in word else ''}".casefold()]
    if len(word) < 3:
        inside = []
    return tuple(dict.fromkeys([*first, *inside]))


def _section(text: str, at: int) -> tuple[int, int]:
    """From the last header before an offset to the first one after it: all that decides what can be written there."""
    starts = [match.start() for match in _HEADER.finditer(text)]
    place = bisect_left(starts, at)
    return starts[place - 1] if place else 0, starts[place] if place < len(starts) else len(text)


def _keys(kind: str | None, present: set[str], tables: set[str], rest: str) -> Iterator[Candidate]:
    """The keys of a table that it does not have yet, before the `rest` of a line; a second dose is none of them."""
    if kind is None:
        return
    doses = present & {*DOSES} if kind in {"Step", "Exercise"} else set()
    for key, hint in HINTS[kind].items():
        if not _goes_beside(kind, key, present):
            continue
        if key in present or (doses and key in DOSES and not _held_reps(doses | {key}, present)):
            continue
        if key in _HEADERS and not (kind == "Block" or rest.startswith("=")):
            if key not in tables and not ({"steps", "blocks"} & (tables | present) and key not in _BESIDE):
                yield Candidate(key, _HEADERS[key], hint.text)
        elif key in {"steps", "blocks"} and kind == "Block":
            if not {"steps", "blocks", "include"} & present:
                yield Candidate(key, f"[[blocks.{key}]]", hint.text)
        else:
            yield Candidate(key, key if rest.startswith("=") else f"{key} = ", hint.text)


def _goes_beside(kind: str, key: str, present: set[str]) -> bool:
    """Whether a key can stand beside others where a routine is included, or is not."""
    if key == "skip":
        return "include" in present
    if "include" in present:
        return kind == "Block"
    return key != "include" or not present & ({"steps", "blocks"} if kind == "Block" else {"exercise", "name", *DOSES})


def _held_reps(doses: set[str], present: set[str]) -> bool:
    """Whether these are repetitions that are held, and nothing else beats their time."""
    return doses == HELD_REPS and "tempo" not in present


def _headers(tables: set[str]) -> Iterator[Candidate]:
    """The tables that can follow."""
    hints = HINTS["Routine"]
    if "blocks" not in tables:
        yield Candidate("[[steps]]", "[[steps]]", "One more step.")
    if "steps" not in tables:
        yield Candidate("[[blocks]]", "[[blocks]]", hints["blocks"].text)
    if "blocks" in tables:
        yield Candidate("[[blocks.steps]]", "[[blocks.steps]]", HINTS["Block"]["steps"].text)
        yield Candidate("[[blocks.blocks]]", "[[blocks.blocks]]", HINTS["Block"]["blocks"].text)
        yield Candidate("[[blocks.blocks.steps]]", "[[blocks.blocks.steps]]", HINTS["Block"]["steps"].text)
    if "defaults" not in tables:
        yield Candidate("[defaults]", "[defaults]", hints["defaults"].text)
    if "vars" not in tables:
        yield Candidate("[vars]", "[vars]", hints["vars"].text)
    yield Candidate("[[weeks]]", "[[weeks]]", hints["weeks"].text)


def _values(context: Context, kind: str | None, named: Mapping[str, str]) -> Iterator[Candidate]:
    """What the value of a key can be; `named` are the ids it can be, where it is one."""
    key = context.key[-1]
    if kind is None or key not in HINTS[kind]:
        return
    if kind.endswith("Progress"):
        yield from (Candidate(str(one), as_written(one)) for one in HINTS[kind][key].examples)
        return
    hint = ""
    words: Mapping[str, str]
    if key in _NAMED:
        words = named
    else:
        found = _choices(kind, key) or _VALUES.get("hold" if (kind, key) == ("Block", "time") else key, ())
        words = dict.fromkeys(found, hint)
    yield from (Candidate(number, number, hint) for number in _NUMBERS.get(key, ()))
    for word, about in words.items():
        text = f'"{word}"'
        yield Candidate(word, f"[{text}]" if key in _LISTS and not context.listed else text, about)


@cache
def _choices(kind: str, key: str) -> tuple[str, ...]:
    """The words that a key takes, where they are fixed."""

    table = _TABLES.get(kind)
    return tuple(words_of(keys_of(table).get(key))) if table else ()
