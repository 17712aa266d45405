"""Words for the beats of a tempo, and names for the ear."""

from __future__ import annotations

import pytest

from hiproutine.cli.printing import plan_values
from hiproutine.cues.spoken import Script
from hiproutine.plain.lines import Teller
from hiproutine.plan.model import Kind
from hiproutine.play.events import IntervalStarted, RepBeat
from hiproutine.play.view import Phase, View
from tests.desk import Desk, routine

BOX = '{ name = "4x4", say = "box breathing", reps = 3, tempo = "4-4-4-4", beats = ["In", "Hold", "Out", "Stay"] }'


def test_each_beat_has_its_word_on_the_page_in_the_ear_and_in_plain_mode(desk: Desk) -> None:
    plan = desk.plan(routine(BOX))
    ready, work = plan.intervals
    script, teller = Script(plan), Teller(plan)
    assert script.opening(ready).text.startswith("Get ready: box breathing")
    view = View(Phase.PLAYING, work, 0.0, work.seconds, 0, 0.0, work.seconds, work.start)
    teller.tell((IntervalStarted(0.0, work),), view)
    told = [(RepBeat(0.0, work, 2, part),) for part in range(4)]
    assert [script.utterance(events).text for events in told] == ["In.", "Hold.", "Out.", "Stay."]  # type: ignore[union-attr]
    assert [teller.tell(events, view)[0] for events in told] == ["Number 2 of 3. In.", "Hold.", "Out.", "Stay."]
    shown = plan_values(plan)["intervals"][1]
    assert (shown["beats"], shown["say"], shown["name"]) == (["In", "Hold", "Out", "Stay"], "box breathing", "4x4")


def test_a_name_of_its_own_is_not_said_as_the_exercise_is(desk: Desk) -> None:
    desk.exercise("nineties", 'name = "90/90"\nsay = "ninety ninety"\nhold = 10\n')
    plan = desk.plan(routine('{ exercise = "nineties" }', '{ exercise = "nineties", name = "Mine" }'))
    assert [one.about.say for one in plan.intervals if one.kind is Kind.WORK] == ["ninety ninety", ""]


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ('reps = 3, beats = ["In"]', "Beats go with a tempo"),
        ('reps = 3, tempo = "1-1-1", beats = ["In"]', "There is 1 word for 3 beats"),
        ('reps = 3, tempo = "1-1-1", beats = ["In", "Out"]', "There are 2 words for 3 beats"),
        ('reps = 3, hold = 5, beats = ["In", "Hold", "Out", "Hold"]', "There are 4 words for 3 beats"),
        ('hold = 3, beats = ["In"]', "Beats go with a tempo"),
    ],
)
def test_words_that_are_not_as_many_as_beats_are_a_problem(desk: Desk, step: str, said: str) -> None:
    problem = desk.problem(routine(f'{{ name = "A", {step} }}'))
    assert (problem.code, problem.place) == ("bad-tempo", ("steps", 0, "beats"))
    assert said.casefold() in problem.sentence().casefold()
