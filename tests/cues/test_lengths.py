"""How long a voice takes: estimated at first, learned from the voice that is there, and kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hiproutine.cues import speech
from hiproutine.cues.lengths import Lengths, estimated
from hiproutine.cues.programs import Program, rendered_seconds
from hiproutine.cues.speech import Speech, Voice
from tests.cues.rig import until
from tests.play.rig import Rig, hold, plan_of_steps

Pretend = Callable[[str, str], Path]
TEXT = "Next: Hip flexor stretch, left side."
SECONDS = 2.5
WRITES_A_WAV = """cat > /dev/null
printf 'RIFF    WAVEfmt \\020\\0\\0\\0\\001\\0\\001\\0\\0\\004\\0\\0\\0\\010\\0\\0\\002\\0\\020\\0data    '
head -c 5120 /dev/zero"""
"""512 samples a second, two bytes each, for two and a half seconds; a pipe is not told of its whole length."""
VOICE = Program("pretend-voice", renders=("--to-stdout",))


def test_what_nobody_has_measured_is_estimated_and_wanted_once() -> None:
    lengths = Lengths()
    assert lengths(TEXT) == estimated(TEXT)
    assert lengths(TEXT) > estimated("Next.")
    assert [lengths.wanted(), lengths.wanted()] == [TEXT, None]


def test_what_was_learned_is_kept_for_the_voice_that_took_so_long(tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "voice.json"
    lengths = Lengths(cache)
    lengths.of_voice("slow")
    lengths.learn(TEXT, 4.0)
    lengths.of_voice("quick")
    lengths.learn(TEXT, 2.0)
    lengths.keep()
    for voice, seconds in (("slow", 4.0), ("quick", 2.0), ("another", estimated(TEXT))):
        again = Lengths(cache)
        again.of_voice(voice)
        assert again(TEXT) == seconds
    assert [path.name for path in cache.parent.iterdir()] == ["voice.json"]


@pytest.mark.parametrize("content", ["", "[]", '{"slow": 3}', '{"slow": {"a": "b"}}', "\x00"])
def test_a_cache_that_is_broken_is_no_cache(tmp_path: Path, content: str) -> None:
    cache = tmp_path / "voice.json"
    cache.write_text(content, encoding="utf-8")
    lengths = Lengths(cache)
    lengths.of_voice("slow")
    lengths.learn(TEXT, 3.0)
    lengths.keep()
    assert json.loads(cache.read_text(encoding="utf-8"))["slow"] == {TEXT: 3.0}


def test_what_is_too_short_to_have_been_heard_is_not_believed() -> None:
    lengths = Lengths()
    lengths.learn(TEXT, 0.05)
    assert lengths(TEXT) == estimated(TEXT)


def test_a_folder_that_cannot_be_written_to_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    lengths = Lengths(tmp_path / "cache" / "voice.json")
    lengths.of_voice("slow")
    lengths.learn(TEXT, 3.0)
    lengths.keep()
    assert lengths(TEXT) == 3.0


def test_a_voice_that_can_write_a_wav_tells_how_long_it_would_speak(pretend: Pretend) -> None:
    pretend("pretend-voice", WRITES_A_WAV)
    assert rendered_seconds(VOICE, TEXT, 5) == SECONDS
    assert rendered_seconds(Program("pretend-voice"), TEXT, 5) is None
    pretend("pretend-voice", "exit 3")
    assert rendered_seconds(VOICE, TEXT, 5) is None


def test_while_it_is_silent_a_voice_measures_what_it_will_say(pretend: Pretend, tmp_path: Path) -> None:
    pretend("pretend-voice", f'[ "$1" = --to-stdout ] || exec cat > /dev/null\n{WRITES_A_WAV}')
    cache = tmp_path / "voice.json"
    plan = plan_of_steps(hold("Plank", 30), hold("Bridge", 30), get_ready=5, transition=6)
    voice = Voice([VOICE], Lengths(cache))
    output = Speech(plan, voice)
    rig = Rig(plan)
    output.follow(rig.engine.start())
    assert until(lambda: voice.lengths("Next: Bridge, thirty seconds.") == SECONDS)
    output.close()
    assert voice._thread
    voice._thread.join(5)
    (texts,) = json.loads(cache.read_text(encoding="utf-8")).values()
    assert "Next: Bridge, thirty seconds." in texts


def test_what_was_said_to_its_end_is_learned(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend("pretend-voice", "cat > /dev/null; sleep 0.5")
    monkeypatch.setattr(speech, "LOOK", 0.005)
    voice = Voice([Program("pretend-voice")])
    plan = plan_of_steps(hold("Plank", 30), get_ready=2)
    output = Speech(plan, voice)
    rig = Rig(plan)
    output.follow(rig.engine.start())
    assert until(lambda: voice.lengths("Plank.") != estimated("Plank."))
    assert voice.lengths("Plank.") >= 0.5
    output.close()
