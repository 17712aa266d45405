"""What the page may advise: one table, asked of the program's own judgement about what the page can know.

This is the only place where the page and the rules meet. Nothing is reckoned here: every sentence, level and load is
what `assess` finds in facts that bring it up. When each is found, `web/judging.js` knows; a test holds it to `assess`
over generated answers. The table is kept in `web/rules.json`, so that writing a page asks no rule.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hiproutine.advice import pain_score, reactions, trends
from hiproutine.advice.assess import assess
from hiproutine.advice.coming_back.stages import FAMILY, SPACED
from hiproutine.advice.facts import Facts, judged_score
from hiproutine.advice.finding import HEAVY, Finding, Kind, Level
from hiproutine.advice.gentle import COOL_DOWN, GENTLE, SUGGESTED
from hiproutine.advice.pain.bands import HIGHEST, WORDS, Band
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.changes import CLEAR
from hiproutine.advice.pain.days import DAY_BEGINS, day_of
from hiproutine.advice.pain.flags import FLAGS, URGENT, Flag
from hiproutine.advice.pain.readings import Feel, Moment, Reading
from hiproutine.advice.pain.red_flags import AGAIN_AFTER, Standing, Why
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.recovery import icing
from hiproutine.dialogue import during, red_flags, scales
from hiproutine.dialogue.before import SOON
from hiproutine.dialogue.easing import GENTLED, NOTE, WAY
from hiproutine.dialogue.loads import OPTIONS
from hiproutine.share.weight_rules import weight_rules
from hiproutine.wording import minutes_said

Table = dict[str, Any]
Told = list[Any]
NOW = datetime(2024, 5, 15, 12, tzinfo=UTC)
"""A moment like any other: the rules look at what lies between moments, not at the date."""
NAME = "{name}"
ROUTINE = "a-routine"


def rules_table() -> Table:
    """Everything a page asks and what it may say then."""
    every = (_score(score, masked=masked) for score in SCORES for masked in (False, True))
    scores = [told for _, told in sorted({json.dumps(told): told for told in every}.items())]
    return {
        "flags": [_flag(flag) for flag in FLAGS],
        "signs": [_told(_signs(group)) for group in _groups()],
        "scores": scores,
        "score": [[scores.index(_score(score, masked=masked)) for masked in (False, True)] for score in SCORES],
        "judged": [judged_score(_reading(score, masked=True)) for score in SCORES],
        "feel": {feel: _told(_one(Kind.FEEL, _facts(_reading(1, feel=feel)))) for feel in (Feel.SHARP, Feel.TINGLING)},
        "catching": _told(_one(Kind.PLACE, _facts(_reading(1, feel=Feel.CATCHING)))),
        "during": _during_table(),
        "limp": _told(_one(Kind.LIMP, _facts(_reading(1, limp=True)))),
        "rise": _told(_rise(CLEAR), count=str(CLEAR)),
        "reaction": _told(_one(Kind.REACTION, _reacted(1))),
        "well": _told(_one(Kind.AFTER, _went(1))),
        "sore": _told(_one(Kind.AFTER, _went(3))),
        "reactions": _told(_one(Kind.REACTIONS, _reacted(trends.REACTIONS)), count=str(trends.REACTIONS)),
        "long": _told(_one(Kind.EPISODE, _episode(trends.LONG))),
        "slow": _told(_one(Kind.EPISODE, _episode(trends.SLOW))),
        "wrongWay": _told(_one(Kind.WEEKS, _weeks(trends.WRONG_WAY))),
        "weekUp": _told(_one(Kind.WEEKS, _weeks(trends.HOLD))),
        "restTomorrow": _told(_one(Kind.REST_DAY, _row(0)), count=str(ROW)),
        "restToday": _told(_one(Kind.REST_DAY, _row(1)), count=str(ROW)),
        "spacing": _told(_timed(Kind.SPACING, Facts(sessions=(_session("s", SPACED_ONE, days=1),)))),
        "ice": _ice(),
        "notGentle": [pain_score.GENTLE, pain_score.NOTICEABLE],
        "numb": _told(_timed(Kind.ICE, _facts(_reading(1, feel=Feel.TINGLING)))),
        "heat": _told(_timed(Kind.HEAT, Facts(signs=(_stands(_by_id("swelling")),)))),
        "heatAfterRun": _heat_after_run(),
        "numbers": _numbers(),
        "kinds": [kind.value for kind in Kind],
        "heavy": sorted(load.value for load in HEAVY),
        "gentled": sorted(load.value for load in GENTLED),
        "easing": [WAY, NOTE],
        "soon": sorted(kind.value for kind in SOON),
        "gentle": [[name, sorted(SUGGESTED[name].areas)] for name in GENTLE],
        "why": {"first": str(Why.FIRST_USE), "high": str(Why.HIGH), "week": str(Why.WEEK_PASSED),
                "checked": str(Why.CHECKED)},
        "groups": list(scales.GROUPS.values()),
        "settling": [[option.words, option.value] for option in red_flags.SETTLING],
        "unmarked": [[_sentence(option.words), option.value] for option in red_flags.UNMARKED],
        "which": red_flags.WHICH,
        "masked": scales.masked("").text,
        "feels": [[_sentence(option.words), option.value] for option in scales.FEELS],
        "painKey": {"kicker": during.KICKER, "anyway": during.ANYWAY, "coolDown": [COOL_DOWN, during.DOWN]},
        "efforts": [list(scales.EFFORT_WORDS), list(scales.EFFORT_ENDS)],
        "loads": [[_sentence(option.words), option.value] for option in OPTIONS],
        "weights": weight_rules(),
        "words": list(WORDS),
        "ends": list(scales.ENDS),
        "notice": list(scales.NOTICE_SENTENCES),
        "closing": CLOSING,
    }  # fmt: skip


def written() -> str:
    """The table as the file holds it."""
    return json.dumps(rules_table(), ensure_ascii=False, indent=1) + "\n"


SCORES = range(HIGHEST + 1)
NOTHING, EASIER, UP, HIGH = range(4)
"""What an answer in the middle of a session says by its score alone: nothing, one thing, and two ways to say stop."""
ROW = 7
SPACED_ONE = min(SPACED)


def _numbers() -> Table:
    return {
        "clear": CLEAR,
        "middle": int(Band.MIDDLE),
        "high": int(Band.HIGH),
        "easier": Level.EASIER.rank,
        "gentle": Level.GENTLE.rank,
        "veryHigh": int(Band.VERY_HIGH),
        "wellWorst": reactions.WELL_WORST,
        "holdsDays": reactions.HOLDS.days,
        "comparedDays": pain_score.COMPARED.days,
        "weekNeeds": trends.NEEDED,
        "hold": trends.HOLD,
        "wrongWay": trends.WRONG_WAY,
        "slowDays": trends.SLOW.days,
        "longDays": trends.LONG.days,
        "silenceDays": trends.SILENCE.days,
        "betterShare": float(trends.BETTER_SHARE),
        "reactions": trends.REACTIONS,
        "reactionsDays": trends.REACTIONS_IN.days,
        "row": ROW,
        "iceHours": icing.EARLIEST.total_seconds() / 3600,
        "heatHours": icing.AFTER_A_RUN.total_seconds() / 3600,
        "runs": FAMILY,
        "askAgainDays": AGAIN_AFTER.days,
        "dayBegins": DAY_BEGINS.hour,
    }


def _told(found: Finding, **changed: str) -> Told:
    """Kind, rank, sentence, loads it is against, areas to avoid, families it is only about, and what suits instead;
    what is empty at the end is left out. In the sentence each of `changed` gives way to the name of its place."""
    sentence = found.sentence
    for place, text in changed.items():
        sentence = sentence.replace(text, f"{{{place}}}", 1)
    told: Told = [found.kind.value, found.level.rank, sentence, sorted(load.value for load in found.against)]
    told += [sorted(found.avoid), sorted(found.only), found.instead or ""]
    while not told[-1]:
        told.pop()
    return told


def _one(kind: Kind, facts: Facts) -> Finding:
    found = assess(facts, NOW, UTC).found(kind)
    assert found, kind  # noqa: S101 - these facts bring it up
    return found


def _timed(kind: Kind, facts: Facts) -> Finding:
    return next(one for one in assess(facts, NOW, UTC).timing if one.kind is kind)


def _flag(flag: Flag) -> Table:
    """A sign, without what it has not."""
    found = {
        "id": flag.id,
        "words": flag.words,
        "group": int(flag.group != URGENT),
        "sign": next(at for at, group in enumerate(_groups()) if flag in group),
    }
    more = {
        "again": flag.again,
        "avoid": sorted(assess(Facts(signs=(_stands(flag),)), NOW, UTC).avoid),
        "noHeat": flag.id in icing.SWOLLEN,
    }
    return found | {name: value for name, value in more.items() if value}


def _groups() -> list[list[Flag]]:
    """The signs that are spoken of together, as the judgement puts them."""
    found: dict[str, list[Flag]] = {}
    for flag in FLAGS:
        found.setdefault(_signs([flag]).sentence, []).append(flag)
    return list(found.values())


def _signs(group: list[Flag]) -> Finding:
    return _one(Kind.SIGN, Facts(signs=(_stands(group[0]),)))


def _stands(flag: Flag) -> Standing:
    return Standing(flag, "1", day_of(NOW, UTC))


def _by_id(name: str) -> Flag:
    return next(flag for flag in FLAGS if flag.id == name)


def _score(score: int, *, masked: bool) -> Told:
    return _told(_one(Kind.SCORE, _facts(_reading(score, masked=masked))))


def _during_table() -> Table:
    """What is said at the key for pain: `scores` by the score and by the one before (first: nobody said), as places in
    `told`; a feel or a limp that stops whatever the score has its own."""
    by_score = [[_during(now, before) for before in (None, *SCORES)] for now in SCORES]
    every = [found for row in by_score for found in row if found]
    easier = next(one for one in every if one.level is not Level.REST)
    up = next(found for found in by_score[CLEAR] if found and found.level is Level.REST)
    high = next(found for found in by_score[HIGHEST] if found)
    told = [None, _told(easier), _told(up, up=str(CLEAR)), _told(high, score=str(HIGHEST))]
    places = {easier.sentence: EASIER}
    for score in SCORES:
        places[up.sentence.replace(str(CLEAR), str(score))] = UP
        places[high.sentence.replace(str(HIGHEST), str(score))] = HIGH
    return {
        "told": told,
        "scores": [[places[found.sentence] if found else NOTHING for found in row] for row in by_score],
        "feel": {feel: _told(found) for feel in (Feel.SHARP, Feel.TINGLING) if (found := _during(0, feel=feel))},
        "limp": _told(found) if (found := _during(0, limp=True)) else None,
    }


def _during(score: int, before: int | None = None, **more: Any) -> Finding | None:
    check = None if before is None else _reading(before)
    answer = _reading(score, Moment.DURING, name="during", **more)
    playing = SessionPain("s", ROUTINE, Load.HIGH, day_of(NOW, UTC), check, during=(answer,))
    return assess(Facts(playing=playing), NOW, UTC).found(Kind.DURING)


def _rise(up: int) -> Finding:
    return _one(Kind.RISE, _facts(_reading(0, name="0", hours=30), _reading(up)))


def _reacted(times: int) -> Facts:
    sessions = [
        _session(str(at), ROUTINE, days=at, after=_reading(HIGHEST, Moment.AFTER, days=at)) for at in range(times)
    ]
    return Facts(sessions=tuple(sessions))


def _went(score: int) -> Facts:
    after = _reading(score, Moment.AFTER)
    return Facts(sessions=(_session("s", ROUTINE, before=_reading(score), after=after),))


def _episode(length: timedelta) -> Facts:
    days = range(0, length.days + 1, 7)
    return _facts(*(_reading(5, name=f"r{at}", days=at) for at in days))


def _weeks(up: int) -> Facts:
    now, then = ((2 + up, 0), (2, 7))
    return _facts(
        *(_reading(score, name=f"{back + at}", days=back + at) for score, back in (now, then) for at in range(3))
    )


def _row(ended: int) -> Facts:
    days = range(ended, ended + ROW)
    return Facts(sessions=tuple(_session(str(at), ROUTINE, days=at) for at in days))


def _ice() -> Told:
    found = _timed(Kind.ICE, Facts(ices=(NOW - timedelta(hours=1),)))
    again = icing.clock_of(NOW - timedelta(hours=1) + icing.EARLIEST, NOW, UTC)
    return _told(found, ago=minutes_said(3600), again=again)


def _heat_after_run() -> Told:
    run = SessionPain("s", f"{FAMILY}-1", Load.HIGH, day_of(NOW, UTC), ended=NOW)
    again = icing.clock_of(NOW + icing.AFTER_A_RUN, NOW, UTC)
    return _told(_timed(Kind.HEAT, Facts(sessions=(run,))), again=again)


def _facts(*readings: Reading) -> Facts:
    return Facts(readings=readings)


def _session(
    name: str, routine: str, *, days: int = 0, before: Reading | None = None, after: Reading | None = None
) -> SessionPain:
    ended = NOW - timedelta(days=days, minutes=1)
    return SessionPain(name, routine, Load.HIGH, day_of(ended, UTC), before, after, title=NAME, ended=ended)


def _reading(
    score: int, moment: Moment = Moment.BEFORE, *, name: str = "now", days: int = 0, hours: float = 0, **more: Any
) -> Reading:
    return Reading(name, NOW - timedelta(days=days, hours=hours), moment, score, **more)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
