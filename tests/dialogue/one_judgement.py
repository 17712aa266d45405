"""Asks everything that speaks at one moment of one history, and says where two of them contradict each other.

`python -m tests.dialogue.one_judgement 10000` looks through so many made-up histories.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from typing import Any

from hypothesis import HealthCheck, given, settings

from hiproutine.advice.assess import Assessment, assess
from hiproutine.advice.facts import CLOCK_SLIP, Facts
from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.pain.days import day_of
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import Standing
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.reactions import reaction
from hiproutine.advice.today import Hint, hints
from hiproutine.cli.calendar import calendar_of, events_of, known_of
from hiproutine.cli.days import why_lines
from hiproutine.cli.history_text import judgement_text
from hiproutine.cli.signs import signs_said
from hiproutine.dialogue.after import worth_saying
from hiproutine.dialogue.before import decide
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.course import Then
from hiproutine.dialogue.during import within
from hiproutine.dialogue.notes import meaning, meaning_of_reading
from hiproutine.dialogue.questions import Notice, Scale, Statement
from hiproutine.journal.report import Material, report
from hiproutine.tui.history.judgement import judged_lines
from hiproutine.tui.library.ordering import today_lines
from tests.advice.histories import NOW, History, histories
from tests.advice.routines import AREAS, LOADS, ROUTINES

ALONE = frozenset({Kind.ICE, Kind.HEAT, Kind.STAGE, Kind.SCORE})
"""What may rest on no answer of the journal: on the clock, or on nothing at all."""
STRETCH = "rest-day-light-stretch"


@dataclass
class Known(Context):
    """A desk over facts; what is kept is added to them."""

    facts_now: Facts = field(default_factory=Facts)
    here: tzinfo | None = None

    def facts(self, unit: Any = None, playing: SessionPain | None = None, *, unsure: bool = False) -> Facts:
        """The facts, whatever there is of a journal."""
        return replace(self.facts_now, playing=playing, onset_unsure=unsure)

    def keep(self, reading: Reading) -> None:
        """Adds it."""
        self.facts_now = replace(self.facts_now, readings=(*self.facts_now.readings, reading))

    def flags(self) -> tuple[Standing, ...]:
        """The signs of the facts."""
        return self.facts_now.signs

    @property
    def zone(self) -> tzinfo:
        """Where the person is."""
        assert self.here
        return self.here


def desk(history: History) -> Known:
    """A desk at noon."""
    return Known(None, open=ROUTINES.get, now=lambda: NOW, facts_now=history.facts, here=history.zone)


def contradictions(history: History) -> Iterator[str]:
    """Every one, in a sentence; none is right."""
    judged = assess(history.facts, NOW, history.zone)
    offered = hints(history.facts, judged)
    yield from _today(judged, offered)
    for name in ROUTINES:
        yield from _check(history, judged, name, [one.routine for one in offered])
    yield from _others(history, judged)
    yield from _during(history)
    yield from _grounds(judged)
    yield from _calendar(history, judged)


def _today(judged: Assessment, offered: tuple[Hint, ...]) -> Iterator[str]:
    gravest = judged.findings[0]
    if gravest.level.rank >= Level.GENTLE.rank and offered[0].why != gravest.sentence:
        yield f"today begins with “{offered[0].why}” and not with “{gravest.sentence}”"
    for hint in offered:
        if hint.routine is None:
            continue
        for one in judged.before(hint.routine, LOADS[hint.routine]):
            yield f"today offers {hint.routine} against “{one.sentence}”"
        gentle = LOADS[hint.routine] is Load.LOW
        if AREAS[hint.routine] & judged.avoid and (gentle or "impact" in AREAS[hint.routine] & judged.avoid):
            yield f"today offers {hint.routine}, which holds {sorted(AREAS[hint.routine] & judged.avoid)}"


def _check(history: History, judged: Assessment, name: str, offered: list[str | None]) -> Iterator[str]:
    course = decide(desk(history), ROUTINES[name], None, unsure=False, ticked=False)
    against = judged.before(name, LOADS[name])
    try:
        said: Any = next(course)
    except StopIteration:
        if against:
            yield f"the check says nothing before {name}"
        if judged.level.rank >= Level.GENTLE.rank:
            yield f"the check before {name} hides “{judged.findings[0].sentence}”"
        return
    goes_on = isinstance(said, Notice) or said.options[0].value in {"anyway", "eased"}
    if goes_on == bool(against):
        yield f"the check before {name} {'goes on' if goes_on else 'stops'}"
    if not goes_on and name in offered:
        yield f"the check stops before {name}, which today offers"
    words = [said.text, *(said.sentences if isinstance(said, Statement) else ())]
    if judged.level.rank >= Level.REST.rank and judged.findings[0].sentence not in words:
        yield f"the check before {name} hides “{judged.findings[0].sentence}”"
    if isinstance(said, Statement) and said.options[0].value == "instead":
        title = said.options[0].words.partition(" instead")[0]
        other = next(one for one in ROUTINES if ROUTINES[one].card.title == title)
        if not judged.allows(other, LOADS[other]) or (LOADS[other] is Load.LOW and AREAS[other] & judged.avoid):
            yield f"the check offers {other} instead of {name}, which is advised against"


def _others(history: History, judged: Assessment) -> Iterator[str]:
    """The words after `pain` and `run`, after a session, and `today --why`."""
    gravest = judged.findings[0]
    here = desk(history)
    readings, outings = history.facts.readings, history.facts.outings
    words = {"after": [one.sentence for one in worth_saying(judged)], "why": why_lines(judged)}
    if readings:
        words["pain"] = [one.sentence for one in meaning_of_reading(here, readings[-1], history.facts.unit).advice]
    if outings:
        words["run"] = [one.sentence for one in meaning(here, outings[-1], history.facts.unit).advice]
    if gravest.level.rank >= Level.EASIER.rank:
        for name, said in words.items():
            if gravest.sentence not in said:
                yield f"{name} hides “{gravest.sentence}”"
    for name in words.keys() - {"why"}:
        for one in judged.findings:
            if judged.soothes(one) and one.sentence in words[name] and one.kind not in {Kind.AFTER, Kind.REACTION}:
                yield f"{name} says “{one.sentence}” beside “{gravest.sentence}”"
    yield from _who_look_back(history, judged)


def _who_look_back(history: History, judged: Assessment) -> Iterator[str]:
    """History, printed and shown, the report, the signs, and the library's lines."""
    gravest, offered = judged.findings[0], hints(history.facts, judged)
    titles = {name: one.card.title for name, one in ROUTINES.items()}
    lines = {columns: today_lines(offered, titles, columns, most=most).plain for columns, most in ROOMS}
    shown = judged_lines(judged, 76, airy=False)
    day = day_of(NOW, history.zone)
    page = report(Material(day - timedelta(days=6), day, history.zone, [], [], [], [], judged=judged))
    places = {
        "history": judgement_text(judged),
        "the screen of history": shown.plain if shown else "",
        "the report": page.replace("\\", ""),
        "signs": "\n".join(signs_said(judged)),
        **{f"the library at {columns}": text for columns, text in lines.items()},
    }
    for name, text in places.items():
        said = _flat(text)
        grave = gravest.level.rank >= Level.EASIER.rank and (
            name != "signs" or gravest.kind in {Kind.SIGN, Kind.UNREAD}
        )
        if grave and _flat(gravest.sentence) not in said:
            yield f"{name} hides “{gravest.sentence}”: {said}"
        for one in judged.findings:
            if judged.soothes(one) and name != "the report" and _flat(one.sentence) in said:
                yield f"{name} says “{one.sentence}” beside “{gravest.sentence}”"
        if name.startswith("the library"):
            for routine, title in titles.items():
                if f"{title}  " in text and judged.before(routine, LOADS[routine]):
                    yield f"{name} offers {title}, which is advised against"


ROOMS = ((56, 2), (76, 4), (116, 4))
"""Columns and rows of the library's lines."""


def _flat(text: str) -> str:
    return "".join(text.split())  # rows break after hyphens too


def _during(history: History) -> Iterator[str]:
    """The key for pain: stopping is the default exactly where the judgement stops."""
    for score in (0, 3, 6, 9):
        here = desk(history)
        course = within(here, STRETCH, None, None, Load.LOW)
        item: Any = next(course)
        asked = item
        try:
            while isinstance(asked, Scale) or not isinstance(asked, Statement):
                asked = course.send(score if isinstance(asked, Scale) else "no" if "limp" in asked.text else "ache")
        except StopIteration as end:
            if score >= 6 or end.value.then is not Then.GO_ON:
                yield f"at {score} nothing stops"
            continue
        if (asked.options[0].value == Then.STOP.value) != (score >= 6):
            yield f"at {score} the default is {asked.options[0].value}"
        if any(one.value == Then.COOL_DOWN.value for one in asked.options):
            found = here.judged()
            if not found.allows("cool-down", Load.LOW) or AREAS["cool-down"] & found.avoid:
                yield f"at {score} a cool-down is offered that is advised against"


def _grounds(judged: Assessment) -> Iterator[str]:
    ranks = [one.level.rank for one in judged.findings]
    if ranks != sorted(ranks, reverse=True):
        yield "a lesser finding stands before a graver one"
    for one in (*judged.findings, *judged.timing):
        if not one.ids and one.kind not in ALONE | {Kind.UNREAD}:
            yield f"“{one.sentence}” rests on nothing"
        if Load.LOW in judged.against and "Gentle routines suit" in one.sentence:
            yield f"“{one.sentence}” names what is advised against"
        if one.sentence.count(":") > 1 or "!" in one.sentence:
            yield f"“{one.sentence}” is not how things are said here"
        if not one.source.found.strip():
            yield f"“{one.sentence}” has no source"


def _calendar(history: History, judged: Assessment) -> Iterator[str]:
    known = known_of(history.facts, judged, ())
    text = calendar_of(known, events_of(known)).decode().replace("\r\n ", "")
    for event in text.split("BEGIN:VEVENT"):
        for name in re.findall(r"hiproutine play ([a-z0-9-]+)", event):
            if LOADS[name] in judged.against and "STATUS:CANCELLED" not in event:
                yield f"the calendar has {name}, which is advised against"


def changes(history: History) -> Iterator[str]:
    """What must not change, or only to be stricter, when a history is changed."""
    judged = assess(history.facts, NOW, history.zone)
    yield from _moved(history, judged)
    yield from _doubled(history, judged)
    yield from _more_pain(history, judged)
    yield from _stretched(history, judged)
    unread = assess(replace(history.facts, unread="It is locked."), NOW, history.zone)
    if unread.level.rank < judged.level.rank or not unread.against >= judged.against:
        yield "what cannot be read makes it laxer"


def _gist(judged: Assessment) -> tuple[object, ...]:
    kinds = [(one.kind, one.level) for one in (*judged.findings, *judged.timing)]
    return judged.level, sorted(judged.against), sorted(judged.avoid), kinds, [one.ask for one in judged.asks]


def moved(facts: Facts, by: timedelta, zone: tzinfo) -> Facts:
    """Everything so much later."""

    def answer(one: Reading | None) -> Reading | None:
        return one and replace(one, at=one.at + by)

    def session(one: SessionPain) -> SessionPain:
        end = one.ended and one.ended + by
        return replace(
            one, before=answer(one.before), after=answer(one.after), later=answer(one.later), ended=end,
            morning=answer(one.morning), during=tuple(filter(None, map(answer, one.during))),
            day=day_of(end, zone) if end else one.day + by,
        )  # fmt: skip

    return replace(
        facts,
        readings=tuple(replace(one, at=one.at + by) for one in facts.readings),
        sessions=tuple(map(session, facts.sessions)),
        outings=tuple(replace(one, at=one.at + by) for one in facts.outings),
        onsets=tuple(replace(one, at=one.at + by, over=one.over and one.over + by) for one in facts.onsets),
        ices=tuple(one + by for one in facts.ices),
        signs=tuple(one._replace(day=one.day + by) for one in facts.signs),
        screens=tuple(one._replace(at=one.at + by) for one in facts.screens),
        landing_settled=tuple(one + by for one in facts.landing_settled),
    )


def _moved(history: History, judged: Assessment) -> Iterator[str]:
    for weeks in (-3, 5):
        by = timedelta(weeks=weeks)
        later = assess(moved(history.facts, by, history.zone), NOW + by, history.zone)
        if _gist(later) != _gist(judged):
            yield f"{weeks} weeks later it is {_gist(later)} and not {_gist(judged)}"


def _doubled(history: History, judged: Assessment) -> Iterator[str]:
    again = tuple(replace(one, id=f"{one.id}-2") for one in history.facts.readings)
    for told in ((*history.facts.readings, *again), history.facts.readings[::-1]):
        found = assess(replace(history.facts, readings=told), NOW, history.zone)
        if _gist(found) != _gist(judged):
            changed = [pair for pair in zip(_gist(found), _gist(judged), strict=True) if pair[0] != pair[1]]
            yield f"answers twice, or in another order: {changed}"


def _more_pain(history: History, judged: Assessment) -> Iterator[str]:
    """The newest answer, and the pain of the runs of the last day: more of it is never laxer."""
    told = [one for one in history.facts.readings if one.at <= NOW + CLOCK_SLIP]
    newest = max(told, key=lambda one: (one.at, one.id), default=None)
    last = max((one for one in history.facts.outings if one.at <= NOW), key=lambda one: (one.at, one.id), default=None)
    raised: list[Facts] = []
    if newest and newest.session is None and newest.score < 10 and newest.moment is not Moment.BEFORE:
        more = replace(newest, score=newest.score + 1)
        raised.append(
            replace(history.facts, readings=tuple(more if one is newest else one for one in history.facts.readings))
        )
    if last and last.pain is not None and last.pain < 10:
        run = replace(last, pain=last.pain + 1)
        raised.append(
            replace(history.facts, outings=tuple(run if one is last else one for one in history.facts.outings))
        )
    for facts in raised:
        found = assess(facts, NOW, history.zone)
        if found.level.rank < judged.level.rank or not found.against >= judged.against:
            yield f"more pain is laxer: {_gist(found)} and not {_gist(judged)}"


def _stretched(history: History, judged: Assessment) -> Iterator[str]:
    end = NOW - timedelta(hours=5)
    stretch = SessionPain("stretch", STRETCH, Load.LOW, day_of(end, history.zone), ended=end, title="Stretch")
    found = assess(replace(history.facts, sessions=(*history.facts.sessions, stretch)), NOW, history.zone)

    def runs(one: Assessment) -> list[object]:
        return [(e.id, e.before, e.after, e.morning, reaction(e)) for e in one.done if e.run]

    if runs(found) != runs(judged) or found.against != judged.against:
        yield "a stretch changes what a run did"


def search(count: int, *, seconds: float | None = None) -> None:
    """Raises AssertionError with the first history that contradicts itself."""

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(histories())
    def look(history: History) -> None:
        found = [*contradictions(history), *changes(history)]
        assert not found, "\n".join(found)

    look()


if __name__ == "__main__":
    began = datetime.now().astimezone()
    search(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
    print(f"no contradiction; {datetime.now().astimezone() - began}")
