"""Where the rules come from, as they are named beside an advice. What says "ours" is a choice of this program."""

from __future__ import annotations

ARTICLE = "“7 Ways to Relieve Hip Pain After Running”"

STAGES = (
    "Stages ours, after the walk and run programmes of therunningclinic.com, sports-injury-physio.com and "
    "advancedorthopt.com; at most 2 of 10 and no rise next morning (trial protocol PMC4702381)."
)
ENTRY = (
    "A walk of 30 minutes without pain or a limp first (drblakeshealingsole.com, sports-injury-physio.com). Up to 2 of "
    "10, noted in the last 14 days, and its morning as usual are ours."
)
AWAY = (
    "After 7 days away the same stage again, after 14 one back, after 28 two back and at most the third, after 90 from "
    "the walk; this is ours."
)
BEYOND = f"10 % a week, frequency before distance, one rest day a week ({ARTICLE})."
WEEKS = (
    "The weeks are the plan's own. Seven days each from the first session, one back after a reaction or 14 days away, "
    "and the first again after 42 days are ours."
)
LEVELS = (
    "Two or three days a week, eight to twelve repetitions (ACSM position stand, Garber 2011, doi "
    "10.1249/MSS.0b013e318213fefb). The levels, when they change, one back after 14 days away and the first after 42 "
    "are ours."
)
