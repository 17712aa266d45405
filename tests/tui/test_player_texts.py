"""The lines beside and below the player's digits, as texts."""

from __future__ import annotations

from datetime import UTC, datetime

from hiproutine.play.engine import Engine
from hiproutine.tui.player.scene import Scene, scene_of
from hiproutine.tui.player.text import status_line, step_names
from tests.clocks import ManualClock
from tests.tables import plan_of

STEPS = [
    {"name": "Hold", "hold": 30, "sides": "each"},
    {"name": "Squat", "reps": 8, "sets": 2},
    {"name": "Beat", "reps": 8, "tempo": "2-0-2"},
    {"name": "Stride", "distance": "80 m"},
    {"name": "Shake", "open": 40},
]


def test_a_length_that_is_an_estimate_says_so() -> None:
    assert step_names(plan_of({"title": "T", "steps": STEPS})) == (
        ("Hold", "1 min"),
        ("Squat", "~1:04"),
        ("Beat", "32 s"),
        ("Stride", "~29 s"),
        ("Shake", "~40 s"),
    )


def status_of(*after: dict[str, object]) -> Scene:
    """The scene of a plank within rounds for ten minutes, in a rehearsal."""
    rounds = {"title": "Ten", "for": 600, "steps": [{"name": "Plank", "hold": 20}]}
    plan = plan_of({"title": "T", "blocks": [rounds, *after]})
    engine = Engine(plan, ManualClock())
    engine.start()
    for _ in range(2):
        engine.next()
    return scene_of(engine.view(), plan, "", datetime(2026, 11, 30, 7, tzinfo=UTC), 2.0)


def test_the_last_line_leaves_out_first_what_the_bar_shows_too() -> None:
    scene = status_of({"title": "After", "steps": [{"name": "Fold", "hold": 30}]})
    whole = "Step 1 of 2 · 10:00 of the rounds · 10:35 left · rehearsal 2×"
    assert scene.status == whole
    assert status_line(scene, 61).plain == whole
    assert status_line(scene, 60).plain == "10:00 of the rounds · 10:35 left · rehearsal 2×"
    assert status_line(scene._replace(status="8:20 left"), 4).plain == "8:20 left"


def test_the_time_of_rounds_that_end_the_routine_is_said_once() -> None:
    assert status_of().status == "Step 1 of 1 · 10:00 left · rehearsal 2×"


def test_how_long_nobody_was_here_has_room_beside_the_steps() -> None:
    clock = ManualClock()
    plan = plan_of({"title": "T", "steps": [{"name": "Hold", "hold": 30}]})
    engine = Engine(plan, clock)
    engine.start()
    clock.advance(7140)
    engine.tick()
    scene = scene_of(engine.view(), plan, "", datetime(2026, 11, 30, 7, tzinfo=UTC))
    assert scene.detail == "away for 1 hour 59 minutes, so it waits"
    assert len(f"{scene.mark} {scene.word}  {scene.detail}") <= 100 - 4 - 44
