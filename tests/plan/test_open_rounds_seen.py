"""What the player shows of rounds until a time is over: which one it is, and in large the time left."""

from __future__ import annotations

from datetime import UTC, datetime

from hiproutine.play.engine import Engine
from hiproutine.tui.player.scene import Scene, scene_of
from tests.clocks import ManualClock
from tests.tables import plan_of

PLAN = plan_of(
    {
        "title": "T",
        "defaults": {"transition": 5},
        "blocks": [
            {"title": "Ten", "for": 90, "steps": [{"name": "Squat", "reps": 5}, {"name": "Plank", "hold": 10}]},
            {"title": "After", "steps": [{"name": "Fold", "hold": 30}]},
        ],
    }
)


def scenes() -> list[Scene]:
    """What is shown each second, where a squat takes 20 s."""
    clock = ManualClock()
    engine = Engine(PLAN, clock)
    engine.start()
    found = []
    while not engine.phase.over:
        view = engine.view()
        found.append(scene_of(view, PLAN, "", datetime(2026, 11, 30, 7, tzinfo=UTC)))
        clock.advance(1)
        if view.interval.waits and view.elapsed >= 19:
            engine.done()
        engine.tick()
    return found


def test_the_time_left_is_large_where_the_person_sets_the_pace_and_the_step_s_own_where_it_has_one() -> None:
    seen = scenes()
    squat = seen[15]
    assert (squat.name, squat.detail, squat.digits) == ("Squat", "round 1 · 5 times", "1:25")
    assert squat.under == "left · space when done"
    plank = seen[38]
    assert (plank.name, plank.detail, plank.digits, plank.next) == ("Plank", "round 1", " 7", "round 2: Squat")
    assert "1:02 of the rounds" in plank.status
    change = seen[46]
    assert (change.word, change.name, change.detail) == ("Get ready", "Squat", "round 2 · 5 times")
    assert seen[-1].name == "Fold"
    assert "round" not in seen[-1].detail
