"""The questions of the pain check, in words."""

from __future__ import annotations

from hiproutine.advice.pain.bands import WORDS
from hiproutine.advice.pain.flags import FLAGS, SOON, URGENT
from hiproutine.advice.pain.readings import Area, Feel, Reading, Side, Stiffness
from hiproutine.dialogue.questions import Note, Option, Pick, Scale, Several

ENDS = ("no pain", "the worst pain you can imagine")
NOTICE_SENTENCES = (
    "hiproutine guides exercises and keeps how your hip feels.",
    "It cannot find the cause of pain and does not replace a doctor or physiotherapist.",
    "Stop if pain rises. If unsure, ask a professional before you start.",
)
"""CONTENT.md D.2, "First-run notice"."""
EFFORT_WORDS = (
    "none",
    "very, very light",
    "light",
    "moderate",
    "somewhat hard",
    "hard",
    "harder",
    "very hard",
    "very, very hard",
    "nearly all you have",
    "all you have",
)
"""After the CR-10 scale (Borg 1998), in words of our own."""
EFFORT_ENDS = ("no effort", "all you have")
SIDES = (Option("l", "left", Side.LEFT), Option("r", "right", Side.RIGHT), Option("b", "both", Side.BOTH))
AREAS = (
    Option("f", "front or groin", Area.FRONT),
    Option("o", "outer side", Area.OUTER),
    Option("b", "buttock", Area.BUTTOCK),
    Option("u", "not sure", Area.UNSURE),
)
FEELS = (
    Option("a", "an ache", Feel.ACHE),
    Option("t", "stiff", Feel.STIFF),
    Option("h", "sharp", Feel.SHARP),
    Option("c", "catching", Feel.CATCHING),
    Option("g", "tingling", Feel.TINGLING),
)
STIFFNESS = (
    Option("l", "less than usual", Stiffness.LESS),
    Option("u", "as usual", Stiffness.USUAL),
    Option("m", "more than usual", Stiffness.MORE),
)
GROUPS = {URGENT: "Right now", SOON: "In the last weeks"}
"""What the groups of red-flag questions stand under."""
YES, NO = "yes", "no"
YES_NO = (Option("n", "no", NO), Option("y", "yes", YES))


def pain(text: str, kicker: str, last: int | None = None, *, usual: bool = True) -> Scale:
    """How much it hurts."""
    return Scale(text, kicker, WORDS, ENDS, last, usual)


def effort(kicker: str, meant: str = "") -> Scale:
    """How hard it was, beside what was meant."""
    return Scale(
        f"How hard was it? Meant: {meant}." if meant else "How hard was it?",
        kicker,
        EFFORT_WORDS,
        EFFORT_ENDS,
        usual=False,
    )


def side(kicker: str, last: Reading | None) -> Pick:
    """Across the body."""
    return Pick("Which side?", kicker, SIDES, last.side if last else None)


def area(kicker: str, last: Reading | None) -> Pick:
    """About the hip."""
    return Pick("Where mostly?", kicker, AREAS, last.area if last else None)


def feel(kicker: str) -> Pick:
    """What it is like."""
    return Pick("What is it like?", kicker, FEELS)


def limp(kicker: str) -> Pick:
    """Whether it shows."""
    return Pick("Any limp?", kicker, YES_NO)


def masked(kicker: str) -> Pick:
    """Whether something may hide it."""
    return Pick("A pain reliever in the last 8 hours?", kicker, YES_NO)


def on_impact(kicker: str) -> Pick:
    """Whether the front hurts on landing."""
    return Pick("Does it come with landing, or with every step?", kicker, YES_NO)


def stiffness(kicker: str) -> Pick:
    """Against other mornings."""
    return Pick("How stiff this morning?", kicker, STIFFNESS)


def note(kicker: str) -> Note:
    """Anything else."""
    return Note("Anything to remember?", kicker)


def flags(why: str, standing: frozenset[str]) -> Several:
    """The red-flag questions, the graver first."""
    groups = tuple(
        (heading, tuple(Option("", flag.words, flag.id) for flag in FLAGS if flag.group == group))
        for group, heading in GROUPS.items()
    )
    return Several("Does any of this apply?", "Before you begin", why, groups, standing)
