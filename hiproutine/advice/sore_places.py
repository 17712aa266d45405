"""Where it hurts: which areas to leave out, and pain on landing. The newest answer of any moment counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo

from hiproutine.advice import studies
from hiproutine.advice.facts import in_force, judged_score
from hiproutine.advice.finding import HEAVY, Finding, Kind, Level
from hiproutine.advice.pain.because import Because
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.flags import BY_ID, LANDING
from hiproutine.advice.pain.readings import Area, Feel, Reading
from hiproutine.advice.pain.red_flags import Standing

IMPACT = frozenset({"impact"})
FRONT = frozenset({"front-hip", "groin"})
OUTER = frozenset({"outer-hip"})
"""Areas as in the `avoid_if` of exercises."""
REMEMBERED = timedelta(days=14)
"""For so long a last answer above 0 says that it hurts still. Ours."""
LANDING_SENTENCE = "Have pain in the groin or front on landing looked at within days, and do not run or hop until then."
ELSEWHERE = frozenset({Area.OUTER, Area.BUTTOCK})
"""Where pain on landing is not the pain that is looked at within days."""
ELSEWHERE_SENTENCE = "While landing hurts, leave out running and hopping; if it stays, consider a physiotherapist."
LANDING_ENDS = "when landing is answered with no"
SIGNS_END = "when a professional has checked it, or when it was ticked by mistake and is taken back"
PLACE_ENDS = "with an answer of 0, or of another place"


def findings(told: Sequence[Reading], now: datetime, zone: tzinfo) -> Iterator[Finding]:
    """What the newest answers about the place say."""
    landing = newest_landing(told)
    if landing and landing.on_impact and landing.area in ELSEWHERE:
        reason = Because((landing.id,), f"{landing.area}, on landing, said on {landing.at:%Y-%m-%d}")
        yield Finding(
            Kind.LANDING, Level.GENTLE, ELSEWHERE_SENTENCE, (reason,), studies.LANDING_ELSEWHERE, None, LANDING_ENDS,
            HEAVY, IMPACT,
        )  # fmt: skip
    sore = sore_reading(told, now, zone)
    place = newest_place(told)
    if sore is None:
        return
    if place and place.area is Area.OUTER:
        sentence = "For a sore outer side, stretches across the body, figure four and rolling there are left out."
        yield _place(place, sore, sentence, studies.OUTER, OUTER)
    elif place and place.area is Area.FRONT:
        unknown = landing is None or landing.on_impact is None
        more = " Jumps are too, until it is known how landing feels." if unknown else ""
        sentence = f"For a sore front or groin, deep bends and stretches to the end are left out.{more}"
        yield _place(place, sore, sentence, studies.FRONT, FRONT | (IMPACT if unknown else frozenset()))
    catching = [one for one in in_force(told, now, zone) if one.feel is Feel.CATCHING]
    if catching and not (place and place.area is Area.FRONT):
        sentence = "While it catches, deep bends and stretches to the end are left out."
        reason = Because((catching[-1].id,), f"catching, said on {catching[-1].at:%Y-%m-%d}")
        yield Finding(Kind.PLACE, Level.WATCH, sentence, (reason,), studies.FRONT, None, PLACE_ENDS, avoid=FRONT)


def newest_place(told: Sequence[Reading]) -> Reading | None:
    """The newest answer that names a place; "not sure" names none."""
    return next((one for one in reversed(told) if one.area not in {None, Area.UNSURE}), None)


def landing_sign(told: Sequence[Reading], settled: Sequence[datetime], zone: tzinfo) -> Standing | None:
    """The warning sign that the newest answer about landing is too: a yes that is not said of another place, and was
    neither checked by a professional since nor taken back."""
    landing = newest_landing(told)
    if landing is None or not landing.on_impact or landing.area in ELSEWHERE:
        return None
    if any(at >= landing.at for at in settled):
        return None
    return Standing(BY_ID[LANDING], landing.id, day_of(landing.at, zone), "answered")


def signs_end(signs: Iterable[Standing]) -> str:
    """What ends these signs, in words."""
    return f"{SIGNS_END}, or {LANDING_ENDS}" if any(one.how == "answered" for one in signs) else SIGNS_END


def newest_landing(told: Sequence[Reading]) -> Reading | None:
    """The newest answer about landing; None where nobody was asked."""
    return next((one for one in reversed(told) if one.on_impact is not None), None)


def sore_reading(told: Sequence[Reading], now: datetime, zone: tzinfo) -> Reading | None:
    """The answer that says that it hurts: the highest of 24 hours, or else the last one; None where that is 0."""
    fresh = in_force(told, now, zone)
    if not fresh and told and now - told[-1].at <= REMEMBERED:
        fresh = (told[-1],)
    highest = max(fresh, key=lambda one: (judged_score(one), one.at, one.score, one.id), default=None)
    return highest if highest and judged_score(highest) else None


def _place(place: Reading, sore: Reading, sentence: str, source: studies.Source, avoid: frozenset[str]) -> Finding:
    ids = tuple(dict.fromkeys((place.id, sore.id)))
    reason = Because(ids, f"{place.area}, said on {place.at:%Y-%m-%d}, pain {judged_score(sore)}")
    return Finding(Kind.PLACE, Level.WATCH, sentence, (reason,), source, None, PLACE_ENDS, avoid=avoid)
