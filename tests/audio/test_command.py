"""`hiproutine audio`: which files it writes, and what it says."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from hiproutine.audio.formats import FORMATS, format_for
from hiproutine.cli import sounding
from tests.audio.rig import SECONDS, SHORT
from tests.cli.running import hiproutine


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in, with the short routine."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.toml").write_text(SHORT)
    return tmp_path


def voice(folder: Path, text: str) -> str:
    """A folder for PATH in which espeak-ng is a script."""
    place = folder / "bin"
    place.mkdir()
    (place / "espeak-ng").write_text(f"#!{sys.executable}\n{text}")
    (place / "espeak-ng").chmod(0o755)
    return str(place)


def test_it_writes_a_file_says_where_and_never_over_another(here: Path) -> None:
    ran = hiproutine("audio", "short.toml", "--no-voice")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("short.mp3\n1:53, 0.5 MB, 5 chapters. Send it to the phone")
    again = hiproutine("audio", "short.toml", "--no-voice")
    assert (again.status, again.out) == (2, "")
    assert again.err == "short.mp3 is there already: --force writes over it, --output FILE writes another.\n"
    table = json.loads(hiproutine("audio", "short.toml", "--no-voice", "-o", "x.wav", "--json").out)["audio"]
    assert {key: table[key] for key in ("path", "format", "chapters", "voice")} == {
        "path": "x.wav", "format": "wav", "chapters": 5, "voice": False,
    }  # fmt: skip
    assert table["bytes"] == (here / "x.wav").stat().st_size
    assert SECONDS < table["seconds"] < SECONDS + 2


@pytest.mark.parametrize(
    ("script", "more", "why"),
    [
        (None, [], "there is no voice on this machine that can be written down"),
        ("import sys; sys.exit('no such tongue.')", [], "espeak-ng failed: no such tongue"),
        ("import sys; sys.exit('no such tongue')", ["--voice", "espeak"], "there is no espeak on this machine"),
    ],
)
def test_without_a_voice_tones_still_come_and_why_is_said(
    script: str | None, more: list[str], why: str, here: Path
) -> None:
    path = voice(here, script) if script else ""
    ran = hiproutine("audio", "short.toml", "--format", "wav", *more, PATH=path)
    assert ran.status == 0
    assert ran.err == f"Tones alone, for {why}. Install espeak-ng, or say --no-voice.\n"
    assert (here / "short.wav").stat().st_size > 2 * 22050 * SECONDS


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--format", "m4a"], "M4A needs ffmpeg: install it, or say --format mp3 or --format wav.\n"),
        (["-o", "nowhere/x.wav"], "nowhere/x.wav cannot be written: there is no folder nowhere.\n"),
        (["--pace", "9"], "9.0 is not in the range 0.5<=x<=2.0."),
    ],
)
def test_what_cannot_be_is_said(given: list[str], said: str) -> None:
    ran = hiproutine("audio", "short.toml", "--no-voice", *given, PATH="")
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_the_format_goes_by_what_is_asked_for_and_by_the_name() -> None:
    assert set(sounding.FORMATS) == set(FORMATS)
    assert format_for("flac", Path("x.mp3")).name == "flac"
    assert format_for(None, Path("x.OPUS")).name == "opus"
    assert format_for(None, Path("x.unknown")).is_there()
    assert format_for(None, None).name == "mp3"
