"""Where each of the 72 items of the articles is in the program, or why it is not.

A place is `routine/ID`, `routine/ID/EXERCISE`, `guide/NAME`, `module/NAME` or `command/NAME`.
"""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One thing the articles say."""

    words: str
    places: tuple[str, ...] = ()
    left_out: str = ""
    """The part that is not in the program, as the manual of authors names it."""


FIVE, QUICK = "routine/warm-up-five-step", "routine/warm-up-quick"
STRETCH, LIGHT, IT_BAND = (
    "routine/post-run-hip-stretch",
    "routine/rest-day-light-stretch",
    "routine/figure-four-it-band",
)
CORE, LEGS, BALANCE = "routine/hip-core-strength", "routine/runner-leg-strength", "routine/balance-stability"
ROLL, ICE, HEAT, COOL_DOWN = (
    "routine/foam-roll-hips",
    "routine/ice-therapy",
    "routine/heat-therapy",
    "routine/cool-down",
)
FORM = "routine/running-form-check"
POSTURE = "routine/posture-check"
WARMING, REST, SHOES, BACK = (
    "guide/warming-up-and-stretching",
    "guide/rest-and-cross-training",
    "guide/shoes-and-surfaces",
    "guide/coming-back",
)
ICING, BUILDING = "module/advice.recovery.icing", "module/advice.building_up"
STAGES = "module/advice.coming_back.stages"
FLAGS, GATING = "module/advice.pain.flags", "module/advice.pain_score"

ITEMS = {
    "S1": Item("warm-up, walk or jog", (f"{FIVE}/easy-walk-jog", f"{QUICK}/walk-to-jog", WARMING)),
    "S2": Item(
        "warm-up, dynamic stretches",
        (f"{FIVE}/walking-lunge", f"{FIVE}/leg-swing-front-back", f"{FIVE}/leg-swing-side", f"{FIVE}/high-knees"),
    ),
    "S3": Item(
        "warm-up, static stretches",
        (
            f"{FIVE}/hip-flexor-stretch-standing",
            f"{FIVE}/hamstring-stretch",
            f"{FIVE}/quad-stretch",
            f"{FIVE}/figure-four-standing",
        ),
    ),
    "S4": Item("warm-up, a break and light exercise", (f"{FIVE}/skipping", f"{FIVE}/jumping-jacks", WARMING)),
    "S5": Item("warm-up, run up to pace", (f"{FIVE}/run-build-up", f"{QUICK}/run-build-up")),
    "S6": Item("care in the warm-up", (FIVE, WARMING, SHOES)),
    "S7": Item("hip flexor stretch", (f"{STRETCH}/hip-flexor-stretch", f"{LIGHT}/hip-flexor-stretch")),
    "S8": Item("butterfly", (f"{STRETCH}/butterfly-stretch", f"{LIGHT}/butterfly-stretch")),
    "S9": Item("lunge stretch", (f"{STRETCH}/lunge-stretch",)),
    "S10": Item("pigeon", (f"{STRETCH}/pigeon-pose", f"{LIGHT}/pigeon-pose")),
    "S11": Item("breathe, never force, skip what hurts", (STRETCH, "module/dialogue.during", WARMING)),
    "S12": Item("hip bridge", (f"{CORE}/hip-bridge",)),
    "S13": Item("side-lying leg raises", (f"{CORE}/side-lying-leg-raise",)),
    "S14": Item("bird dog", (f"{CORE}/bird-dog",)),
    "S15": Item("lunges", (f"{CORE}/forward-lunge",)),
    "S16": Item("plank with leg lifts", (f"{CORE}/plank-leg-lift",)),
    "S17": Item("balance training", (f"{BALANCE}/single-leg-stand", f"{BALANCE}/tandem-stand")),
    "S18": Item("ice, two days", (f"{ICE}/ice-pack", ICING, "guide/ice-and-heat")),
    "S19": Item("rest", (REST, GATING, "module/advice.today")),
    "S20": Item("heat after two days", (f"{HEAT}/heat-pack", ICING, "guide/ice-and-heat")),
    "S21": Item("gentle stretching while recovering", (LIGHT,)),
    "S22": Item("a towel, always", (ICE, HEAT, "guide/ice-and-heat")),
    "S23": Item("no heat straight after a run", (ICING, HEAT, "guide/ice-and-heat")),
    "S24": Item(
        "ice and heat together, or in turn", ("guide/ice-and-heat",), "Ice and heat in turn, as a routine of its own"
    ),
    "S25": Item("foam rolling", (f"{ROLL}/roll-side-hip", "guide/braces-and-massage"), "Rolling that breaks up knots"),
    "S26": Item("foam rolling, the areas", (f"{ROLL}/roll-side-hip", f"{ROLL}/roll-glute", f"{ROLL}/roll-thigh")),
    "S27": Item("massage", ("guide/braces-and-massage", "command/run")),
    "S28": Item("stretches for rest days", (f"{LIGHT}/figure-four-stretch", f"{LIGHT}/pigeon-pose")),
    "S29": Item(
        "IT band, glute bridge, hip abductor",
        (f"{IT_BAND}/it-band-stretch", f"{CORE}/hip-bridge", f"{LEGS}/standing-hip-abduction"),
    ),
    "S30": Item("form, posture", (f"{FORM}/form-posture", "guide/running-form")),
    "S31": Item("form, arms", (f"{FORM}/form-arm-swing", "guide/running-form")),
    "S32": Item("form, stride", (f"{FORM}/form-stride", "guide/running-form")),
    "S33": Item("form, shoes", (f"{FORM}/form-footwear", "guide/running-form", SHOES)),
    "S34": Item("form, strength", (f"{FORM}/form-strength", "guide/running-form", "guide/strength")),
    "S35": Item("10 % a week", (BUILDING, BACK)),
    "S36": Item("frequency before distance", (BUILDING, BACK)),
    "S37": Item("a rest day a week", (BUILDING, BACK, REST)),
    "S38": Item("less after pain", ("module/advice.reactions", STAGES, BACK)),
    "S39": Item("a break of a day or more", (REST, "module/advice.today")),
    "S40": Item("how common it is", ("guide/hip-pain",)),
    "S41": Item("how long it takes", ("guide/questions", "module/advice.trends"), "A date by which it is over"),
    "S42": Item("stretch before and after", (FIVE, STRETCH, WARMING, "module/advice.today")),
    "S43": Item("stretch after, regularly; yoga", (LIGHT, REST, WARMING, "command/run")),
    "S44": Item("cross-training", ("module/advice.recovery.facts", "command/run", REST)),
    "S45": Item("squats, lunges, deadlifts, planks", (f"{LEGS}/squat-to-chair", f"{LEGS}/hip-hinge", f"{LEGS}/plank")),
    "S46": Item("hips, core, glutes, balance of sides", (CORE, "guide/strength", "module/advice.coming_back.levels")),
    "S47": Item(
        "posture and sitting", (REST, f"{POSTURE}/sit-tall", f"{POSTURE}/stand-tall"), "A reminder to stand up"
    ),
    "S48": Item("shoes", (SHOES, f"{FORM}/form-footwear")),
    "S49": Item("surfaces", (SHOES, "module/advice.recovery.facts", "command/run")),
    "S50": Item("more, by and by", (STAGES, BUILDING, BACK)),
    "S51": Item("rest between sessions", ("module/tui.history.month", GATING, REST)),
    "S52": Item("braces", ("guide/braces-and-massage",), "Braces for performance, or against injury"),
    "S53": Item("pain relievers", ("guide/pain-relievers", GATING), "Doses of medicines, and reminders to take them"),
    "S54": Item(
        "rest, ice, compression, elevation",
        ("guide/braces-and-massage", ICE, REST),
        "Compression and elevation as routines",
    ),
    "S55": Item("care by a physiotherapist", ("guide/hip-pain", "guide/warning-signs", "command/report")),
    "S56": Item("injections, surgery", ("guide/pain-relievers", "guide/hip-pain"), "Injections and surgery"),
    "S57": Item("a cool-down", (f"{COOL_DOWN}/jog-to-walk", f"{COOL_DOWN}/gentle-leg-swing", WARMING)),
    "S58": Item("strength where weight is borne", ("guide/strength",)),
    "S59": Item("one runner's recovery", (), "The story of one runner"),
    "S60": Item("ask before something new", ("module/dialogue.red_flags", "guide/about", "guide/strength")),
    "S61": Item("listen to the body", ("module/dialogue.before", "module/dialogue.during", "module/dialogue.on_start")),
    "S62": Item("causes", ("guide/hip-pain",), "Naming a cause for a person"),
    "S63": Item("sharp pain in hip or groin", (FLAGS, "module/dialogue.scales", "guide/warning-signs")),
    "S64": Item("sharp pain on the run", (FLAGS, GATING, "guide/warning-signs")),
    "S65": Item("an ache, or sharp pain, on every run", (FLAGS, "module/dialogue.scales", "guide/warning-signs")),
    "S66": Item("swelling", (FLAGS, ICING, "guide/warning-signs")),
    "S67": Item("an ache that lingers", ("module/advice.reactions", "module/advice.reactions", "guide/questions")),
    "S68": Item("stiffness", ("module/advice.reactions", "guide/hip-pain")),
    "S69": Item("worse with weight on it", (GATING, "guide/hip-pain")),
    "S70": Item("no running through pain", (GATING, "guide/questions")),
    "S71": Item("when to see someone", (FLAGS, "module/advice.trends", "guide/warning-signs", "command/signs")),
    "S72": Item("running again after recovery", (STAGES, BACK)),
}
"""By their numbers."""
