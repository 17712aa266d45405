"""What the page may advise: one table, asked of the program's own rules for every answer the page can give.

This is the only place where the page and the rules meet. Nothing is reckoned here: each cell is what `gate`, `after`
and `flag_advice` say, so the page is never laxer than they are about what it was told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from hiproutine.advice.pain import after as after_rules
from hiproutine.advice.pain.advice import CLOSING, COOL_DOWN, ICE, LIGHT, Advice, more_careful_rank
from hiproutine.advice.pain.bands import HIGHEST, WORDS, Band
from hiproutine.advice.pain.days import DAY_BEGINS
from hiproutine.advice.pain.flags import FLAGS, URGENT
from hiproutine.advice.pain.gating import SPACED, Situation, gate
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import AGAIN_AFTER, Standing, Why, flag_advice
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.dialogue import scales

Table = dict[str, Any]
SCORES = range(HIGHEST + 1)
TOLD = (None, *SCORES)
_NOON = datetime(2024, 5, 15, 12, tzinfo=UTC)
"""A day like any other: the rules look at what lies between moments, not at the date."""
_TODAY = date(2024, 5, 15)


_SUGGESTED = frozenset({LIGHT, ICE, COOL_DOWN})
"""Routines that are advised instead of others; before one of them that advice is another."""
Advices = tuple[Advice | None, ...]


class _Numbered:
    """Each advice once; cells hold its number, -1 for none."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles
        self._numbers: dict[tuple[str, str, str | None], int] = {}
        self.found: list[Table] = []

    def number(self, advice: Advice | None) -> int:
        """Where an advice stands in the table."""
        if advice is None:
            return -1
        key = (advice.level.value, advice.sentence, advice.alternative)
        if key not in self._numbers:
            self._numbers[key] = len(self.found)
            self.found.append(self._table(advice))
        return self._numbers[key]

    def cells(self, advices: Advices) -> str:
        """The numbers of several advices, a letter each: `a` for none, `b` for 0."""
        return "".join(chr(ord("b") + self.number(advice)) for advice in advices)

    def _table(self, advice: Advice) -> Table:
        prefers = advice.level.prefers_other
        return {
            "rank": advice.level.rank,
            "prefersOther": prefers,
            "sentence": advice.sentence,
            "anyway": advice.anyway,
            "alternative": self._titles.get(advice.alternative or "", ""),
            "careful": more_careful_rank(advice.alternative) if prefers else -1,
        }


def rules_table(load: str, routine: str, titles: Mapping[str, str]) -> Table:
    """Everything the page asks and what it may say then; `titles` are those of routines by their ids.

    `before[now][worst - now][last]`: `last` is 0 for "not told", else one more than the score before the last session.
    `after[before][now][2 * (worst - now) + limp]`, with `before` likewise. The last index is a place in a text, as
    `_Numbered.cells` writes it. A worst that was not told is the pain now.
    """
    asked, numbered = Load(load), _Numbered(titles)
    number = numbered.number
    return {
        "before": [
            [numbered.cells(cell) for cell in row] for row in _before(asked, routine if routine in _SUGGESTED else "")
        ],
        "after": [["".join(map(numbered.cells, row)) for row in told] for told in _after()],
        "reacted": number(_later(asked, routine, reacted=True)),
        "yesterday": number(_later(asked, routine, reacted=False)),
        "spaced": sorted(SPACED),
        "flags": [
            {
                "id": flag.id,
                "words": flag.words,
                "group": int(flag.group != URGENT),
                "advice": number(flag_advice((Standing(flag, "1", _TODAY),), asked)),
                "again": flag.again,
            }
            for flag in FLAGS
        ],
        "askFlagsFrom": int(Band.HIGH),
        "askFlagsAfterDays": AGAIN_AFTER.days,
        "why": {"first": str(Why.FIRST_USE), "high": str(Why.HIGH), "week": str(Why.WEEK_PASSED)},
        "groups": list(scales.GROUPS.values()),
        "advices": numbered.found,
        "reactionRank": after_rules.after(None, _reading(HIGHEST)).level.rank,
        "dayBegins": DAY_BEGINS.hour,
        "words": list(WORDS),
        "ends": list(scales.ENDS),
        "notice": list(scales.NOTICE_SENTENCES),
        "closing": CLOSING,
    }


@cache
def _before(load: Load, routine: str) -> tuple[tuple[Advices, ...], ...]:
    """What `gate` says, by the pain now, the worst of 24 hours and the pain before the session before."""
    return tuple(
        tuple(tuple(_gate(load, routine, now, worst, last) for last in TOLD) for worst in range(now, HIGHEST + 1))
        for now in SCORES
    )


@cache
def _after() -> tuple[tuple[tuple[Advices, ...], ...], ...]:
    """What `after` says, by the pain before, the pain now, the worst during it and whether there is a limp."""
    return tuple(
        tuple(tuple(_afterwards(_known(before), now, worst) for worst in range(now, HIGHEST + 1)) for now in SCORES)
        for before in TOLD
    )


def _gate(load: Load, routine: str, now: int, worst: int, last: int | None) -> Advice | None:
    earlier = () if last is None else (_session(routine, load, days=3, before=_reading(last, name="1")),)
    return gate(Situation(load, routine, _TODAY, _reading(now, worst), sessions=earlier))


def _afterwards(before: Reading | None, now: int, worst: int) -> Advices:
    return tuple(after_rules.after(before, _reading(now, worst, limp=limp)) for limp in (False, True))


def _later(load: Load, routine: str, *, reacted: bool) -> Advice | None:
    """What an earlier session alone says: that it was yesterday, or that the hip reacted to it."""
    after = _reading(HIGHEST, HIGHEST, limp=True) if reacted else None
    return gate(Situation(load, routine, _TODAY, sessions=(_session(routine, load, days=1, after=after),)))


def _session(
    routine: str, load: Load, *, days: int, before: Reading | None = None, after: Reading | None = None
) -> SessionPain:
    return SessionPain("1", routine, load, _TODAY - timedelta(days=days), before, after)


def _known(score: int | None) -> Reading | None:
    return None if score is None else _reading(score, name="1")


def _reading(score: int, worst: int | None = None, *, limp: bool | None = None, name: str = "0") -> Reading:
    at = _NOON if name == "0" else _NOON - timedelta(days=3)
    return Reading(name, at, Moment.BEFORE, score, worst, limp=limp)
