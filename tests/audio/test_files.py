"""Sound files decoded again: every tone where it belongs, the whole as long as it is to be, chapters and titles."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hiproutine.audio import writing
from hiproutine.audio.about import About
from hiproutine.audio.by_ffmpeg import _NOT_WHOLE, FfmpegFailed, write_by_ffmpeg
from hiproutine.audio.cover import SIDE, cover_of
from hiproutine.audio.formats import FORMATS
from hiproutine.audio.mixing import Track, clips_of, sample
from hiproutine.audio.recording import said
from hiproutine.audio.score import Score, timed
from hiproutine.audio.voices import Spoken
from hiproutine.audio.writing import CannotRecord, look_first, write_sound
from hiproutine.cues import Signal
from hiproutine.cues.tones import RATE
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.exercise_figure import figure_of
from tests.audio.rig import Buzz, decoded, shift_of, short_plan
from tests.desk import Desk

FFMPEG = shutil.which("ffmpeg") is not None
BY_FFMPEG = pytest.mark.skipif(not FFMPEG and os.environ.get("HIPROUTINE_TESTS") != "all", reason="needs ffmpeg")
NAMES = [pytest.param(name, marks=[] if name in {"mp3", "wav", "flac"} else [BY_FFMPEG]) for name in FORMATS]


def cover() -> bytes:
    figure = figure_of("clamshell", Catalogue([bundled() / "exercises"]))
    assert figure
    return cover_of(figure)


def made(desk: Desk, name: str, folder: Path) -> tuple[Path, Score]:
    """The short routine as a file."""
    plan = timed(short_plan(desk))
    spoken = Spoken(Buzz(), None, 1.0)
    score = said(plan, spoken)
    path = folder / f"sound.{name}"
    about = About(plan.title, "Line one; = #\nLine two", score.chapters, cover())
    heard: list[float] = []
    write_sound(
        path, FORMATS[name], Track(clips_of(score, spoken.sounds, 80), sample(score.seconds)), about, heard.append
    )
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert [one.name for one in folder.iterdir() if one.is_file()] == [path.name]
    return path, score


def probed(path: Path) -> dict[str, Any]:
    """What ffprobe says of a file."""
    asked = ["ffprobe", "-v", "error", "-of", "json", "-show_format", "-show_chapters", "-show_streams", str(path)]
    found: dict[str, Any] = json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)
    return found


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_every_tone_is_within_5_ms_and_the_whole_as_long_as_it_is_to_be(name: str, desk: Desk, tmp_path: Path) -> None:
    path, score = made(desk, name, tmp_path)
    if name == "m4a":
        subprocess.run(["ffmpeg", "-v", "error", "-i", str(path), str(path.with_suffix(".wav"))], check=True)
        path = path.with_suffix(".wav")
    track = decoded(path)
    assert len(track) / RATE == pytest.approx(score.seconds, abs=0.1)
    shifts = {
        (tone.at, tone.signal.value): shift_of(track, tone.signal, tone.at)
        for tone in score.tones
        if tone.signal is not Signal.BEAT or name in {"wav", "flac"}
    }
    assert {tone: shift for tone, shift in shifts.items() if abs(shift) > 0.005} == {}
    assert len(shifts) > 30
    if FFMPEG:
        another_program_finds_title_chapters_and_cover(name, path.with_suffix(f".{name}"), score)


def another_program_finds_title_chapters_and_cover(name: str, path: Path, score: Score) -> None:
    found = probed(path)
    tags = [one.get("tags", {}) for one in (found["format"], *found["streams"])]
    said = {(key.lower(), text) for one in tags for key, text in one.items()}
    chapters = [(round(float(one["start_time"]), 2), one["tags"]["title"]) for one in found["chapters"]]
    assert ("title", "Sounds & signs") in said
    assert any(key == "comment" and "Line one; = #" in text for key, text in said)
    assert chapters == [(one.start, one.title) for one in score.chapters]
    pictures = [one for one in found["streams"] if one["codec_type"] == "video"]
    assert [(one["codec_name"], one["width"]) for one in pictures] == ([] if name == "wav" else [("png", SIDE)])


def test_what_fails_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    path = tmp_path / "sound.wav"
    for name in ("wav", "mp3", "flac", *(["m4a"] if FFMPEG else [])):
        with pytest.raises(KeyboardInterrupt):
            write_sound(path, FORMATS[name], Track([], 60 * RATE), About("T", "", ()), stop)
        assert [one for one in tmp_path.iterdir() if one.is_file()] == []


def test_what_stands_in_the_way_is_said_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "x.wav"
    there.touch()
    with pytest.raises(CannotRecord, match=r"is there already: --force writes over it"):
        look_first(there, FORMATS["wav"], 10, force=False)
    look_first(there, FORMATS["wav"], 10, force=True)
    with pytest.raises(CannotRecord, match="there is no folder"):
        look_first(tmp_path / "no" / "x.wav", FORMATS["wav"], 10, force=False)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 3_000_000))
    with pytest.raises(
        CannotRecord, match=r"takes about 52\.9 MB, and there are 3\.0 MB free: make room, or .*a tenth\."
    ):
        look_first(tmp_path / "y.wav", FORMATS["wav"], 1200, force=False)
    look_first(tmp_path / "y.ogg", FORMATS["ogg"], 1200, force=False) if FFMPEG else None
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(CannotRecord, match="M4A needs ffmpeg: install it, or say --format mp3"):
        look_first(tmp_path / "y.m4a", FORMATS["m4a"], 1, force=False)


def test_a_full_disk_is_said_for_what_it_is_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    errors: list[Exception] = []

    def fails(*_: object) -> None:
        raise errors[-1]

    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 50_000))
    monkeypatch.setattr(writing, "write_flac", fails)
    monkeypatch.setattr(writing, "write_by_ffmpeg", fails)
    for name, error in (
        ("flac", OSError(errno.EIO, "System error.")),
        ("flac", OSError(errno.ENOSPC, "No space left on device")),
        ("ogg", FfmpegFailed("ffmpeg does not write it: Conversion failed")),
    ):
        errors.append(error)
        with pytest.raises(CannotRecord, match=rf"x\.{name} cannot be written: the disk is full; make room"):
            write_sound(tmp_path / f"x.{name}", FORMATS[name], Track([], RATE), About("T", "", ()))
    errors.append(OSError(errno.EACCES, "Permission denied"))
    with pytest.raises(CannotRecord, match=r"cannot be written: Permission denied\.$"):
        write_sound(tmp_path / "x.flac", FORMATS["flac"], Track([], RATE), About("T", "", ()))
    assert not list(tmp_path.iterdir())


@BY_FFMPEG
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_file_that_ffmpeg_cut_off_is_not_taken_for_a_whole_one() -> None:
    assert _NOT_WHOLE.search("Error closing file x.ogg: No space left on device")
    with pytest.raises(FfmpegFailed, match="No space left"):
        write_by_ffmpeg(Path("/dev/full"), "ogg", Track([], RATE).blocks(lambda _: None), About("T", "", ()))
