"""Whatever an output does, the countdown keeps its time: the error stays under 100 ms."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from hiproutine.cues import Chorus, CueOutput, Signal
from hiproutine.cues.bell import Bell
from hiproutine.cues.flash import Flash
from hiproutine.cues.notify import Notifications, Progress, Title
from hiproutine.cues.programs import Program
from hiproutine.cues.sound import Sound
from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.terminals import Terminal
from hiproutine.cues.utterance import Utterance, Weight
from hiproutine.play.player import Player
from tests.clocks import ManualClock
from tests.cues.rig import play_through, until
from tests.play.rig import hold, plan_of_steps

MOST_LATE = 0.1
SPEED = 30
PLAN = plan_of_steps(hold("A", 4, cues=["Breathe"]), hold("B", 4), {"rest": 4}, get_ready=4, transition=4)
FULL = Terminal("Ghostty", "777", title=True, progress=True)
PLAYER, VOICE = Program("pretend-player"), Program("pretend-voice")
BAD: dict[str, str | None] = {
    "blocks": "exec sleep 60",
    "ignores the end": "trap '' TERM HUP INT PIPE; while :; do /bin/sleep 1; done",
    "fails": "exit 1",
    "breaks the pipe": "exec 0<&-; exec sleep 60",
    "is missing": None,
}


def broken_pipe(*_: object) -> None:
    raise BrokenPipeError("the terminal is gone")


def lateness(outputs: list[CueOutput]) -> tuple[float, list[str]]:
    """How many real seconds late the worst moment of a routine was noticed, played fast; what was complained of."""
    complaints: list[str] = []
    player = Player(PLAN, Chorus(outputs, complaints.append), speed=SPEED)
    begun = monotonic()
    player.start()
    worst = monotonic() - begun
    while not player.phase.over:
        due = player.seconds_to_due()
        assert due is not None
        deadline = monotonic() + due
        sleep(due)
        player.tick()
        worst = max(worst, monotonic() - deadline)
    begun = monotonic()
    player.close()
    return max(worst, monotonic() - begun), complaints


@pytest.mark.parametrize("how", BAD)
def test_a_program_that_misbehaves_makes_no_moment_late(how: str, pretend: Callable[[str, str], Path]) -> None:
    if script := BAD[how]:
        for name in ("pretend-player", "pretend-voice"):
            pretend(name, script)

    def attempt() -> float:
        sound, voice = Sound(players=[PLAYER]), Voice([VOICE])
        late, complaints = lateness([sound, Speech(PLAN, voice)])
        sound.hush()
        voice.hush()
        assert len(complaints) == len(set(complaints)) <= 2
        if how in {"fails", "is missing"}:
            assert len(complaints) == 2
        return late

    assert any(attempt() < MOST_LATE for _ in range(10))  # a machine that is busy elsewhere is no fault of ours


def test_outputs_that_break_are_each_said_once_and_leave_the_others_alone(clock: ManualClock) -> None:
    rung: list[int] = []
    outputs: list[CueOutput] = [
        Flash(broken_pipe),
        Title(broken_pipe, PLAN, FULL),
        Notifications(broken_pipe, PLAN, FULL),
        Progress(broken_pipe, PLAN, FULL),
        Bell(lambda: rung.append(1)),
    ]
    complaints = play_through(PLAN, outputs, clock)
    assert sorted(complaints) == [
        f"The {name} does not work and is left out: the terminal is gone"
        for name in ("flash", "notification", "progress", "window title")
    ]
    assert len(rung) == 5 * 3 + 4 + 4


def test_no_thread_of_a_cue_holds_the_program_up(pretend: Callable[[str, str], Path]) -> None:
    pretend("pretend-player", "exec sleep 60")
    pretend("pretend-voice", "exec sleep 60")
    sound, voice = Sound(players=[PLAYER]), Voice([VOICE])
    lateness([sound, Speech(PLAN, voice)])
    for thread in (sound._thread, voice._thread):
        assert thread is not None
        assert thread.daemon
    sound.hush()
    voice.hush()


def test_no_program_that_hangs_outlives_ours(
    pretend: Callable[[str, str], Path], log: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pretend-player", "pretend-voice"):
        pretend(name, f"trap '' TERM HUP INT PIPE; echo $$ >> $LOG; {BAD['ignores the end']}")
    for module in ("sound", "speech"):
        monkeypatch.setattr(f"hiproutine.cues.{module}.LAST", 0.1)
    sound, voice = Sound(players=[PLAYER]), Voice([VOICE])
    sound.signal(Signal.ZERO)
    voice.say(Utterance("One.", Weight.CHANGE))
    assert until(lambda: len(log()) == 2)
    sound._farewell()
    voice._farewell()
    for pid in map(int, log()):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
