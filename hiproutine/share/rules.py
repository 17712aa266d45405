"""What the page may advise: one table, asked of the program's own rules for every answer the page can give.

This is the only place where the page and the rules meet. Nothing is reckoned here: each cell is what `gate`, `after`
and `flag_advice` say, so the page is never laxer than they are about what it was told. The table is kept in
`web/rules.json`, so that writing a page asks no rule; a test holds it to what the rules say now.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hiproutine.advice.pain import after as after_rules
from hiproutine.advice.pain.advice import CLOSING, Advice, Kind, more_careful_rank
from hiproutine.advice.pain.bands import HIGHEST, WORDS, Band
from hiproutine.advice.pain.days import DAY_BEGINS
from hiproutine.advice.pain.flags import FLAGS, URGENT, Flag
from hiproutine.advice.pain.gating import SPACED, Situation, avoided, gate
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import AGAIN_AFTER, Standing, Why, flag_advice
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.dialogue import red_flags, scales

Table = dict[str, Any]
SCORES = range(HIGHEST + 1)
TOLD = (None, *SCORES)
_NOON = datetime(2024, 5, 15, 12, tzinfo=UTC)
"""A day like any other: the rules look at what lies between moments, not at the date."""
_TODAY = date(2024, 5, 15)


Advices = tuple[Advice | None, ...]


class _Numbered:
    """Each advice once; cells hold its number, -1 for none."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str, str | None], int] = {}
        self.found: list[Table] = []

    def number(self, advice: Advice | None) -> int:
        """Where an advice stands in the table."""
        if advice is None:
            return -1
        key = (advice.level.value, advice.sentence, advice.alternative)
        if key not in self._numbers:
            self._numbers[key] = len(self.found)
            self.found.append(_told(advice))
        return self._numbers[key]

    def cells(self, advices: Advices) -> str:
        """The numbers of several advices, a letter each: `a` for none, `b` for 0."""
        return "".join(chr(ord("b") + self.number(advice)) for advice in advices)


def _told(advice: Advice) -> Table:
    prefers = advice.level.prefers_other
    return {
        "rank": advice.level.rank,
        "prefersOther": prefers,
        "sign": advice.kind is Kind.RED_FLAG,
        "sentence": advice.sentence,
        "anyway": advice.anyway,
        "alternative": advice.alternative or "",
        "careful": more_careful_rank(advice.alternative) if prefers else -1,
    }


def rules_table() -> Table:
    """Everything a page asks and what it may say then.

    In `loads`: `before[now][worst - now][last]`; `last` is 0 for "not told", else one more than the score before the
    last session. `after[before][now][2 * (worst - now) + limp]`, with `before` likewise. The last index is a place in a
    text, as `_Numbered.cells` writes it. A worst that was not told is the pain now. `avoid[worst]` and that of a sign
    are what is better left out, as in the `avoid_if` of exercises.
    """
    numbered = _Numbered()
    number = numbered.number
    return {
        "loads": {
            load.value: {
                "before": [[numbered.cells(cell) for cell in row] for row in _before(load)],
                "reacted": number(_later(load, reacted=True)),
                "yesterday": number(_later(load, reacted=False)),
                "signs": [number(flag_advice((_stands(flag),), load)) for flag in FLAGS],
            }
            for load in Load
        },
        "after": [["".join(map(numbered.cells, row)) for row in told] for told in _after()],
        "avoid": [_avoided(reading=_reading(worst)) for worst in SCORES],
        "spaced": sorted(SPACED),
        "flags": [
            {
                "id": flag.id,
                "words": flag.words,
                "group": int(flag.group != URGENT),
                "again": flag.again,
                "avoid": _avoided(flags=(_stands(flag),)),
            }
            for flag in FLAGS
        ],
        "askFlagsFrom": int(Band.HIGH),
        "askFlagsAfterDays": AGAIN_AFTER.days,
        "why": {
            "first": str(Why.FIRST_USE),
            "high": str(Why.HIGH),
            "week": str(Why.WEEK_PASSED),
            "checked": str(Why.CHECKED),
        },
        "groups": list(scales.GROUPS.values()),
        "settling": [[option.words, option.value] for option in red_flags.SETTLING],
        "unmarked": [[_sentence(option.words), option.value] for option in red_flags.UNMARKED],
        "which": red_flags.WHICH,
        "advices": numbered.found,
        "reactionRank": after_rules.after(None, _reading(HIGHEST)).level.rank,
        "dayBegins": DAY_BEGINS.hour,
        "words": list(WORDS),
        "ends": list(scales.ENDS),
        "notice": list(scales.NOTICE_SENTENCES),
        "closing": CLOSING,
    }


def written() -> str:
    """The table as the file holds it."""
    return json.dumps(rules_table(), ensure_ascii=False, indent=1) + "\n"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _stands(flag: Flag) -> Standing:
    return Standing(flag, "1", _TODAY)


def _avoided(**known: Any) -> list[str]:
    return sorted(avoided(Situation(Load.HIGH, "", _TODAY, **known)))


def _before(load: Load) -> tuple[tuple[Advices, ...], ...]:
    """What `gate` says, by the pain now, the worst of 24 hours and the pain before the session before."""
    return tuple(
        tuple(tuple(_gate(load, now, worst, last) for last in TOLD) for worst in range(now, HIGHEST + 1))
        for now in SCORES
    )


def _after() -> tuple[tuple[tuple[Advices, ...], ...], ...]:
    """What `after` says, by the pain before, the pain now, the worst during it and whether there is a limp."""
    return tuple(
        tuple(tuple(_afterwards(_known(before), now, worst) for worst in range(now, HIGHEST + 1)) for now in SCORES)
        for before in TOLD
    )


def _gate(load: Load, now: int, worst: int, last: int | None) -> Advice | None:
    earlier = () if last is None else (_session("", load, days=3, before=_reading(last, name="1")),)
    return gate(Situation(load, "", _TODAY, _reading(now, worst), sessions=earlier))


def _afterwards(before: Reading | None, now: int, worst: int) -> Advices:
    return tuple(after_rules.after(before, _reading(now, worst, limp=limp)) for limp in (False, True))


def _later(load: Load, *, reacted: bool) -> Advice | None:
    """What an earlier session alone says: that it was yesterday, or that the hip reacted to it."""
    after = _reading(HIGHEST, HIGHEST, limp=True) if reacted else None
    routine = min(SPACED) if not reacted else ""
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
