"""Where the rules come from, as they are named beside an advice. What says "ours" is a choice of this program."""

from __future__ import annotations

SCALE = "Numeric rating scale: Farrar 2001, Pain 94:149-158."
BANDS = (
    "Pain-monitoring model as used in a trial protocol (doi 10.1186/s40814-021-00792-5) and by bim.physio; "
    "no cut is universal (Boonstra 2016, Frontiers in Psychology 7:1466), so 0-2, 3-5, 6-10 and the mark at 8 are ours."
)
MASKED = "A band higher within 8 hours of a pain reliever: ours."
FOUR_RULES = "Four pain rules: Vincent and Vincent 2017, Current Sports Medicine Reports 16(3)."
CHANGE = (
    "A change of 2 points: Farrar 2001, Pain 94:149-158; Suzuki 2020 (PMC7053735); smallest detectable change 1.77 "
    "(doi 10.1055/a-1304-3677). Using it as a sign of worsening is ours."
)
SETTLING = (
    "Back to the level before within 60 minutes, at most 2 of 10, no rise next morning: rule for runners, "
    "trial protocol PMC4702381 and patellofemoral.trekeducation.org."
)
MORNING = (
    "Not worse 24 hours later: Vincent and Vincent 2017, Current Sports Medicine Reports 16(3); no rise next morning: "
    "trial protocol PMC4702381. Steps of 1 and 2 are ours."
)
GROIN = "Robertson and Wood 2017 (PMC6226070)."
OUTER = "LEAP trial, BMJ 2018; less load and pressure on a sore outer side."
FRONT = "Kolber 2015, Strength and Conditioning Journal 37(3): less depth for a sore front."
SPACING = (
    "A day between: ACSM position stand, Garber 2011 (doi 10.1249/MSS.0b013e318213fefb), and the running programmes of "
    "therunningclinic.com."
)
WEEKS = "Pain should not rise from week to week (pain-monitoring model); the steps of 1.0 and 2.0 are ours."
IMPROVING = "Improving by 2 points or 30 %: Farrar 2001, Pain 94:149-158; 14 days is ours."
SIX_WEEKS = "Six weeks: corahealth.co.uk, What is hip pain; NHS Gloucestershire, G-care, hip pathway."
REACTIONS = "Three reactions in 14 days: ours."
RED_FLAGS = (
    "NHS Gloucestershire, G-care, hip pathway; corahealth.co.uk, What is hip pain; "
    "Robertson and Wood 2017 (PMC6226070)."
)
