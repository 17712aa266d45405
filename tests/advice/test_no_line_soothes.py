"""What `today` says in its few lines: nothing beside what advises against it, and nothing milder because it is old."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hiproutine.advice.finding import Kind
from hiproutine.advice.pain.readings import Area, Feel
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.facts import Onset
from hiproutine.advice.today import hints
from tests.advice.known import NOON, ago, judged, known, morning, ran, said, session, ticked

STAGES = [session(days, "return-to-run-1", Load.HIGH, before=0, after=0) for days in (3, 1)]


def lines(*things: object, **more: Any) -> list[str]:
    """The lines of `today`."""
    return [one.why for one in hints(known(*things, **more), judged(*things, **more))]


def test_a_stage_that_waits_is_not_named_beside_what_closes_it() -> None:
    landing = said(2, area=Area.FRONT, on_impact=True)
    assert not [line for line in lines(*STAGES, landing) if "tage" in line]
    assert not [line for line in lines(*STAGES, said(9)) if "tage" in line]


def test_no_run_is_named_on_a_day_without_a_stage_nor_in_the_first_days_of_a_pain() -> None:
    waits = lines(*STAGES, morning(0))
    assert any("Not before tomorrow" in line for line in waits)
    assert "before a run" not in waits
    assert "before a run" in lines(morning(0))
    assert "before a run" not in lines(onsets=(Onset("o", ago(hours=3)),))


def test_catching_is_said_where_nothing_else_is() -> None:
    assert any("catches" in line for line in lines(said(2, feel=Feel.CATCHING)))


def test_silence_ends_no_episode_of_six_weeks() -> None:
    runs = [ran(days, pain=3) for days in (43, 24, 2, 1)]
    assert judged(*runs).found(Kind.EPISODE)
    assert judged(*runs, now=NOON + timedelta(days=8)).found(Kind.EPISODE)


def test_nothing_mild_stands_beside_what_is_urgent() -> None:
    found = judged(said(0), signs=ticked("numb-or-weak"))
    assert not [one for one in found.findings if one.kind is Kind.SCORE]
    assert judged(morning(0)).found(Kind.SCORE)


def test_nothing_lately_is_not_nothing_ever() -> None:
    assert judged().findings[0].sentence == "Nothing is noted yet. Start easy."
    assert judged(said(0, at=ago(3))).findings[0].sentence == "Nothing was noted in the last 24 hours. Start easy."
