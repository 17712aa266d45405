"""Voices that write: kept, hurried, hanging, failing, and not there."""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

import pytest

from hiproutine.audio import voices
from hiproutine.audio.mixing import blocks, clips_of
from hiproutine.audio.recording import said
from hiproutine.audio.rendering import MAC, WINDOWS, Rendering, command_of, names_of
from hiproutine.audio.score import timed
from hiproutine.audio.voices import NoVoice, Spoken, SystemVoice, from_wav, system_voice, tidy
from hiproutine.cues.tones import RATE
from tests.audio.rig import Buzz, short_plan, wav_of
from tests.desk import Desk


def program(folder: Path, text: str) -> Rendering:
    """A voice that is a script."""
    path = folder / "talker"
    path.write_text(f"#!{sys.executable}\n{text}")
    path.chmod(0o755)
    return Rendering(str(path), ())


def test_each_text_is_made_once_and_kept_for_the_next_time(desk: Desk, tmp_path: Path) -> None:
    plan, voice = timed(short_plan(desk)), Buzz()
    score = said(plan, Spoken(voice, tmp_path, 1.0))
    assert len(voice.asked) == len(set(voice.asked)) >= len({words.text for words in score.words}) - 1
    again = Buzz()
    spoken = Spoken(again, tmp_path, 1.0)
    assert said(plan, spoken) == score
    assert again.asked == []
    assert set(spoken.sounds) == {words.text for words in score.words}
    tidy(tmp_path, 0)
    assert list(tmp_path.rglob("*.raw")) == []


def test_words_end_before_the_count_by_the_lengths_of_the_voice_that_speaks(desk: Desk) -> None:
    spoken = Spoken(Buzz(), None, 1.0)
    score = said(timed(short_plan(desk)), spoken)
    for words in score.words:
        assert words.until - words.at <= len(spoken.sounds[words.text]) / RATE + 1e-6
    (three,) = [words for words in score.words if words.text == "Three." and words.at == 3.0]
    (before,) = [words for words in score.words if words.at == 0.0]
    assert before.until <= three.at


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("import time; time.sleep(30)", "does not come to an end"),
        ("import sys; sys.exit('no such tongue')", "failed: no such tongue"),
        ("pass", "failed with status 0"),
        ("print('RIFF')", "is no WAV"),
    ],
)
def test_a_voice_that_hangs_or_fails_is_named(script: str, why: str, tmp_path: Path) -> None:
    voice = SystemVoice(program(tmp_path, script), None, 1.0)
    with pytest.raises(NoVoice, match=why):
        from_wav(voice.wav("Hello.", 0.5 if "sleep" in script else 20.0))


def test_which_voice_is_taken(tmp_path: Path) -> None:
    here = program(tmp_path, "pass")
    nowhere = Rendering("talker-that-is-not-there", ())
    assert system_voice(None, 1.0, [nowhere, here]).identity.startswith(here.program)
    assert system_voice("Anna", 1.5, [here]).identity.endswith(" Anna 1.5")
    for name, known, why in (
        (None, [nowhere], "there is no voice on this machine"),
        (nowhere.program, [nowhere, here], "there is no talker-that-is-not-there"),
        ("-x", [here], "no voice is called -x"),
    ):
        with pytest.raises(NoVoice, match=why):
            system_voice(name, 1.0, known)


def test_how_each_system_is_asked(tmp_path: Path) -> None:
    out = tmp_path / "said.wav"
    assert [one.program for one in names_of("linux")] == ["espeak-ng", "espeak"]
    assert names_of("darwin")[0] is MAC
    assert names_of("win32")[:2] == WINDOWS
    command, told = command_of(MAC, "Samantha", 1.2, out)
    assert command[1:] == [
        "-f", "-", "--file-format=WAVE", "--data-format=LEI16@22050", "-o", str(out), "-v", "Samantha", "-r", "210",
    ]  # fmt: skip
    assert told == {}
    command, told = command_of(WINDOWS[0], "Zira", 1.2, out)
    assert "Zira" not in " ".join(command)
    assert told == {"HIPROUTINE_OUT": str(out), "HIPROUTINE_VOICE": "Zira", "HIPROUTINE_RATE": "2"}


def test_another_rate_and_silence_around_are_taken_away() -> None:
    silence, hum = array("h", [0] * 800), array("h", [9000, -9000] * 400)
    sound = from_wav(wav_of(silence + hum + silence, rate=11025))
    assert len(sound) == pytest.approx(2 * len(hum) + voices.TAIL, abs=4)
    assert from_wav(wav_of(silence)) == array("h")


def test_what_sounds_at_once_is_added_and_never_turns_over() -> None:
    from hiproutine.audio.mixing import BLOCK, Clip

    loud = array("h", [30_000] * 10)
    found = list(blocks([Clip(BLOCK - 4, loud), Clip(BLOCK + 2, loud), Clip(3, array("h", [-5]))], 2 * BLOCK))
    assert [len(block) for block in found] == [BLOCK, BLOCK]
    assert list(found[0][:5]) == [0, 0, 0, -5, 0]
    assert list(found[0][-5:]) == [0, 30_000, 30_000, 30_000, 30_000]
    assert list(found[1][:13]) == [30_000] * 2 + [32_767] * 4 + [30_000] * 6 + [0]


def test_what_is_broken_off_dies_away(desk: Desk) -> None:
    plan = timed(short_plan(desk))
    spoken = Spoken(Buzz(), None, 1.0)
    score = said(plan, spoken)
    cut = [words for words in score.words if words.until - words.at < len(spoken.sounds[words.text]) / RATE - 0.001]
    for clip in clips_of(score, spoken.sounds, 80):
        assert abs(clip.sound[-1]) < 4000
    assert len(cut) < len(score.words)
