"""What each key of a file means, in a sentence, with examples: for the schema, and for whoever completes keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Hint:
    """What one key means, in a sentence, with examples."""

    text: str
    examples: tuple[Any, ...] = ()
    """Values as they stand in a file."""


_WHY = Hint("Why it may help, in modest words.", ("It may help the first kilometre feel easier.",))
_SOURCE = Hint("What it rests on: a study, a book, or your own choice.", ("Behm 2016 (doi:10.1139/apnm-2015-0235)",))
_SAFETY = Hint("What to watch for.", ("Put the knees down if the back sags.",))
_EQUIPMENT = Hint("What is needed.", (["mat"], ["wall", "chair"]))
_SIDES = Hint(
    "Which side: both at once, each in turn (the full dose a side), alternate repetitions, or left or right alone.",
    ("each",),
)

_PACE = Hint("About how fast a distance is run, for the estimate.", ("5:30 /km", "9:00 /mi"))

_LENT = {
    "hold": Hint(
        "Hold a position so long, a side where there are sides; counts down. A list has one for each set. Beside reps: "
        "every repetition is held so long.",
        ("30s", "1m30s", ["20s", "30s", "40s"]),
    ),
    "time": Hint(
        "Keep moving so long, a side where there are sides; counts down. A list has one for each set.",
        ("40s", "2m", ["30s", "45s"]),
    ),
    "reps": Hint(
        "Repetitions, 1 to 200, a side where there are sides; a range, or a list with one for each set.",
        (10, "8-12", [10, 8, 6]),
    ),
    "open": Hint("At your own pace, counting up; the value is only the estimate.", ("60s",)),
    "distance": Hint(
        "So far, at your own pace, until you say done; in m, km, mi or yd. A list has one for each set.",
        ("400m", "1.5 km", "1 mi", ["200m", "400m", "200m"]),
    ),
    "rest": Hint("A break so long; counts down.", ("30s",)),
    "confirm": Hint("A sentence to agree to before going on; takes no time.", ("The pack is wrapped in a towel.",)),
    "say": Hint("What the voice says for a name that it would misread.", ("ninety ninety",)),
    "effort": Hint("How hard it is meant to be: 0 to 10, or a word; asked back afterwards.", (7, "easy", "hard")),
    "sides": _SIDES,
    "setup": Hint("How to get into position, read during the change before it.", ("Lie on your back, knees bent.",)),
    "cues": Hint(
        'What is said meanwhile: texts, spread evenly, or { at = "half", say = "…" }. '
        "{name}, {side}, {seconds} and {next} are filled in. At most 100.",
        (["Keep breathing", {"at": "-10s", "say": "Ten more seconds"}],),
    ),
    "safety": _SAFETY,
    "stop_if": Hint("Completes the sentence “Stop if …”.", ("pain rises by 2 or more, or turns sharp",)),
    "why": _WHY,
    "source": _SOURCE,
    "easier": Hint("Ids of exercises to take instead when this is too much.", (["knee-plank"],)),
    "harder": Hint("Ids of exercises to take instead when this is too little.", (["plank-leg-lift"],)),
    "avoid_if": Hint("Where it may not suit.", (["groin"],)),
    "position": Hint("The position; a longer change is planned where it differs from the one before.", ("supine",)),
    "equipment": _EQUIPMENT,
}

_SIDED = "A table says it for each side."
_EACH_SIDE: dict[str, Any] = {
    "hold": {"left": "30s", "right": "20s"},
    "time": {"left": "40s", "right": "30s"},
    "reps": {"left": 12, "right": 8},
}

_GROWS = "By how much {} grow a week, or every so many weeks; with - they get less."
_GROWING = (
    ("reps", "the repetitions", "+1 a week"),
    ("hold", "the seconds of its hold", "+5s a week"),
    ("time", "the seconds of its time", "+1m a week"),
    ("open", "the seconds of its estimate", "+30s a week"),
    ("distance", "how far it is", "+100m a week"),
    ("weight", "its weight", "+2.5 kg a week"),
    ("rest", "the seconds of its rest", "-5s a week"),
    ("sets", "the sets", "+1 every 2 weeks"),
    ("set_rest", "the seconds between sets", "-5s a week"),
)
_BLOCK_GROWING = (
    ("rounds", "the rounds", "+1 a week"),
    ("time", "the seconds of its time", "+1m a week"),
    ("for", "the seconds that rounds come again", "+1m a week"),
    ("every", "the seconds of a round", "-5s a week"),
    ("round_rest", "the seconds between rounds", "-10s a week"),
)

HINTS: dict[str, dict[str, Hint]] = {
    "Routine": {
        "format": Hint("The version of this format.", (1,)),
        "title": Hint("What the routine is called, up to 80 characters.", ("Post-run hip stretch",)),
        "summary": Hint("One line for the library, up to 300 characters.", ("Four holds for hips that have run.",)),
        "when": Hint("When it suits.", (["post-run", "rest-day"],)),
        "load": Hint("How much it asks of the hip; the pain check advises by it.", ("low",)),
        "tags": Hint("Words to find it by.", (["stretch"],)),
        "equipment": _EQUIPMENT,
        "why": _WHY,
        "source": _SOURCE,
        "safety": _SAFETY,
        "vars": Hint(
            'One value for many places: hold = "30s" here, and hold = "$hold" in the steps.',
            ({"hold": "30s", "times": 10},),
        ),
        "weeks": Hint(
            "A plan over weeks: a table for each week with values as in [vars], from that week on; the last goes on.",
            ([{"sets": 2, "reps": 6}, {"sets": 3}, {"reps": 8}],),
        ),
        "defaults": Hint("Pauses and the first side, where a step does not say otherwise."),
        "steps": Hint("What happens, step by step. A routine has steps or blocks."),
        "blocks": Hint("Steps in groups, which can repeat and share a time. A routine has steps or blocks."),
    },
    "Defaults": {
        "get_ready": Hint("The count-in before the first work.", ("10s",)),
        "transition": Hint("The change before every later step; unsaid 5 s, or 10 s for another position.", ("8s",)),
        "switch": Hint("Between the sides.", ("5s",)),
        "set_rest": Hint("Between sets.", ("30s",)),
        "pace": Hint("About how fast distances are run, for their estimates.", ("5:30 /km", "9:00 /mi")),
        "first_side": Hint("The side that `each` begins with; `sorer`: the one that hurt last.", ("left", "sorer")),
    },
    "Block": {
        "title": Hint("What the block is called.", ("Circuit",)),
        "steps": Hint("The steps of the block. A block has steps or blocks."),
        "blocks": Hint("Blocks within this one, up to three deep. A block has steps or blocks."),
        "include": Hint(
            "Another routine, by its id: its steps stand here, with their cues and pauses.", ("cool-down",)
        ),
        "skip": Hint("Steps of that routine to leave out, by exercise or name.", (["run-build-up"],)),
        "sides": Hint("The whole block on one side, and then on the other.", ("each",)),
        "rounds": Hint("How often the block is done, 1 to 20.", (2,)),
        "for": Hint("Rounds until this time is over, however many that is; they are counted.", ("10m",)),
        "last": Hint("The step begun when that time is over: stop cuts it, finish lets it out.", ("finish",)),
        "round_rest": Hint("A break between rounds.", ("60s",)),
        "every": Hint("Each round begins so long after the one before; what is left of it is rest.", ("1m",)),
        "late": Hint("While a round is not done: the next one waits, or skips what is left of it.", ("skip",)),
        "pace": _PACE,
        "time": Hint("The block takes exactly this long; steps without a dose share what is left.", ("5m",)),
        "progress": Hint(
            "What grows week by week, and where that ends. A list for several.",
            ({"rounds": "+1 a week", "until": 8},),
        ),
        "why": _WHY,
        "source": _SOURCE,
    },
    "Step": {
        "exercise": Hint("The id of an exercise; what the step leaves unsaid comes from it.", ("hip-bridge",)),
        "name": Hint("What the step is called; needed where there is no exercise.", ("Butterfly",)),
        "include": Hint(
            "Another routine, by its id: its steps stand here, with their cues and pauses.", ("cool-down",)
        ),
        "skip": Hint("Steps of that routine to leave out, by exercise or name.", (["run-build-up"],)),
        **_LENT,
        **{key: Hint(f"{_LENT[key].text} {_SIDED}", (*_LENT[key].examples, _EACH_SIDE[key])) for key in _EACH_SIDE},
        "tempo": Hint("Seconds out, pause, back, and a pause at the end: the player beats time.", ("2-1-2", "3-1-2-1")),
        "beats": Hint("What is shown and said on each beat of the tempo.", (["In", "Hold", "Out", "Hold"],)),
        "pace": _PACE,
        "weight": Hint("What it is done with, in kg or lb; asked back afterwards.", ("10 kg", "20 lb")),
        "band": Hint("Which band it is done with, by its colour or name; asked back afterwards.", ("green",)),
        "sets": Hint(
            "How many sets, 1 to 20, or a table with left and right; a list of doses says it too.",
            (3, {"left": 3, "right": 2}),
        ),
        "set_rest": Hint("The break between its sets.", ("45s",)),
        "transition": Hint("The change before this step.", ("8s",)),
        "switch": Hint("The pause between its sides.", ("5s",)),
        "progress": Hint(
            "What grows week by week, and where that ends. A list for several.",
            ({"reps": "+1 a week", "until": 15}, {"hold": "+5s every 2 weeks", "until": "1m"}),
        ),
    },
    "Exercise": {
        "name": Hint("What the exercise is called.", ("Hip bridge",)),
        **_LENT,
        "aliases": Hint("Other names to find it by.", (["glute bridge"],)),
        "kind": Hint("What kind of exercise it is.", ("strength",)),
        "muscles": Hint("What it works.", (["glutes", "hamstrings"],)),
        "rep_time": Hint("How long a repetition takes, for estimates.", ("4s",)),
        "figure": Hint("How it is drawn: key poses as joint angles in degrees.", ({"poses": [{"hips": 20}]},)),
    },
    "StepProgress": {
        **{key: Hint(_GROWS.format(what), (by,)) for key, what, by in _GROWING},
        "until": Hint("Where it ends, in the same unit.", (15, "1m")),
    },
    "BlockProgress": {
        **{key: Hint(_GROWS.format(what), (by,)) for key, what, by in _BLOCK_GROWING},
        "until": Hint("Where it ends, in the same unit.", (8, "10m")),
    },
    "Sided": {
        "left": Hint("How much on the left.", (12,)),
        "right": Hint("How much on the right.", (8,)),
    },
    "Cue": {
        "at": Hint('From the start ("10s"), before the end ("-10s"), or "half".', ("10s", "-10s", "half")),
        "say": Hint("What is said; {name}, {side}, {seconds} and {next} are filled in.", ("Halfway, keep breathing",)),
    },
}
"""By the name of the table, and then the key."""
