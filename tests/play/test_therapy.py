"""Ice and heat end after twenty minutes in all, whatever is pressed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.play.engine import Engine
from hiproutine.play.events import IntervalEnded
from hiproutine.play.view import Phase
from tests.clocks import ManualClock
from tests.play.rig import Rig
from tests.tables import with_ice

MOST = 20 * 60
ICE = with_ice({"title": "T", "steps": [{"name": "Ice", "time": "15m"}, {"name": "Walk", "time": "1m"}]})
"""0 ready, 1 ice, 2 ready, 3 walk."""


def iced(rig: Rig) -> float:
    """Seconds of ice so far."""
    ended = sum(one.seconds for one in rig.events if isinstance(one, IntervalEnded) and one.interval.index == 1)
    return ended + (rig.engine.view().elapsed if rig.engine.interval.index == 1 and not rig.engine.phase.over else 0)


def at_ice(seconds: float) -> Rig:
    """On ice for so long."""
    rig = Rig(ICE)
    rig.go_to(1)
    rig.wait(seconds, 4)
    return rig


def test_made_longer_it_stops_at_twenty_minutes() -> None:
    rig = at_ice(60)
    told = [rig.do("adjust", 60) for _ in range(7)]
    assert [bool(one) for one in told] == [True] * 5 + [False] * 2
    rig.wait(MOST, 4)
    assert iced(rig) == MOST


def test_begun_again_it_has_what_is_left_of_the_twenty() -> None:
    rig = at_ice(14 * 60)
    rig.do("restart")
    assert rig.engine.view().length == 6 * 60
    rig.do("adjust", 60)
    assert rig.engine.view().length == 6 * 60
    rig.wait(7 * 60, 4)
    assert (iced(rig), rig.engine.interval.index > 1) == (MOST, True)
    rig.do("back")
    rig.wait(30, 4)
    assert iced(rig) == MOST


def test_what_was_iced_before_a_session_was_cut_short_counts() -> None:
    engine = Engine(ICE, ManualClock(), spent={1: 18 * 60.0, 3: 50.0})
    engine.start((1, 0.0))
    assert engine.view().length == 2 * 60


def test_a_file_that_wants_more_gets_twenty_minutes() -> None:
    rig = Rig(with_ice({"title": "T", "steps": [{"name": "Ice", "time": "30m"}]}))
    rig.go_to(1)
    rig.wait(31 * 60, 4)
    assert (iced(rig), rig.engine.phase) == (MOST, Phase.FINISHED)


def test_other_work_may_take_longer() -> None:
    rig = Rig(ICE)
    rig.go_to(3)
    for _ in range(30):
        rig.do("adjust", 60)
    assert rig.engine.view().length == 31 * 60


COMMANDS = st.sampled_from(["tick", "pause", "resume", "next", "back", "restart", "adjust"])


@settings(max_examples=40)
@given(st.lists(st.tuples(COMMANDS, st.integers(0, 400)), max_size=25))
def test_never_above_twenty_minutes_whatever_is_pressed(presses: list[tuple[str, int]]) -> None:
    rig = Rig(ICE)
    rig.do("start")
    for command, seconds in presses:
        rig.do(command, *([300] if command == "adjust" else []))
        rig.wait(seconds, 4.5)
        assert iced(rig) <= MOST + 1e-6
