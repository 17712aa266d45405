"""The fifteen red-flag questions. They ask, and never test; nothing here says what causes pain.

After NHS Gloucestershire (G-care, hip pathway), corahealth.co.uk (What is hip pain) and Robertson and Wood 2017
(PMC6226070), in words of our own.
"""

from __future__ import annotations

from typing import NamedTuple

URGENT, SOON = 1, 2
"""The groups: urgent medical care; a doctor or physiotherapist before running or strength training."""

LANDING = "groin-on-impact"
"""The one that "on landing, yes" beside a score says too."""


class Flag(NamedTuple):
    """One question. Its id is kept in journals and never changes."""

    id: str
    group: int
    words: str
    again: bool = False
    """Asked again 7 days after it was checked by a professional."""


FLAGS = (
    Flag("no-weight", URGENT, "I cannot put weight on the leg, or walk more than a few steps"),
    Flag("fall-or-pop", URGENT, "A fall, a knock or a sudden pop with severe pain, or the leg looks shorter or turned"),
    Flag("fever-or-hot", URGENT, "Fever, chills or feeling ill with it, or the hip is hot, red and swollen"),
    Flag(
        "numb-or-weak",
        URGENT,
        "New numbness or weakness in the leg, numbness around the genitals or back passage, "
        "or a change in bladder or bowel control",
    ),
    Flag("cold-or-calf", URGENT, "The leg is cold or pale, or the calf is swollen and painful"),
    Flag(LANDING, SOON, "Deep pain in the groin or front thigh on landing, or on every step", again=True),
    Flag("rest-or-night", SOON, "Pain at rest, or pain that wakes me at night", again=True),
    Flag("long-limp", SOON, "A limp for more than a day", again=True),
    Flag("ever-earlier", SOON, "Pain that starts earlier in each run, or is worse from week to week", again=True),
    Flag("sharp-on-run", SOON, "Sharp pain in the hip or groin while running"),
    Flag("locks-or-catches", SOON, "The hip locks, catches or gives way"),
    Flag("swelling", SOON, "Swelling around the hip"),
    Flag("too-long", SOON, "Pain for more than 6 weeks, or no better after 2 weeks of rest and care"),
    Flag("very-high", SOON, "A worst pain of 8 or more, or pain that is unbearable"),
    Flag(
        "check-first",
        SOON,
        "Any of: cancer now or before, low bone density, long use of steroids, hip surgery, missed periods or eating "
        "too little, unexplained weight loss, a recent infection, pregnancy, or age under 18",
    ),
)
"""In the order they are asked."""

BY_ID = {flag.id: flag for flag in FLAGS}

IMPACT_FLAGS = frozenset({LANDING, "sharp-on-run"})
"""Those after which running and landing are better left alone (Robertson and Wood 2017, PMC6226070)."""
