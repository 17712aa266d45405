"""The tables of a routine file and of an exercise file: their keys, and what each of them takes.

All that reads, judges, completes or describes a file goes by these types: `tables` reads what is plainly right,
`pydantic_models` has the rest, and the schema.
"""

# Annotations are not postponed here: each of them would have to be evaluated as text, at each start.

from typing import TYPE_CHECKING, Annotated, Any, Literal

from hiproutine.routine import patterns
from hiproutine.routine.cue_values import parse_cue
from hiproutine.routine.distances import parse_distance, parse_pace
from hiproutine.routine.durations import DAY, LONGEST_DOSE, parse_duration
from hiproutine.routine.loads import parse_band, parse_weight
from hiproutine.routine.progress import MOST_WEEKS, OF_BLOCK, OF_STEP, growths_of
from hiproutine.routine.repetitions import on_each_side, parse_dose, parse_effort, parse_reps, parse_sets
from hiproutine.routine.tables import Limits, Parsed, Table
from hiproutine.routine.values import Cue, parse_slug, parse_tempo

DOSES = ("hold", "time", "reps", "open", "distance", "rest", "confirm")
"""The keys of which a step has exactly one, or none; `reps` may have a `hold` beside it, in every repetition."""
MOST_CUES = 100
"""Of one step: more than can be said, and few enough that no file lays out into more than memory holds."""

When = Literal["pre-run", "post-run", "rest-day", "any-time"]
Load = Literal["none", "low", "moderate", "high"]
Sides = Literal["both", "each", "alternate", "left", "right"]
Position = Literal["standing", "kneeling", "all-fours", "supine", "prone", "side-lying", "sitting", "moving"]
Kind = Literal["warm-up", "stretch", "strength", "balance", "rolling", "therapy", "technique", "running"]
Area = Literal["outer-hip", "front-hip", "groin", "impact"]


class _Drawn:
    """A `[figure]` table; what it may hold is looked up only where a schema is asked for."""

    def __get_pydantic_json_schema__(self, *_: object) -> dict[str, Any]:
        from hiproutine.routine.figure_schema import figure_schema

        return figure_schema()


Dose = Annotated[int, Parsed(parse_duration, patterns.duration(1, LONGEST_DOSE))]
SetDose = Annotated[Any, Parsed(parse_dose, patterns.dose(1, LONGEST_DOSE))]
Reps = Annotated[Any, Parsed(parse_reps, patterns.REPS)]
SidedDose = Annotated[Any, Parsed(on_each_side(parse_dose), patterns.on_each_side(patterns.dose(1, LONGEST_DOSE)))]
SidedReps = Annotated[Any, Parsed(on_each_side(parse_reps), patterns.on_each_side(patterns.REPS))]
Sets = Annotated[Any, Parsed(on_each_side(parse_sets), patterns.on_each_side(patterns.SETS))]
Far = Annotated[Any, Parsed(parse_distance, patterns.DISTANCE)]
SidedFar = Annotated[Any, Parsed(on_each_side(parse_distance), patterns.on_each_side(patterns.DISTANCE))]
Pace = Annotated[Any, Parsed(parse_pace, patterns.PACE)]
Weight = Annotated[str, Parsed(parse_weight, patterns.WEIGHT)]
Band = Annotated[str, Parsed(parse_band, patterns.BAND)]
Effort = Annotated[int, Parsed(parse_effort, patterns.EFFORT)]
StepProgress = Annotated[Any, Parsed(growths_of(OF_STEP), patterns.progress(OF_STEP))]
BlockProgress = Annotated[Any, Parsed(growths_of(OF_BLOCK), patterns.progress(OF_BLOCK))]
Pause = Annotated[int, Parsed(parse_duration, patterns.duration(0, LONGEST_DOSE), least=0)]
Length = Annotated[int, Parsed(parse_duration, patterns.duration(1, DAY), most=DAY)]
Slug = Annotated[str, Parsed(parse_slug, patterns.SLUG)]
Ids = tuple[Slug, ...]
Tempo = Annotated[tuple[int, ...], Parsed(parse_tempo, patterns.TEMPO)]
AnyCue = Annotated[Any, Parsed(parse_cue, patterns.CUE)]
Words = Annotated[str, Limits(1, filled=True)]
Texts = tuple[Words, ...]
Cues = Annotated[tuple[AnyCue, ...], Limits(most=MOST_CUES, counted=True)]
Areas = tuple[Area, ...]


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
    beats: Annotated[tuple[Words, ...], Limits(most=4)] | None = None
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
    steps: tuple[Step, ...] = ()
    blocks: tuple["Block", ...] = ()
    """In place of steps, blocks within this one."""
    include: Slug | None = None
    """In place of both, another routine."""
    skip: Texts | None = None
    """Steps of the routine that is included which are left out, by exercise or name."""
    sides: Literal["each"] | None = None
    """The whole block on one side, and then on the other."""
    rounds: Annotated[int, Limits(1, 20)] = 1


if TYPE_CHECKING:

    class _UntilOver(_Inside):
        pass
else:
    _UntilOver = type("_UntilOver", (_Inside,), {"__annotations__": {"for": Length | None}, "for": None})
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
    title: Annotated[str, Limits(1, 80, filled=True)]
    summary: Annotated[str, Limits(most=300)] = ""
    when: tuple[When, ...] = ("any-time",)
    load: Load = "low"
    tags: Texts = ()
    equipment: Texts = ()
    why: str = ""
    source: str = ""
    safety: str = ""
    vars: dict[str, Any] = {}  # noqa: RUF012 - nothing changes it
    """Values by the names that stand for them elsewhere; filled in before this is read."""
    weeks: Annotated[tuple[dict[str, Any], ...], Limits(most=MOST_WEEKS)] = ()
    """Values of the same kind, each from its week on."""
    defaults: Defaults = Defaults()
    steps: tuple[Step, ...] = ()
    blocks: tuple[Block, ...] = ()


__all__ = ["DOSES", "Block", "Cue", "Defaults", "Exercise", "Lent", "Routine", "Step", "Table"]
