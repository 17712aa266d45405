"""A machine that sleeps: the clock jumps, and the timers of the loop do not."""

from __future__ import annotations

from hiproutine.play.view import Phase
from tests.clocks import SleepingClock
from tests.tui.stage import on_stage


async def test_after_waking_the_routine_waits_where_the_person_left_it() -> None:
    clock = SleepingClock()
    async with on_stage("cool-down", clock=clock) as stage:
        before = stage.player.player.view().position
        clock.advance(600)
        for _ in range(60):  # the timer that was set before the sleep still has its second to wait
            if stage.phase is Phase.PAUSED:
                break
            await stage.pilot.pause(0.05)
        view = stage.player.player.view()
        assert (view.phase, view.position - before < 1.5) == (Phase.PAUSED, True)
        assert "Paused  away for 10 minutes, so it waits" in stage.text()
        await stage.press("space")
        assert stage.phase is Phase.COUNTING_IN
