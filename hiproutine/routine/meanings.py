"""What people write for the keys and values of this format, by what they mean by it. Pure.

Meaning comes before spelling: “duration” looks like “transition” and means something else.
"""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel

from hiproutine.routine.model import Block, Defaults, Exercise, Routine, Step


class Cure(NamedTuple):
    """What to do about a key that is none, and the keys that are meant by it."""

    text: str
    keys: tuple[str, ...] = ()


_HOMES: dict[str, type[BaseModel]] = {
    "a routine": Routine,
    "a block": Block,
    "a step": Step,
    "[defaults]": Defaults,
    "an exercise": Exercise,
}
_DOSE = Cure("write hold or time", ("hold", "time"))
_REPS = Cure("did you mean “reps”", ("reps",))
_REST = Cure('give it a step of its own: [[steps]] with rest = "..."')
_SET_REST = Cure("did you mean “set_rest”", ("set_rest",))
_SAID = Cure('write cues = ["..."]', ("cues",))
_SETUP = Cure("did you mean “setup”", ("setup",))
_REPEATED = Cure("write reps for repetitions, or sets for sets", ("reps", "sets"))
_NONE = Cure("take it out: a step has none")
_ROUNDS = Cure("a block has rounds: write rounds", ("rounds",))
_ONE_OR_BOTH = '"each" for one side after the other, "both" for both at once'
_FOLDED = str.maketrans("", "", "-_ ")

_OF_A_STEP: dict[str, Cure] = {
    **dict.fromkeys(("duration", "seconds", "secs", "sec", "length", "minutes", "mins", "min", "long"), _DOSE),
    **dict.fromkeys(("repetitions", "repetition", "rep", "count"), _REPS),
    **dict.fromkeys(("repeat", "repeats", "times"), _REPEATED),
    **dict.fromkeys(("pause", "break", "restafter", "recovery"), _REST),
    **dict.fromkeys(("restbetweensets", "pausebetweensets", "restbetween", "setpause", "setbreak"), _SET_REST),
    **dict.fromkeys(("say", "speak", "text", "cue", "instruction", "instructions"), _SAID),
    **dict.fromkeys(("description", "notes", "note", "comment", "how"), _SETUP),
    **dict.fromkeys(("label", "caption"), Cure("did you mean “name”", ("name",))),
    **dict.fromkeys(("side", "leg", "legs"), Cure("did you mean “sides”", ("sides",))),
    "series": Cure("did you mean “sets”", ("sets",)),
    **dict.fromkeys(("image", "picture", "photo", "video", "color", "colour", "sound"), _NONE),
}
_OF_A_BLOCK: dict[str, Cure] = {
    **dict.fromkeys(("sets", "repeat", "repeats", "times", "reps"), _ROUNDS),
    **dict.fromkeys(("rest", "pause", "break", "setrest"), Cure("did you mean “round_rest”", ("round_rest",))),
    "sides": Cure("write sides on each of its steps"),
    **dict.fromkeys(("duration", "seconds", "length", "minutes"), Cure("did you mean “time”", ("time",))),
    "name": Cure("did you mean “title”", ("title",)),
}
_OF_A_ROUTINE: dict[str, Cure] = {
    "id": Cure("the id is the file's name"),
    "name": Cure("did you mean “title”", ("title",)),
    **dict.fromkeys(("description", "about"), Cure("did you mean “summary”", ("summary",))),
    **dict.fromkeys(("exercises", "exercise"), Cure("write [[steps]] with exercise = ... in each", ("steps",))),
    "step": Cure("did you mean “steps”", ("steps",)),
    "block": Cure("did you mean “blocks”", ("blocks",)),
}
_MEANT: dict[type[BaseModel], dict[str, Cure]] = {
    Routine: _OF_A_ROUTINE,
    Block: _OF_A_BLOCK,
    Step: _OF_A_STEP,
    Exercise: {**_OF_A_STEP, "id": Cure("the id is the file's name"), "title": Cure("did you mean “name”", ("name",))},
    Defaults: {},
}
SIDES = {
    **dict.fromkeys(("l", "links", "left side", "left leg", "the left"), '"left"'),
    **dict.fromkeys(("r", "rechts", "right side", "right leg", "the right"), '"right"'),
    **dict.fromkeys(("both sides", "both legs", "left and right", "per side", "l/r", "2"), _ONE_OR_BOTH),
    **dict.fromkeys(("alternating", "alternately", "switch"), '"alternate"'),
}
"""What people write for `sides`, and what to write for it."""


def meant_by(key: str, table: type[BaseModel]) -> Cure | None:
    """What a key stands for that a table does not have; None where its meaning is not known."""
    folded = key.casefold().translate(_FOLDED)
    exact = next((field for field in table.model_fields if field.translate(_FOLDED) == folded), None)
    if exact:
        return Cure(f"did you mean “{exact}”", (exact,))
    # its own tables say what a word means before another table is named as its home
    return _MEANT.get(table, {}).get(folded) or _home_of(key, table)


def _home_of(key: str, table: type[BaseModel]) -> Cure | None:
    """Where a key belongs that another table has."""
    if table is Step and key == "title":
        return Cure("a step has a name; the routine's title stands above the first [[steps]]", ("name",))
    if table is Routine and key in Defaults.model_fields:
        return Cure("write it under [defaults]")
    if table in {Step, Block} and key in Routine.model_fields and key not in {"steps", "blocks"}:
        return Cure("it belongs to the routine: move it above the first [[steps]]")
    home = next((name for name, model in _HOMES.items() if model is not table and key in model.model_fields), None)
    return Cure(f"it belongs in {home}") if home else None
