"""Where the rules come from, and what the studies found, in numbers and with how sure that is.

"Ours" is a choice of this program. What was found is shown whole at `i` and by `hiproutine today --why`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from."""

    name: str
    """In a line."""
    found: str
    """What was found there, in numbers, and how sure that is."""

    def __str__(self) -> str:
        return self.name


def ours(name: str) -> Source:
    """A source that found nothing in numbers: its name says all."""
    return Source(name, name)


ARTICLE = "“7 Ways to Relieve Hip Pain After Running”"
BANDS = Source(
    "Pain-monitoring model (doi 10.1186/s40814-021-00792-5); the bands are ours.",
    "By the pain-monitoring model, pain up to 5 of 10 in activity is borne if it is gone the next morning, the rule "
    "of a trial (doi 10.1186/s40814-021-00792-5), for sore tendons, not hips. No cut is universal; studies put the "
    "end of mild pain at 3 to 5, and the begin of severe pain at 7 or 8 (Boonstra 2016, Frontiers in Psychology 7, "
    "1466). 0-2, 3-5, 6-10 and the mark at 8 are ours.",
)
MASKED = "A band higher within 8 hours of a pain reliever is ours."
FOUR_RULES = Source(
    "Four pain rules (Vincent and Vincent 2017, Current Sports Medicine Reports 16(3)).",
    "Four pain rules, the opinion of two clinicians and no trial, say to stop when pain rises, turns sharp or brings "
    "a limp (Vincent and Vincent 2017, Current Sports Medicine Reports 16(3)).",
)
CHANGE = Source(
    "2 points are more than chance (doi 10.1055/a-1304-3677); as a sign of worsening it is ours.",
    "2 points are more than chance. The smallest change that could be told apart was 1.77 (doi 10.1055/a-1304-3677), "
    "and cuts of 1.3 to 1.8 were found in back pain (Suzuki 2020, PMC7053735). As a sign of worsening it is ours.",
)
SETTLING = Source(
    "Back to the level before in an hour, no rise next morning (trial protocol PMC4702381). 6 and a limp are ours.",
    "At most 2 of 10 while running, back to the level before within 60 minutes, no rise the next morning. It is the "
    "rule of a trial in runners with sore kneecaps (protocol PMC4702381), not tested in hips. 6 and a limp as marks "
    "are ours.",
)
MORNING = Source(
    "Not worse the next morning (Vincent and Vincent 2017; trial protocol PMC4702381). The steps are ours.",
    "Not worse 24 hours later is an opinion (Vincent and Vincent 2017, Current Sports Medicine Reports 16(3)); no "
    "rise the next morning is the rule of a trial for kneecaps (protocol PMC4702381). The steps of 1 and 2 points, "
    "and of 3 points with stiffness, are ours.",
)
LANDING = Source(
    "Robertson and Wood 2017 (PMC6226070).",
    "Robertson and Wood 2017 (PMC6226070), a review. Pain in the groin with exercise is the leading sign of a rare "
    "stress fracture of the thigh bone near the hip, and a delay lets it get worse. How often such pain is that is "
    "not known, and nothing here can tell.",
)
LANDING_ELSEWHERE = ours("Leaving out what hurts on landing is ours.")
OUTER = Source(
    "LEAP trial, BMJ 2018; which stretches are left out is ours.",
    "LEAP trial (Mellor 2018, BMJ 361, k1662), 204 people. After 8 weeks 77 % were better with exercise and advice, "
    "which includes less stretch and pressure on the sore side, 58 % with an injection, 29 % who waited. Which "
    "stretches are left out follows that advice; it was not tested alone.",
)
FRONT = Source(
    "Less depth for a sore front (Kolber 2015, Strength and Conditioning Journal 37(3)).",
    "Less depth for a sore front is an opinion with no numbers (Kolber 2015, Strength and Conditioning Journal "
    "37(3)). Which stretches are left out is ours.",
)
SPACING = Source(
    "A day between (ACSM position stand, Garber 2011, doi 10.1249/MSS.0b013e318213fefb; therunningclinic.com).",
    "ACSM position stand, Garber 2011 (doi 10.1249/MSS.0b013e318213fefb), strength on 2 or 3 days a week, for healthy "
    "adults; a day between runs is from the programmes of therunningclinic.com. Both are advice, not tested for sore "
    "hips.",
)
WEEKS = Source(
    "No rise from week to week (pain-monitoring model). The steps of 1 and 2 points are ours.",
    "Pain should not rise from week to week, says the pain-monitoring model, which was not tested in hips. Means of "
    "1.0 and 2.0 points more are ours.",
)
IMPROVING = Source(
    "Improving by 2 points or 30 % (Farrar 2001, Pain 94, 149-158). 14 days is ours.",
    "Improving by 2 points or 30 % is what people call much better (Farrar 2001, Pain 94, 149-158), 2,724 people in "
    "ten trials of a medicine for lasting pain. 14 days is ours.",
)
SIX_WEEKS = Source(
    "Six weeks (corahealth.co.uk, What is hip pain; NHS Gloucestershire, G-care, hip pathway).",
    "Six weeks (corahealth.co.uk, What is hip pain; NHS Gloucestershire, G-care, hip pathway) is the advice of "
    "clinics, not the result of a study.",
)
REACTIONS = ours("Three reactions in 14 days is ours.")
SIGNS = Source(
    "NHS Gloucestershire, G-care, hip pathway; corahealth.co.uk, What is hip pain; Robertson and Wood 2017.",
    "NHS Gloucestershire, G-care, hip pathway; corahealth.co.uk, What is hip pain; Robertson and Wood 2017 "
    "(PMC6226070). They are questions that clinics ask; how many of those who say yes have something serious is not "
    "known.",
)
LONGER_RUN = Source(
    "A long single run (Frandsen 2025, British Journal of Sports Medicine 59, 1203).",
    "Frandsen 2025, British Journal of Sports Medicine 59, 1203, 5,205 runners. Beside runs of at most 10 % more than "
    "the longest of 30 days, an overuse injury was 1.64 times as likely from 10 to 30 % more, 1.52 times from 30 to "
    "100 %, 2.28 times beyond. It shows that they go together, not that one brings the other.",
)
WEEK_UP = Source(
    f"At most 10 % more a week ({ARTICLE}). A habit, not a limit.",
    f"At most 10 % more a week ({ARTICLE}). It is a habit, not a limit. A large study found no relation between the "
    "change of a week and injury (Frandsen 2025, British Journal of Sports Medicine 59, 1203, 5,205 runners). The "
    "weeks that are compared are ours.",
)
FORTNIGHT = Source(
    "More than 30 % in two weeks (Nielsen 2014, J Orthop Sports Phys Ther 44(10)), which is not sure.",
    "Nielsen 2014, Journal of Orthopaedic & Sports Physical Therapy 44(10), people new to running. No sure difference "
    "between the groups; for injuries that go with distance 1.59 times as many above 30 % (0.96 to 2.66), which may "
    "be chance.",
)
REST_DAY = ours(f"At least one rest day a week ({ARTICLE}). What counts as active is ours.")
UNREAD = ours("Saying less where something is missing is ours.")
