"""Sounds by a program of the system: started, kept apart, left out when late, and given up when they do not work."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

import pytest

from hiproutine import clock
from hiproutine.cues import Chorus, CueFailure, Signal, sound
from hiproutine.cues.finding import State
from hiproutine.cues.programs import Program
from hiproutine.cues.sound import LACKING, Sound
from tests.cues.rig import until
from tests.play.rig import Rig, hold, plan_of_steps

Pretend = Callable[[str, str], Path]
Log = Callable[[], list[str]]
PLAYER = Program("pretend-player", ("--quiet",))
OTHER = Program("pretend-other")
WRITES = 'echo "$(basename "$0") $*" >> "$LOG"'


def refused(output: Sound) -> Callable[[], bool]:
    """Whether the output says that it does not work."""

    def ask() -> bool:
        try:
            output.signal(Signal.COUNT)
        except CueFailure:
            return True
        sleep(0.02)
        return False

    return ask


def test_a_signal_is_played_by_the_program_from_a_file_of_ours(pretend: Pretend, log: Log, tmp_path: Path) -> None:
    kept = tmp_path / "kept.wav"
    pretend("pretend-player", f'{WRITES}; cp "$2" "{kept}.part"; mv "{kept}.part" "{kept}"')
    output = Sound(players=[PLAYER])
    output.signal(Signal.HALF)
    assert until(kept.exists)
    (line,) = log()
    name, option, path = line.split(" ", 2)
    assert (name, option, Path(path).name) == ("pretend-player", "--quiet", "half.wav")
    with wave.open(str(kept)) as file:
        assert file.getnframes() > 1000
    output.close()
    assert until(lambda: not Path(path).parent.exists())


def test_the_first_program_that_is_there_plays(pretend: Pretend, log: Log) -> None:
    pretend("pretend-other", WRITES)
    output = Sound(players=[PLAYER, OTHER])
    output.signal(Signal.COUNT)
    assert until(log)
    assert log()[0].startswith("pretend-other ")
    output.close()


def test_a_program_that_fails_twice_makes_room_for_the_next(pretend: Pretend, log: Log) -> None:
    pretend("pretend-player", f"{WRITES}; exit 1")
    pretend("pretend-other", WRITES)
    output = Sound(players=[PLAYER, OTHER])
    for number in range(1, 4):
        output.signal(Signal.COUNT)
        assert until(lambda: len(log()) == number)  # noqa: B023
        sleep(0.15)
    assert [line.split()[0] for line in log()] == ["pretend-player", "pretend-player", "pretend-other"]
    output.close()


@pytest.mark.parametrize(("script", "why"), [("exit 3", "pretend-player failed with status 3"), (None, LACKING)])
def test_when_nothing_plays_it_is_said_by_the_next_signal(pretend: Pretend, script: str | None, why: str) -> None:
    if script:
        pretend("pretend-player", script)
    output = Sound(players=[PLAYER])
    assert until(refused(output))
    with pytest.raises(CueFailure, match=why):
        output.signal(Signal.COUNT)
    output.close()


def test_a_file_that_is_no_program_is_said_too(pretend: Pretend) -> None:
    pretend("pretend-player", "").write_text("nonsense", encoding="utf-8")
    output = Sound(players=[PLAYER])
    assert until(refused(output))
    output.close()


def test_with_a_device_that_blocks_sounds_are_left_out_and_then_given_up(
    pretend: Pretend, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "LONGEST", 0.2)
    monkeypatch.setattr(sound, "LATE", 60)
    pretend("pretend-player", f"{WRITES}; exec sleep 60")
    output = Sound(players=[PLAYER])
    begun = monotonic()
    for _ in range(10):
        output.signal(Signal.COUNT)
    assert monotonic() - begun < 2
    assert until(lambda: len(log()) == 3)
    sleep(0.05)
    assert len(log()) == 3
    assert until(refused(output))
    output.close()


def test_a_sound_that_comes_late_is_not_played(pretend: Pretend, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "LATE", -1)
    pretend("pretend-player", WRITES)
    output = Sound(players=[PLAYER])
    output.signal(Signal.COUNT)
    sleep(0.1)
    assert log() == []
    output.close()


def test_hushing_breaks_off_what_sounds(pretend: Pretend, log: Log) -> None:
    pretend("pretend-player", f'{WRITES}; sleep 60; echo heard >> "$LOG"')
    output = Sound(players=[PLAYER])
    output.signal(Signal.END)
    assert until(log)
    children = list(output._children)
    output.hush()
    assert until(lambda: not output._children)
    assert all(child.over() for _, child in children)
    output.signal(Signal.COUNT)
    assert until(lambda: len(log()) == 2)
    output.hush()
    output.close()


def test_the_last_sound_may_end_after_closing(pretend: Pretend, log: Log) -> None:
    pretend("pretend-player", 'sleep 0.3; echo heard >> "$LOG"')
    output = Sound(players=[PLAYER])
    output.signal(Signal.END)
    output.close()
    output._farewell()
    assert log() == ["heard"]


def test_silence_costs_nothing(pretend: Pretend) -> None:
    output = Sound(players=[PLAYER])
    output.hush()
    output.close()
    assert output._thread is None


def test_muting_breaks_off_and_pausing_too(pretend: Pretend, log: Log) -> None:
    pretend("pretend-player", f"{WRITES}; exec sleep 60")
    output = Sound(players=[PLAYER])
    chorus = Chorus([output])
    rig = Rig(plan_of_steps(hold("A", 30), hold("B", 30), get_ready=5))
    chorus.play((*rig.engine.start(), *rig.engine.next()))
    assert until(lambda: output._children)
    chorus.muted = True
    assert until(lambda: not output._children)
    chorus.muted = False
    chorus.play(rig.engine.next())
    assert until(lambda: output._children)
    chorus.play(rig.engine.pause())
    assert until(lambda: not output._children)
    output.close()


def test_over_ssh_and_without_a_card_the_finding_says_where_the_sound_would_go(pretend: Pretend) -> None:
    pretend("aplay", "exit 0")
    server = {"PULSE_SERVER": "unix:/somewhere"}
    assert sound.available(server).state is State.OK
    assert "not where you are" in sound.available({**server, "SSH_CONNECTION": "1 2 3 4"}).sentence


def test_without_a_player_the_finding_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = sound.available({})
    assert (found.state, found.sentence) == (State.MISSING, "There is no program to play sounds.")
    assert "alsa-utils" in found.cure


def test_what_was_ordered_before_the_machine_slept_is_not_played(
    pretend: Pretend, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    asleep = iter([0.0])
    monkeypatch.setattr(clock, "counting_sleep", lambda: monotonic() + next(asleep, 600.0))
    pretend("pretend-player", WRITES)
    output = Sound(players=[PLAYER])
    output.signal(Signal.COUNT)
    output.signal(Signal.ZERO)
    assert until(lambda: len(log()) == 1)
    assert log()[0].endswith("zero.wav")
    output.close()
