"""The figure beside the digits: where it stands, that it moves with what is played, and that it costs nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from hiproutine.figures.motion import Motion
from hiproutine.figures.raster import Stage as Pictured
from hiproutine.figures.written import figure_from
from hiproutine.paths import bundled, find_paths
from hiproutine.plan.model import Side
from hiproutine.play.view import Phase
from hiproutine.tui.crash_safe import CrashSafeApp
from hiproutine.tui.player import figure_motion as figures
from hiproutine.tui.player import figure_pane
from hiproutine.tui.player.digit_glyphs import draw
from hiproutine.tui.player.figure_motion import Figures, moving, shown_in
from hiproutine.tui.widgets import figure_view
from hiproutine.tui.widgets.figure_view import FigureView
from tests.play.rig import Rig, hold, plan_of_steps
from tests.tui.stage import Stage, on_stage

DRAWN = """
[figure]
works = ["near_leg"]
poses = [
  { on = ["near_knee", "far_foot"], near_knee = 90, far_hip = 90, far_knee = 90 },
  { near_hip = -28, near_knee = 75, far_hip = 100, far_knee = 115, into = 3 },
]
"""
KNEELING = figure_from(tomllib.loads(DRAWN)["figure"])
SQUAT = figure_from({"works": ["legs"], "poses": [{}, {"hips": 90, "knees": 90, "torso": 40}]})


@pytest.fixture(autouse=True)
def drawn() -> None:
    """A drawing of its own for the first exercise that is played, so that the bundled one may be drawn anew."""
    name = "hip-flexor-stretch.toml"
    text = (bundled() / "exercises" / name).read_text(encoding="utf-8").partition("\n[figure]")[0]
    own = find_paths().exercises
    own.mkdir(parents=True)
    (own / name).write_text(text + DRAWN, encoding="utf-8")


@asynccontextmanager
async def playing(size: tuple[int, int], seconds: int = 11) -> AsyncIterator[Stage]:
    async with on_stage("post-run-hip-stretch", size, figures=True) as stage:
        for _ in range(seconds):
            stage.clock.advance(1)
            stage.player.ask()
        await stage.drawn()
        yield stage


def figure(stage: Stage) -> FigureView | None:
    found = stage.app.screen.query(FigureView)
    return found.first() if found and found.first().display else None


@pytest.mark.parametrize(
    ("size", "there"), [((60, 20), False), ((79, 23), False), ((80, 24), True), ((120, 40), True), ((200, 60), True)]
)
async def test_it_stands_beside_the_digits_where_there_is_room(size: tuple[int, int], there: bool) -> None:
    async with playing(size) as stage:
        here = figure(stage)
        assert (here is not None) == there
        if here is None:
            return
        assert here.motion
        assert here._rows
        taken = [
            stage.player.query_one(f"#{name}") for name in ("phase", "name", "side", "cue", "next", "status", "keys")
        ]
        assert not any(here.region.overlaps(one.region) for one in taken)
        longest = max(map(len, draw(stage.player.digits.text, stage.player.digits.region.height)))
        assert (
            here.region.x > stage.player.digits.region.x + longest or here.region.y > stage.player.digits.region.bottom
        )


async def test_it_moves_into_a_hold_and_then_stands_still() -> None:
    async with playing((120, 40)) as stage:
        here = figure(stage)
        assert here
        frames = []
        for _ in range(5):
            stage.clock.advance(0.5)
            here._draw()
            frames.append(here._rows)
        assert len(set(frames)) > 2
        for _ in range(10):
            stage.clock.advance(1)
            stage.player.ask()
        here._draw()
        after = here._rows
        stage.clock.advance(0.5)
        here._draw()
        assert here._rows == after


async def test_no_picture_waits_in_front_of_a_bell_where_the_terminal_is_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with playing((120, 40)) as stage:
        here = figure(stage)
        assert here
        with monkeypatch.context() as patched:
            patched.setattr(CrashSafeApp, "keeps_up", False)
            stood = here._rows
            for _ in range(3):
                stage.clock.advance(0.3)
                here._draw()
                assert here._rows is stood
            assert here._timer
        here._draw()
        assert here._rows is not stood


async def test_a_pause_holds_it() -> None:
    async with playing((120, 40)) as stage:
        here = figure(stage)
        assert here
        await stage.press("space")
        assert here._moving is None
        assert here._timer is None
        await stage.press("space")
        for _ in range(4):
            stage.clock.advance(1)
            stage.player.ask()
        assert stage.player.player.phase is Phase.PLAYING
        assert here._moving


async def test_a_switch_turns_it_to_the_other_side() -> None:
    async with playing((120, 40)) as stage:
        here = figure(stage)
        assert here
        left = here.motion
        await stage.press("n")
        await stage.drawn()
        assert here.motion
        assert left
        assert (left.figure.side, here.motion.figure.side) == ("left", "right")
        assert left.figure.mirrored != here.motion.figure.mirrored


async def test_where_animations_are_off_it_stands_still() -> None:
    async with on_stage("post-run-hip-stretch", (120, 40), figures=True) as stage:
        stage.app.animation_level = "none"
        for _ in range(11):
            stage.clock.advance(1)
            stage.player.ask()
        await stage.drawn()
        here = figure(stage)
        assert here
        assert here.motion
        assert here._moving is None


async def test_a_window_made_small_takes_it_away_and_a_large_one_brings_it_back() -> None:
    async with playing((120, 40)) as stage:
        await stage.pilot.resize_terminal(60, 20)
        await stage.pilot.pause()
        assert figure(stage) is None
        await stage.pilot.resize_terminal(100, 30)
        await stage.drawn()
        assert figure(stage)


def test_each_movement_is_reckoned_once_and_for_its_side() -> None:
    asked: list[str] = []

    def find(name: str) -> object:
        asked.append(name)
        return KNEELING if name == "kneel" else None

    plan = plan_of_steps({**hold("A", 30), "sides": "each"}, hold("B", 30))
    figures = Figures(find)  # type: ignore[arg-type]
    works = [interval for interval in plan.intervals if interval.kind == "work"]
    assert [figures.motion(one) for one in works] == [None] * 3
    assert asked == []  # no exercise, nothing to look for
    assert shown_in(plan.intervals[0], plan) is works[0]
    assert KNEELING.for_side(Side.LEFT).side == "left"


@pytest.mark.parametrize(
    ("step", "moments", "different"),
    [
        ({"name": "A", "hold": 30}, (0.0, 0.5, 0.9), 3),
        ({"name": "A", "reps": 5, "tempo": "2-1-2"}, (0.0, 1.0, 2.5, 7.5), 3),
        ({"name": "A", "time": 30}, (0.0, 0.5, 0.9), 3),
    ],
)
def test_how_it_moves_follows_the_dose(step: dict[str, object], moments: tuple[float, ...], different: int) -> None:
    rig = Rig(plan_of_steps(step, get_ready=0))
    rig.engine.start()
    move = moving(Motion(SQUAT), rig.engine.view(), lambda: rig.engine.elapsed)
    assert move
    assert move.elapsed() == 0.0
    assert len({repr(move.at(moment)) for moment in moments}) == different


def test_a_rest_and_a_pause_do_not_move() -> None:
    rig = Rig(plan_of_steps(hold("A", 30), get_ready=5))
    rig.engine.start()
    assert moving(Motion(SQUAT), rig.engine.view(), lambda: 0.0) is None


def test_a_figure_is_asked_again_only_when_it_will_be_elsewhere() -> None:
    rig = Rig(plan_of_steps({"name": "A", "hold": 30}, get_ready=0))
    rig.engine.start()
    move = moving(Motion(SQUAT), rig.engine.view(), lambda: rig.engine.elapsed)
    assert move
    over = sum(pose.into + pose.stay for pose in SQUAT.poses[1:])
    assert move.at(over) == Motion(SQUAT).still
    assert move.at(over + 1) is None


async def test_a_hold_wakes_it_once_for_every_dot_it_moves_and_then_never_again() -> None:
    async with playing((120, 40), seconds=10) as stage:
        here = figure(stage)
        assert here
        assert here.motion
        picture = Pictured(here.motion, *here.size)
        arrived = round(sum(pose.into + pose.stay for pose in here.motion.figure.poses[1:]) * 10)
        places = {picture.rounded(here.motion.hold(tenth / 10)) for tenth in range(arrived + 1)}
        while here._timer:
            stage.clock.advance(here._timer.seconds)
            here._draw()
            place = picture.rounded(here.motion.hold(stage.player.player.elapsed))
            assert place in places or not here._timer
            places.discard(place)
        assert places == {picture.rounded(here.motion.hold(0))}  # where it set off, and stood before


async def test_a_step_begun_again_moves_again() -> None:
    async with playing((120, 40)) as stage:
        here = figure(stage)
        assert here
        for _ in range(10):
            stage.clock.advance(1)
            stage.player.ask()
        here._draw()
        assert here._timer is None
        arrived = here._rows
        await stage.press("r")
        assert here._rows == arrived  # what it will come to, while it is counted in
        for _ in range(3):
            stage.clock.advance(1)
            stage.player.ask()
        assert here._timer
        assert here._rows != arrived


async def test_what_comes_next_is_laid_out_before_its_bells_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figure_pane, "BETWEEN_SECONDS", 3600.0)  # the test looks ahead itself, however slow the machine
    async with playing((120, 40)) as stage:
        here, picture = figure(stage), stage.player._figure_pane
        assert here
        assert picture
        picture.prepare()
        made: list[object] = []
        monkeypatch.setattr(figure_view, "Stage", lambda *_: made.append(_))
        monkeypatch.setattr(figures, "Motion", lambda *_: made.append(_))
        left = here.motion
        await stage.press("n")
        assert here.motion is not left
        assert here._rows
        assert made == []


@pytest.mark.parametrize("size", [(100, 30), (120, 40), (200, 60)])
async def test_a_long_list_of_steps_leaves_it_room_and_keeps_the_current_one(size: tuple[int, int]) -> None:
    async with on_stage("warm-up-five-step", size, figures=True) as stage:
        await stage.play(11)
        await stage.drawn()
        here = figure(stage)
        assert here
        assert here._rows
        for _ in range(7):
            await stage.press("n")
        await stage.drawn()
        steps = stage.player.steps
        names = [line.text.strip() for line in steps.render_lines(steps.size.region)]
        assert any(name.startswith("▸") for name in names)
        assert len(names) >= 5
        here = figure(stage)
        assert here
        assert not here.region.overlaps(steps.region)


async def test_where_nothing_is_drawn_every_step_stays_in_the_list(tmp_path: Path) -> None:
    steps = "".join(f'[[steps]]\nname = "Mine {number:02}"\nhold = "9m"\n' for number in range(14))
    path = tmp_path / "own.toml"
    path.write_text(f'title = "Own"\n{steps}', encoding="utf-8")
    async with on_stage(path, (100, 34), figures=True) as stage:
        await stage.play(11)
        await stage.drawn()
        assert sum(f"Mine {number:02}" in stage.text() for number in range(14)) == 14
