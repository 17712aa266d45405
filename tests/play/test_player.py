"""Engine, record and cues driven together."""

from __future__ import annotations

import pytest

from hiproutine.cues import Chorus
from hiproutine.cues.bell import Bell
from hiproutine.play.player import Player
from hiproutine.play.view import Phase
from tests.clocks import ManualClock
from tests.play.rig import hold, plan_of_steps

PLAN = plan_of_steps(hold("A", 20), {"name": "O", "open": 20}, {"confirm": "Fine?"}, get_ready=5)


def player_of(clock: ManualClock, speed: float = 1.0, rings: list[int] | None = None) -> Player:
    bells = [Bell(lambda: rings.append(1))] if rings is not None else []
    return Player(PLAN, Chorus([*bells]), clock, speed)


def test_what_is_told_is_recorded_and_heard(clock: ManualClock) -> None:
    rings: list[int] = []
    player = player_of(clock, rings=rings)
    player.start()
    for _ in range(25):
        clock.advance(1)
        player.tick()
    assert player.session.seconds == pytest.approx(25)
    assert len(rings) == 3 + 1 + 2 + 3 + 1
    player.close()


def test_the_largest_key_pauses_goes_on_and_says_done(clock: ManualClock) -> None:
    player = player_of(clock)
    player.start()
    phases = []
    for _ in range(3):
        player.space()
        phases.append(player.phase)
    assert phases == [Phase.PAUSED, Phase.COUNTING_IN, Phase.PAUSED]
    for _ in range(3):
        player.next()
    player.space()
    clock.advance(3)
    player.tick()
    assert (player.phase, player.view().interval.name) == (Phase.PLAYING, "O")
    player.space()
    assert (player.phase, player.view().interval.name) == (Phase.PLAYING, "Fine?")
    player.space()
    assert player.view().phase is Phase.FINISHED
    assert player.space() == ()


def test_rehearsing_plays_faster_and_forgives_as_long_an_absence_in_real_seconds(clock: ManualClock) -> None:
    player = player_of(clock, speed=10)
    assert player.rehearsing
    player.start()
    clock.advance(0.25)
    player.tick()
    assert player.view().elapsed == pytest.approx(2.5)
    assert player.seconds_to_due() == pytest.approx(0.05)
    clock.advance(4.9)
    player.tick()
    assert player.view().phase is Phase.PLAYING
    clock.advance(5.1)
    player.tick()
    assert player.view().phase is Phase.PAUSED


def test_every_command_reaches_the_engine(clock: ManualClock) -> None:
    player = player_of(clock)
    assert not player.rehearsing
    assert (player.phase, player.seconds_to_due()) == (Phase.IDLE, None)
    player.start()
    assert player.seconds_to_due() == 1
    player.next()
    player.adjust(10)
    assert player.view().length == 30
    player.restart()
    assert player.view().phase is Phase.COUNTING_IN
    player.back()
    assert player.view().interval.index == 0
    player.pause()
    assert player.view().phase is Phase.PAUSED
    player.stop()
    assert (player.phase, player.session.stopped) == (Phase.STOPPED, True)


def test_a_mute_player_rings_nothing(clock: ManualClock) -> None:
    rings: list[int] = []
    player = player_of(clock, rings=rings)
    player.cues.muted = True
    player.start()
    player.next()
    assert rings == []
