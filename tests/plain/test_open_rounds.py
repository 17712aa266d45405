"""Rounds without a number in words: which round it is, how long there is yet, and how many there were."""

from __future__ import annotations

from hiproutine.cues.spoken import Script
from hiproutine.plain.lines import Teller
from hiproutine.plan.model import Plan
from hiproutine.play.engine import Engine
from hiproutine.share.data import plan_table
from tests.clocks import ManualClock
from tests.tables import plan_of

PLAN = plan_of(
    {
        "title": "T",
        "defaults": {"transition": 5},
        "blocks": [
            {
                "title": "Ten",
                "for": 90,
                "last": "finish",
                "steps": [{"name": "Squat", "reps": 5}, {"name": "Plank", "hold": 10}],
            }
        ],
    }
)


def told(plan: Plan, takes: float) -> tuple[list[str], list[str]]:
    """What is printed and what is said, where what a person paces takes so long."""
    clock = ManualClock()
    engine, teller, script = Engine(plan, clock), Teller(plan), Script(plan)
    events, done = engine.start(), 0.0
    lines, said = list[str](), list[str]()
    while True:
        view = engine.view()
        lines += teller.tell(events, view)
        said += [spoken.text] if (spoken := script.utterance(events)) else []
        if engine.phase.over:
            return lines, said
        due, waits = engine.due(), engine.interval.waits
        done = clock.now - view.elapsed + takes if waits else 0.0
        clock.now = min(due or done, done) if waits else due or clock.now
        events = engine.done() if waits and clock.now == done else engine.tick()


def test_each_round_says_its_number_and_the_time_left_and_the_end_how_many_there_were() -> None:
    lines, said = told(PLAN, 20.0)
    assert "Ten, for 1 minute 30 seconds." in lines
    assert [line for line in lines if line.startswith("Round ")] == [
        "Round 2, 50 seconds left.", "Round 3, 10 seconds left.",
    ]  # fmt: skip
    at = lines.index("Time is over. Finish this step.")
    assert lines[at + 1 :] == ["That makes 2 rounds and 1 step.", "That was the last step."]
    assert "Round 2. Begin. Press space when you are done." in said or "Round 2. Begin." in said
    assert said[-2:] == ["Time is over. Finish this step.", "That makes 2 rounds and 1 step. Done."]


def test_where_one_is_says_the_round_and_what_is_left_of_them() -> None:
    clock = ManualClock()
    engine, teller = Engine(PLAN, clock), Teller(PLAN)
    engine.start()
    for _ in range(4):
        clock.advance(4)
        engine.tick()
    assert teller.where(engine.view()) == (
        "Squat. Step 1 of 2, round 1, 1 minute 24 seconds left of the rounds, about 1 minute 24 seconds left in all."
    )


def test_the_rest_after_open_rounds_that_come_twice_is_under_the_same_heading() -> None:
    inner = {"title": "Main", "for": 60, "steps": [{"name": "Plank", "hold": 8}]}
    plan = plan_of({"title": "T", "blocks": [{"title": "Cool", "rounds": 2, "round_rest": 9, "blocks": [inner]}]})
    rest = next(one for one in plan.intervals if one.kind == "rest" and not one.open_rounds)
    headings = plan_table(plan)["headings"]
    assert headings[f"{rest.block} {rest.round}"] == "Cool, round 1 of 2: Main, for 1 minute."
