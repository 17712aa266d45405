"""Where the rules come from, as they are named beside an advice. What says "ours" is a choice of this program."""

from __future__ import annotations

ARTICLE = "“7 Ways to Relieve Hip Pain After Running”"

TEN_PERCENT = (
    f"At most 10 % more distance a week: {ARTICLE}. Studies do not clearly bear it out; a week is the 7 days that end "
    "today: ours."
)
THIRTY_PERCENT = (
    "More than 30 % in two weeks: Nielsen 2014, Journal of Orthopaedic & Sports Physical Therapy 44(10), “Excessive "
    "Progression in Weekly Running Distance”, in people new to running."
)
FREQUENCY = (
    f"Frequency before distance: {ARTICLE}; a run more than 10 % longer than the longest of the week before: ours."
)
REST_DAY = f"At least one rest day a week: {ARTICLE}."
STAGES = (
    "Stages ours, after the walk and run programmes of therunningclinic.com, sports-injury-physio.com and "
    "advancedorthopt.com; at most 2 of 10 and no rise next morning: trial protocol PMC4702381."
)
ENTRY = (
    "A 30 minutes walk without pain or a limp first: drblakeshealingsole.com, sports-injury-physio.com; up to 2 of 10, "
    "and noted in the last 14 days: ours."
)
SILENCE = "One stage back after more than 28 days: ours."
BEYOND = f"10 % a week, frequency before distance, one rest day a week: {ARTICLE}."
LEVELS = (
    "Two or three days a week, eight to twelve repetitions: ACSM position stand, Garber 2011 "
    "(doi 10.1249/MSS.0b013e318213fefb); the levels and when they change: ours."
)
