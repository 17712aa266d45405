"""What people write for the keys of this format, by what they mean by it. Pure.

Meaning comes before spelling: “duration” looks like “transition” and means something else.
"""

from __future__ import annotations

from typing import NamedTuple

from hiproutine.routine.durations import meant_seconds, spelt
from hiproutine.routine.model import DOSES, Block, Defaults, Exercise, Routine, Step
from hiproutine.routine.tables import Table, keys_of
from hiproutine.routine.values import as_written, slug_of


class Cure(NamedTuple):
    """What to do about a key that is none, and the keys that are meant by it."""

    text: str
    keys: tuple[str, ...] = ()


class Found(NamedTuple):
    """A key that its table does not have, and what stands around it."""

    key: str
    table: type[Table]
    value: object = None
    beside: frozenset[str] = frozenset()
    """The keys of its table."""
    titled: bool = True
    """Whether the file has a title where it belongs."""


def _mean(key: str) -> Cure:
    return Cure(f"did you mean “{key}”", (key,))


_HOMES: dict[str, type[Table]] = {
    "a routine": Routine,
    "a block": Block,
    "a step": Step,
    "[defaults]": Defaults,
    "an exercise": Exercise,
}
_DOSE = Cure("write hold or time", ("hold", "time"))
_EACH_SIDE = Cure('write sides = "each"', ("sides",))
_REPEATED = Cure("write reps for repetitions, or sets for sets", ("reps", "sets"))
_NONE = Cure("take it out: a step has none")
_ROUNDS = Cure("a block has rounds: write rounds", ("rounds",))
_TO_THE_TOP = "it belongs to the routine: move it to the top of the file"
_EACH_STEP = Cure("write it in each of the block's steps")
_LISTS = frozenset({"steps", "blocks"})
_FOLDED = str.maketrans("", "", "-_ ")

_OF_A_STEP: dict[str, Cure] = {
    **dict.fromkeys(("duration", "seconds", "secs", "sec", "length", "minutes", "mins", "min", "long", "dose"), _DOSE),
    **dict.fromkeys(("work", "worktime", "active", "on"), _DOSE),
    **dict.fromkeys(("perside", "eachside", "bothsides", "perleg", "eachleg", "unilateral"), _EACH_SIDE),
    **dict.fromkeys(("holdtime", "holdfor", "hang"), _mean("hold")),
    **dict.fromkeys(("repetitions", "repetition", "rep", "count"), _mean("reps")),
    **dict.fromkeys(("repeat", "repeats", "times"), _REPEATED),
    **dict.fromkeys(("round", "rounds"), Cure("write sets, or put the step in a block, which has rounds", ("sets",))),
    **dict.fromkeys(("restbetweensets", "pausebetweensets", "restbetween", "setpause", "setbreak"), _mean("set_rest")),
    "roundrest": _mean("set_rest"),
    **dict.fromkeys(("description", "how", "howto", "details", "positionnotes"), _mean("setup")),
    **dict.fromkeys(("label", "caption"), _mean("name")),
    **dict.fromkeys(("side", "leg", "legs"), _mean("sides")),
    **dict.fromkeys(("move", "movement", "drill", "pose", "ex", "exerciseid"), _mean("exercise")),
    **dict.fromkeys(("speed", "cadence"), _mean("tempo")),
    **dict.fromkeys(("prep", "preparation", "leadin"), _mean("transition")),
    **dict.fromkeys(("warning", "caution"), _mean("safety")),
    **dict.fromkeys(("stop", "stopwhen"), _mean("stop_if")),
    **dict.fromkeys(("tools", "gear", "props"), _mean("equipment")),
    "series": _mean("sets"),
    **dict.fromkeys(("kg", "lbs", "kilos", "pounds", "weights", "dumbbell", "barbell", "resistance"), _mean("weight")),
    **dict.fromkeys(("bands", "resistanceband", "loop", "theraband"), _mean("band")),
    **dict.fromkeys(("metres", "meters", "km", "kilometres", "kilometers", "miles", "yards", "far"), _mean("distance")),
    **dict.fromkeys(("intensity", "rpe", "exertion", "borg"), _mean("effort")),
    **dict.fromkeys(("breath", "breaths"), Cure('write open = "30s", about how long they take', ("open",))),
    **dict.fromkeys(("routine", "import", "use", "extends", "includes", "insert"), _mean("include")),
    **dict.fromkeys(("without", "except", "omit", "exclude", "leaveout", "skips"), _mean("skip")),
    "type": Cure(f"write a dose in its place: {', '.join(DOSES[:-1])} or confirm", ("name", "exercise", "rest")),
    **dict.fromkeys(("selfpaced", "amrap", "max"), Cure('write open = "2m", about how long it takes', ("open",))),
    **dict.fromkeys(("image", "picture", "photo", "video", "url", "link", "color", "colour", "sound", "id"), _NONE),
}
_GROWS = dict.fromkeys(("progression", "increase", "growth", "overload", "increment", "ramp"), _mean("progress"))
_SAID = frozenset({"speak", "text", "cue", "instruction", "instructions", "hint", "hints", "tip", "tips"})
_PAUSES = frozenset({"pause", "break", "restafter", "recovery"})
_NOTES = frozenset({"note", "notes", "comment", "comments", "remark", "remarks", "memo", "todo", "info"})
_OF_THE_BODY = frozenset({"difficulty", "level", "optional"})
_TEXTS = frozenset({"setup", "cues", "safety", "why", "source", "stop_if"})
"""Keys whose text a step takes from its exercise until it writes its own."""
_OF_A_BLOCK: dict[str, Cure] = {
    **dict.fromkeys(("sets", "repeat", "repeats", "times", "reps", "round", "laps", "circuits"), _ROUNDS),
    **dict.fromkeys(("rest", "pause", "break", "setrest", "restbetweenrounds"), _mean("round_rest")),
    "side": _mean("sides"),
    **dict.fromkeys(("emom", "onthe", "ontheminute", "eachround", "interval", "cycle"), _mean("every")),
    **dict.fromkeys(
        ("amrap", "asmanyrounds", "asmanyroundsaspossible", "max", "until", "cap", "timecap", "loop"), _mean("for")
    ),
    **dict.fromkeys(("repeatfor", "roundsfor", "repeatuntil", "goon", "goesonfor"), _mean("for")),
    **dict.fromkeys(("atend", "ending", "laststep", "whenover"), _mean("last")),
    **dict.fromkeys(("duration", "seconds", "length", "minutes"), _mean("time")),
    **dict.fromkeys(("name", "label"), _mean("title")),
    **dict.fromkeys(("routine", "import", "use", "extends", "includes", "insert"), _mean("include")),
    **dict.fromkeys(("without", "except", "omit", "exclude", "leaveout", "skips"), _mean("skip")),
    **dict.fromkeys(("exercises", "step", "exercise"), Cure("write it in a step: [[blocks.steps]] with exercise = …")),
    "description": _mean("why"),
    **_GROWS,
}
_OF_A_ROUTINE: dict[str, Cure] = {
    "id": Cure("take it out: the id is the file's name"),
    **dict.fromkeys(("name", "routine"), _mean("title")),
    **dict.fromkeys(("description", "about"), _mean("summary")),
    **dict.fromkeys(("exercises", "moves"), Cure("write a [[steps]] with exercise = … for each of them", ("steps",))),
    **dict.fromkeys(("rest", "pause", "break"), Cure("write transition under [defaults] for the pause between steps")),
    "exercise": Cure("it belongs in a step: write [[steps]] above it"),
    **dict.fromkeys(
        ("include", "includes", "import", "extends"),
        Cure("write [[steps]], and include = … with the id of a routine below it", ("steps",)),
    ),
    **dict.fromkeys(("duration", "time", "length", "minutes"), Cure("take it out: the steps say how long it takes")),
    **dict.fromkeys(("date", "created"), Cure("take it out: a routine has none")),
    **dict.fromkeys(("type", "kind"), _mean("tags")),
    "step": _mean("steps"),
    **dict.fromkeys(("block", "sections", "section", "circuit"), _mean("blocks")),
    **dict.fromkeys(("author", "reference", "references", "url"), _mean("source")),
    **dict.fromkeys(("difficulty", "level", "intensity"), _mean("load")),
    **dict.fromkeys(("category", "categories", "tag", "keywords"), _mean("tags")),
    "default": _mean("defaults"),
    **dict.fromkeys(("week", "weekly", "phases", "phase", "schedule", "progression", "programme"), _mean("weeks")),
    **dict.fromkeys(("variables", "variable", "var", "let", "constants", "values"), _mean("vars")),
    **dict.fromkeys(("version", "schema"), Cure("take it out, or write format = 1")),
    **dict.fromkeys(("rounds", "sets", "repeat", "repeats"), Cure("put the steps in a block: [[blocks]] has rounds")),
}
_MEANT: dict[type[Table], dict[str, Cure]] = {
    Routine: _OF_A_ROUTINE,
    Block: _OF_A_BLOCK,
    Step: {**_OF_A_STEP, **_GROWS},
    Exercise: {**_OF_A_STEP, "id": Cure("take it out: the id is the file's name"), "title": _mean("name")},
    Defaults: {
        **dict.fromkeys(("rest", "restbetweensets", "pausebetweensets", "setpause", "setbreak"), _mean("set_rest")),
        **dict.fromkeys(("countin", "countdown", "start", "leadin", "getready"), _mean("get_ready")),
        **dict.fromkeys(("change", "between", "pause", "break", "restbetweensteps"), _mean("transition")),
        **dict.fromkeys(("side", "firstleg", "startside", "begin"), _mean("first_side")),
        **dict.fromkeys(("switchsides", "sideswitch", "changesides"), _mean("switch")),
        "sides": Cure("write sides in the steps; here, first_side is left, right or sorer"),
        "prep": _mean("get_ready"),
    },
}


def meant_by(found: Found) -> Cure | None:
    """What a key stands for that its table does not have; None where its meaning is not known.

    A key that is there already is never advised once more: the file would then have it twice.
    """
    folded = found.key.casefold().translate(_FOLDED)
    exact = next((field for field in keys_of(found.table) if field.translate(_FOLDED) == folded), None)
    if exact:
        return _as_header(once(_mean(exact), found), found)
    # its own tables say what a word means before another table is named as its home
    if found.table is Routine and folded in {"exercise", "exercises"} and _tables(found.value):
        return Cure("write [[steps]]", ("steps",))
    if found.table is Routine and folded in {"rest", "pause", "break"} and _tables(found.value):
        return Cure("write [[steps]], and rest = … below it with its length", ("steps",))
    if found.table is Routine and folded in {"rounds", "round", "sets", "laps"} and _tables(found.value):
        return Cure("write [[blocks]]", ("blocks",))
    if found.table is Block and folded in {"step", "exercise", "exercises"} and _tables(found.value):
        return Cure("write [[blocks.steps]]", ("steps",))
    cure = _said_or_paused(folded, found) or _noted(folded, found) or _title(found)
    cure = cure or _MEANT.get(found.table, {}).get(folded)
    return _as_header(once(cure, found), found) if cure else _home_of(found)


def _as_header(cure: Cure, found: Found) -> Cure:
    """The cure of a key that stands in a header, with the brackets it has there."""
    if found.table is Routine and cure.keys in {("steps",), ("blocks",)} and cure.text.startswith("did you mean"):
        return Cure(f"write [[{cure.keys[0]}]]", cure.keys) if _tables(found.value) else cure
    return cure


def unknown_here(found: Found) -> Cure | None:
    """What to write for a key that is like none: a name that stands where only keys do."""
    slug = slug_of(found.key)
    if not slug:
        return None
    within = _keys_of(found.value)
    if found.table is Routine and within and within <= {*keys_of(Defaults)}:
        return Cure("write [defaults]", ("defaults",))
    if found.table is Routine and within & {*keys_of(Step)}:
        return Cure(f"write [[steps]], and exercise = {as_written(slug)} below it, or name", ("steps",))
    long = spelt(meant_seconds(found.value) or 0) if isinstance(found.value, str) else ""
    if found.table is Step and long not in {"", "0s"} and not found.beside & {"name", "exercise", *DOSES}:
        keys = ("name", "exercise", *DOSES)
        return Cure(f'write exercise = {as_written(slug)}, or name, and hold = "{long}", a line each', keys)
    return None


def _keys_of(value: object) -> frozenset[str]:
    """The keys of a table, or of the first of several."""
    one = value[0] if isinstance(value, list) and value else value
    return frozenset(one) if isinstance(one, dict) else frozenset()


def _tables(value: object) -> bool:
    """Whether it stands under a header of its own."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def once(cure: Cure, found: Found) -> Cure:
    """The cure, or another where the keys it names are there already."""
    if isinstance(found.value, (dict, list)) and set(cure.keys) & found.beside & _LISTS:
        return Cure(f"write [[{cure.keys[0]}]] here as well: each is one of a list", cure.keys)
    keys = tuple(key for key in DOSES if key != "rest") if cure is _DOSE else cure.keys
    there = [key for key in keys if key in found.beside]
    if not there or (cure is not _DOSE and len(there) < len(cure.keys)):
        return cure
    if there[0] in _TEXTS and isinstance(found.value, (str, list)):
        return Cure(f"“{there[0]}” stands there already: write this into it", cure.keys)
    return Cure(f"“{there[0]}” stands there already: take this out", cure.keys)


def _said_or_paused(folded: str, found: Found) -> Cure | None:
    """Cures that name the value."""
    if found.table not in {Step, Exercise}:
        return None
    if folded in _SAID:
        texts = found.value if isinstance(found.value, list) else [found.value]
        return Cure(f"write cues = {as_written(texts)}" if found.value else 'write cues = ["..."]', ("cues",))
    if folded in _PAUSES and found.table is Step:
        return Cure(f"give it a step of its own, with rest = {as_written(found.value)}")
    return None


def _noted(folded: str, found: Found) -> Cure | None:
    """What is kept beside the step rather than said: nothing of the exercise's is to be replaced by it."""
    if found.table not in {Step, Block, Exercise}:
        return None
    if folded in _OF_THE_BODY:
        return Cure(f"write {_comment(found.key, found.value)}, or say it in {_called(found.table)}")
    if folded in _NOTES:
        other = ", or as why" if "why" not in found.beside else ""
        return Cure(f"write {_comment('', found.value)}{other}", ("why",) if other else ())
    meant = _OF_A_STEP.get(folded)
    if found.table is Step and meant and meant.keys == ("setup",) and "exercise" in found.beside:
        other = ", or as setup in place of the exercise's" if "setup" not in found.beside else ""
        return Cure(f"write {_comment('', found.value)}{other}", ("setup",) if other else ())
    return None


def _called(table: type[Table]) -> str:
    return "the title" if table is Block else "the name"


def _comment(key: str, value: object) -> str:
    """How a value stands in a comment, where it is short enough to be shown."""
    said = value if isinstance(value, str) else as_written(value)
    shown = f"{key}: {said}" if key else said
    return f"it as a comment in a line of its own (# {shown if len(shown) < 40 and shown.isprintable() else '…'})"


def _title(found: Found) -> Cure | None:
    """A title that stands in a step is the step's name, or the routine's that has slipped down."""
    if found.key != "title" or found.table not in {Step, Defaults}:
        return None
    return _mean("name") if found.titled and found.table is Step else Cure(_TO_THE_TOP, ("title",))


def _in_steps(found: Found) -> Cure | None:
    """About a key of steps that stands beside them."""
    key, table = found.key, found.table
    if table not in {Routine, Defaults} or key not in keys_of(Step):
        return None
    if table is Routine and _tables(found.value):
        below = f"it belongs in a step: write {key} = … below its [[steps]]"
        return Cure("write [[steps.cues]], below the keys of its step" if key == "cues" else below)
    in_each = table is Defaults or (key in DOSES and found.beside & _LISTS)
    return Cure("it belongs in the steps: write it in each of them") if in_each else None


def _home_of(found: Found) -> Cure | None:
    """Where a key belongs that another table has."""
    key, table = found.key, found.table
    if key in keys_of(Defaults) and (table is Routine or (table is not Exercise and key not in keys_of(Step))):
        return Cure("write it under [defaults]")
    if table in {Step, Block, Defaults} and key in keys_of(Routine) and key not in _LISTS:
        listed = key in {"when", "tags"} and isinstance(found.value, str)
        return Cure(f"{_TO_THE_TOP}, as {key} = {as_written([found.value])}" if listed else _TO_THE_TOP)
    if table in {Step, Block} and key in keys_of(Exercise) and key not in keys_of(Step):
        return Cure("it belongs in the exercise's own file: take it out here")
    if table is Block and key in keys_of(Step):
        return _EACH_STEP
    home = next((name for name, model in _HOMES.items() if model is not table and key in keys_of(model)), None)
    if in_steps := _in_steps(found):
        return in_steps
    above = ": write [[steps]] above it" if table is Routine and key in DOSES else ""
    return Cure(f"it belongs in {home}{above}") if home else None
