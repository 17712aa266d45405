"""The tables of a routine file and of an exercise file, as pydantic models: frozen, and nothing unknown let in."""

# Annotations are not postponed here: pydantic would have to evaluate every one of them as text, at each start.

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, create_model
from pydantic_core import PydanticCustomError, PydanticKnownError

from hiproutine.routine import patterns
from hiproutine.routine.cue_values import parse_cue
from hiproutine.routine.distances import parse_distance, parse_pace
from hiproutine.routine.durations import DAY, LONGEST_DOSE, parse_duration
from hiproutine.routine.loads import parse_band, parse_weight
from hiproutine.routine.progress import MOST_WEEKS, OF_BLOCK, OF_STEP, growths_of
from hiproutine.routine.repetitions import (
    FOR_BOTH,
    on_each_side,
    parse_dose,
    parse_effort,
    parse_reps,
    parse_sets,
    says_sides,
)
from hiproutine.routine.values import BadValue, Cue, parse_slug, parse_tempo

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
# None is used here, and looking for them reads what every installed package says of itself: 25 ms.

DOSES = ("hold", "time", "reps", "open", "distance", "rest", "confirm")
"""The keys of which a step has exactly one, or none; `reps` may have a `hold` beside it, in every repetition."""
MOST_CUES = 100
"""Of one step: more than can be said, and few enough that no file lays out into more than memory holds."""

MOST_KEPT = 1_000
"""Texts of a kind of value."""

When = Literal["pre-run", "post-run", "rest-day", "any-time"]
Load = Literal["none", "low", "moderate", "high"]
Sides = Literal["both", "each", "alternate", "left", "right"]
Position = Literal["standing", "kneeling", "all-fours", "supine", "prone", "side-lying", "sitting", "moving"]
Kind = Literal["warm-up", "stretch", "strength", "balance", "rolling", "therapy", "technique", "running"]
Area = Literal["outer-hip", "front-hip", "groin", "impact"]


def _by(parse: Callable[..., Any], **limits: int) -> BeforeValidator:
    """A validator that turns the parser's `BadValue` into pydantic's own kind of error."""

    kept: dict[str, Any] = {}
    """What texts were read as: most of a file say the same again and again, and nothing that is read can change."""

    def validate(value: object) -> Any:
        text = value if type(value) is str else ""
        if text in kept:
            return kept[text]
        try:
            found = parse(value, **limits)
        except BadValue as bad:
            cure = FOR_BOTH if not bad.inside and says_sides(value) and "sides" not in bad.cure else bad.cure
            context: dict[str, Any] = {"text": bad.message, "cure": cure, "inside": bad.inside, "also": bad.also}
            raise PydanticCustomError(bad.code, "{text}", context) from None
        if text and len(kept) < MOST_KEPT:
            kept[text] = found
        return found

    return BeforeValidator(validate)


def _few(cues: object) -> object:
    """Counts them before each is looked at."""
    if isinstance(cues, list) and len(cues) > MOST_CUES:
        raise PydanticKnownError(
            "too_long", {"field_type": "Tuple", "max_length": MOST_CUES, "actual_length": len(cues)}
        )
    return cues


class _Drawn:
    """A `[figure]` table; what it may hold is looked up only where a schema is asked for."""

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        from hiproutine.routine.figure_schema import figure_schema

        return figure_schema()


Dose = Annotated[int, _by(parse_duration), WithJsonSchema(patterns.duration(1, LONGEST_DOSE))]
SetDose = Annotated[Any, _by(parse_dose), WithJsonSchema(patterns.dose(1, LONGEST_DOSE))]
Reps = Annotated[Any, _by(parse_reps), WithJsonSchema(patterns.REPS)]
SidedDose = Annotated[
    Any, _by(on_each_side(parse_dose)), WithJsonSchema(patterns.on_each_side(patterns.dose(1, LONGEST_DOSE)))
]
SidedReps = Annotated[Any, _by(on_each_side(parse_reps)), WithJsonSchema(patterns.on_each_side(patterns.REPS))]
Sets = Annotated[Any, _by(on_each_side(parse_sets)), WithJsonSchema(patterns.on_each_side(patterns.SETS))]
Far = Annotated[Any, _by(parse_distance), WithJsonSchema(patterns.DISTANCE)]
SidedFar = Annotated[Any, _by(on_each_side(parse_distance)), WithJsonSchema(patterns.on_each_side(patterns.DISTANCE))]
Pace = Annotated[Any, _by(parse_pace), WithJsonSchema(patterns.PACE)]
Weight = Annotated[str, _by(parse_weight), WithJsonSchema(patterns.WEIGHT)]
Band = Annotated[str, _by(parse_band), WithJsonSchema(patterns.BAND)]
Effort = Annotated[int, _by(parse_effort), WithJsonSchema(patterns.EFFORT)]
StepProgress = Annotated[Any, _by(growths_of(OF_STEP)), WithJsonSchema(patterns.progress(OF_STEP))]
BlockProgress = Annotated[Any, _by(growths_of(OF_BLOCK)), WithJsonSchema(patterns.progress(OF_BLOCK))]
Pause = Annotated[int, _by(parse_duration, least=0), WithJsonSchema(patterns.duration(0, LONGEST_DOSE))]
Length = Annotated[int, _by(parse_duration, most=DAY), WithJsonSchema(patterns.duration(1, DAY))]
Slug = Annotated[str, _by(parse_slug), WithJsonSchema(patterns.SLUG)]
Ids = Annotated[tuple[Slug, ...], Field(strict=False)]
Tempo = Annotated[tuple[int, ...], _by(parse_tempo), WithJsonSchema(patterns.TEMPO)]
AnyCue = Annotated[Any, _by(parse_cue), WithJsonSchema(patterns.CUE)]
Words = Annotated[str, Field(min_length=1, pattern=r"\S")]
Texts = Annotated[tuple[Words, ...], Field(strict=False)]
Cues = Annotated[tuple[AnyCue, ...], BeforeValidator(_few), Field(strict=False, max_length=MOST_CUES)]
Areas = Annotated[tuple[Area, ...], Field(strict=False)]


class Table(BaseModel):
    """A TOML table: frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


class Lent(Table):
    """The keys that a step may write itself and otherwise takes from its exercise. `None` is unsaid."""

    name: Words | None = None
    hold: SetDose | None = None
    """Hold a position this many seconds, or a tuple with one length a set; beside `reps`, in every repetition."""
    time: SetDose | None = None
    """Keep moving this many seconds, or a tuple with one length a set."""
    reps: Reps | None = None
    """Repetitions, a side where there are sides: a number, a `Range`, or a tuple with one of these a set."""
    open: Dose | None = None
    """Self-paced, counting up; the seconds are the estimate."""
    rest: Dose | None = None
    """A break of so many seconds."""
    confirm: Words | None = None
    """A sentence to acknowledge before going on."""
    distance: Far | None = None
    """Self-paced, this far: a `Distance`, or a tuple with one for each set."""
    say: Words | None = None
    """What a voice says for its name."""
    effort: Effort | None = None
    """How hard it is meant to be, from 0 to 10."""
    sides: Sides | None = None
    setup: str | None = None
    cues: Cues | None = None
    safety: str | None = None
    stop_if: str | None = None
    why: str | None = None
    source: str | None = None
    easier: Ids | None = None
    harder: Ids | None = None
    avoid_if: Areas | None = None
    position: Position | None = None
    equipment: Texts | None = None

    def dose(self) -> str | None:
        """The key of the dose, or None."""
        if self.reps is not None:
            return "reps"
        return next((key for key in DOSES if getattr(self, key) is not None), None)


class Exercise(Lent):
    """One file of the exercise catalogue."""

    name: Words
    aliases: Texts = ()
    kind: Kind | None = None
    muscles: Texts = ()
    rep_time: Dose = 4
    """Seconds a repetition takes, for estimates."""
    figure: Annotated[dict[str, Any], _Drawn()] | None = None
    """How it is drawn, as `figures.written` reads it; whether that can be drawn is looked at by `check`, and when it is
    drawn: no exercise is lost for its picture."""


class Step(Lent):
    """One step of a routine."""

    exercise: Slug | None = None
    include: Slug | None = None
    """In place of everything else, another routine."""
    skip: Texts | None = None
    """Steps of the routine that is included which are left out, by exercise or name."""
    tempo: Tempo | None = None
    beats: Annotated[tuple[Words, ...], Field(strict=False, max_length=4)] | None = None
    """What is shown and said on each part of the tempo."""
    hold: SidedDose | None = None
    time: SidedDose | None = None
    reps: SidedReps | None = None
    distance: SidedFar | None = None
    """These four as in `Lent`, or a `Sided` with one of these a side."""
    pace: Pace | None = None
    """Seconds a metre, by which its distance is estimated."""
    weight: Weight | None = None
    """What it is done with: `10 kg`, `20 lb`."""
    band: Band | None = None
    """The colour or name of a band."""
    sets: Sets | None = None
    """A number, or a `Sided` of numbers. Unsaid: as many as a list of doses has, else one."""
    set_rest: Pause | None = None
    transition: Pause | None = None
    switch: Pause | None = None
    progress: StepProgress | None = None
    """What grows week by week, a `Growth` each; the values here are those of the week that was read."""


class Defaults(Table):
    """What holds where a step does not say otherwise."""

    get_ready: Pause = 10
    """Seconds of count-in: what JAWT, OpenHIIT and Sweat give."""
    transition: Pause | None = None
    """Seconds of change; unsaid: 5, and 10 where position or equipment changes."""
    switch: Pause = 5
    """Seconds between the sides: users of liftosaur ask for 5 to 10 (its issue 642)."""
    set_rest: Pause = 30
    pace: Pace | None = None
    """Seconds a metre, for distances; unsaid: the person's own."""
    first_side: Literal["left", "right", "sorer"] = "left"
    """`sorer` is the side that hurt by the last answer, else left."""


class _Inside(Table):
    """What is in a block, and how often."""

    title: Words = ""
    """Unsaid only where another routine is included: then that one's."""
    steps: Annotated[tuple[Step, ...], Field(strict=False)] = ()
    blocks: Annotated[tuple["Block", ...], Field(strict=False)] = ()
    """In place of steps, blocks within this one."""
    include: Slug | None = None
    """In place of both, another routine."""
    skip: Texts | None = None
    """Steps of the routine that is included which are left out, by exercise or name."""
    sides: Literal["each"] | None = None
    """The whole block on one side, and then on the other."""
    rounds: Annotated[int, Field(ge=1, le=20)] = 1


if TYPE_CHECKING:

    class _UntilOver(_Inside):
        pass
else:
    _UntilOver = create_model("_UntilOver", __base__=_Inside, **{"for": (Length | None, None)})
    """With a key that no class can have, because the word is Python's own: how long rounds come again."""


class Block(_UntilOver):
    """Steps that belong together."""

    round_rest: Pause | None = None
    every: Dose | None = None
    """Seconds from the beginning of one round to that of the next; what is left of them is rest."""
    late: Literal["wait", "skip"] = "wait"
    """What the next round does while this one is not done: it waits, or begins and leaves that out."""
    pace: Pace | None = None
    """Seconds a metre, for the distances in it."""
    last: Literal["stop", "finish"] = "stop"
    """What becomes of the step in which the time of `for` is over: it is cut, or done to its end."""
    time: Length | None = None
    """Seconds the whole block takes exactly."""
    progress: BlockProgress | None = None
    """As in a step."""
    why: str = ""
    source: str = ""

    @property
    def keeps_on(self) -> int | None:
        """The seconds of `for`: rounds come again until they are over."""
        seconds: int | None = getattr(self, "for")
        return seconds


class Routine(Table):
    """A routine as someone wrote it."""

    format: Literal[1] = 1
    title: Annotated[str, Field(min_length=1, max_length=80, pattern=r"\S")]
    summary: Annotated[str, Field(max_length=300)] = ""
    when: Annotated[tuple[When, ...], Field(strict=False)] = ("any-time",)
    load: Load = "low"
    tags: Texts = ()
    equipment: Texts = ()
    why: str = ""
    source: str = ""
    safety: str = ""
    vars: dict[str, Any] = {}
    """Values by the names that stand for them elsewhere; filled in before this is read."""
    weeks: Annotated[tuple[dict[str, Any], ...], Field(strict=False, max_length=MOST_WEEKS)] = ()
    """Values of the same kind, each from its week on."""
    defaults: Defaults = Defaults()
    steps: Annotated[tuple[Step, ...], Field(strict=False)] = ()
    blocks: Annotated[tuple[Block, ...], Field(strict=False)] = ()


__all__ = ["DOSES", "Block", "Cue", "Defaults", "Exercise", "Lent", "Routine", "Step", "Table"]
