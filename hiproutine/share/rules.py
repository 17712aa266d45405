"""What the page may advise: one table, asked of the program's own rules for every answer the page can give.

This is the only place where the page and the rules meet. Nothing is reckoned here: each cell is what the judgement
says (`advice.assess`), so the page is never laxer than it is about what the page was told. The table is kept in
`web/rules.json`, so that writing a page asks no rule; a test holds it to what the rules say now.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.coming_back.stages import SPACED
from hiproutine.advice.facts import Facts
from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.gentle import GENTLE
from hiproutine.advice.pain.advice import CLOSING
from hiproutine.advice.pain.bands import HIGHEST, WORDS, Band
from hiproutine.advice.pain.days import DAY_BEGINS
from hiproutine.advice.pain.flags import FLAGS, URGENT, Flag
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import AGAIN_AFTER, Standing, Why
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.dialogue import red_flags, scales
from hiproutine.dialogue.after import worth_saying
from hiproutine.dialogue.before import anyway

Table = dict[str, Any]
SCORES = range(HIGHEST + 1)
TOLD = (None, *SCORES)
_NOON = datetime(2024, 5, 15, 12, tzinfo=UTC)
"""A day like any other: the rules look at what lies between moments, not at the date."""
_TODAY = date(2024, 5, 15)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says, as far as it is told what it needs."""

    rank: int
    prefers_other: bool
    sign: bool
    sentence: str
    anyway: str
    alternative: str = ""
    """The id of a routine that suits better; empty is rest, or nothing else."""

    @property
    def careful(self) -> int:
        """How careful the suggested routine is, 0 the mildest; rest alone is the most; -1 where none is preferred."""
        return CAREFUL.index(self.alternative) if self.prefers_other else -1

    def table(self) -> Table:
        """As the page reads it."""
        return {
            "rank": self.rank,
            "prefersOther": self.prefers_other,
            "sign": self.sign,
            "sentence": self.sentence,
            "anyway": self.anyway,
            "alternative": self.alternative,
            "careful": self.careful,
        }


CAREFUL = (*reversed(GENTLE), "")
"""Instead of a routine, from the mildest to rest alone."""
Tolds = tuple[Told | None, ...]


def told_before(judged: Assessment, load: Load, routine: str = "") -> Told | None:
    """What the judgement says before a routine; None where nothing is known."""
    against = judged.before(routine, load)
    gravest = judged.findings[0]
    found = against[0] if against and against[0].level.rank > gravest.level.rank else gravest
    if not found.because:
        return None
    mild = load is Load.NONE and not against
    return Told(
        min(found.level.rank, Level.WATCH.rank) if mild else found.level.rank,
        bool(against),
        found.kind is Kind.SIGN,
        found.sentence,
        anyway(found, against=bool(against)),
        (judged.suits or "") if against else "",
    )


def told_after(judged: Assessment) -> Told:
    """What the judgement says right after a session; its rank says whether the hip reacted."""
    words = " ".join(one.sentence for one in worth_saying(judged))
    reacted = judged.found(Kind.REACTION) is not None
    rank = Level.GENTLE.rank if reacted else min(judged.level.rank, Level.WATCH.rank)
    return Told(rank, reacted, sign=False, sentence=words, anyway="", alternative="")


class _Numbered:
    """Each advice once; cells hold its number, -1 for none."""

    def __init__(self) -> None:
        self._numbers: dict[Told, int] = {}
        self.found: list[Table] = []

    def number(self, told: Told | None) -> int:
        """Where it stands in the table."""
        if told is None:
            return -1
        if told not in self._numbers:
            self._numbers[told] = len(self.found)
            self.found.append(told.table())
        return self._numbers[told]

    def cells(self, tolds: Tolds) -> str:
        """The numbers of several, a letter each: `a` for none, `b` for 0."""
        return "".join(chr(ord("b") + self.number(told)) for told in tolds)


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
                "signs": [number(told_before(_judged(signs=(_stands(flag),)), load)) for flag in FLAGS],
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
                "avoid": _avoided(signs=(_stands(flag),)),
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
        "reactionRank": Level.GENTLE.rank,
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
    reading = known.pop("reading", None)
    return sorted(_judged(**known, readings=(reading,) if reading else ()).avoid)


def _before(load: Load) -> tuple[tuple[Tolds, ...], ...]:
    """What is said by the pain now, the worst of 24 hours and the pain before the session before."""
    return tuple(
        tuple(tuple(_gate(load, now, worst, last) for last in TOLD) for worst in range(now, HIGHEST + 1))
        for now in SCORES
    )


def _after() -> tuple[tuple[tuple[Tolds, ...], ...], ...]:
    """What is said by the pain before, the pain now, the worst during it and whether there is a limp."""
    return tuple(
        tuple(tuple(_afterwards(before, now, worst) for worst in range(now, HIGHEST + 1)) for now in SCORES)
        for before in TOLD
    )


def _gate(load: Load, now: int, worst: int, last: int | None) -> Told | None:
    earlier = () if last is None else (_reading(last, at=_NOON - timedelta(days=3), name="1"),)
    return told_before(_judged(readings=(*earlier, _reading(now, worst))), load)


def _afterwards(before: int | None, now: int, worst: int) -> Tolds:
    return tuple(told_after(_session_judged(before, now, worst, limp=limp)) for limp in (False, True))


def _session_judged(before: int | None, now: int, worst: int, *, limp: bool) -> Assessment:
    """The judgement right after a session of a low load."""
    start = None if before is None else _reading(before, at=_NOON - timedelta(minutes=20), name="1")
    after = replace(_reading(now, worst, limp=limp), moment=Moment.AFTER)
    session = SessionPain("s", "", Load.LOW, _TODAY, start, after, ended=_NOON, title="this session")
    return _judged(sessions=(session,), readings=(*([start] if start else []), after))


def _later(load: Load, *, reacted: bool) -> Told | None:
    """What an earlier session alone says: that it was yesterday, or that the hip reacted to it."""
    routine = "" if reacted else min(SPACED)
    end = _NOON - timedelta(days=1)
    before, after = _reading(0, at=end, name="1"), replace(_reading(2, 2, at=end), moment=Moment.AFTER)
    day, name = _TODAY - timedelta(days=1), "your last session"
    session = SessionPain("s", routine, load, day, ended=end, title=name)
    if reacted:
        session = replace(session, before=before, after=after)
    judged = _judged(sessions=(session,))
    found = judged.before(routine, load)
    return told_before(judged, load, routine) if found else None


def _judged(**known: Any) -> Assessment:
    return assess(Facts(**known), _NOON, UTC)


def _reading(
    score: int, worst: int | None = None, *, limp: bool | None = None, at: datetime = _NOON, name: str = "0"
) -> Reading:
    return Reading(name, at, Moment.BEFORE, score, worst, limp=limp)
