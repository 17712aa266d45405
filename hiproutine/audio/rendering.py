"""The programs of each system that can write what they would say, and how they are asked to. Pure."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

WORDS_A_MINUTE = 175
"""What espeak-ng and `say` speak at where nothing else is asked for."""

_WINDOWS = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; "
    "$v = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "if ($env:HIPROUTINE_VOICE) { $v.SelectVoice($env:HIPROUTINE_VOICE) }; "
    "$v.Rate = [int]$env:HIPROUTINE_RATE; "
    "$f = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, 'Sixteen', 'Mono'); "
    "$v.SetOutputToWaveFile($env:HIPROUTINE_OUT, $f); $v.Speak([Console]::In.ReadToEnd()); $v.Dispose()"
)
_QUIETLY = ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A program that writes a text on standard input as a WAV, to standard output or to a file."""

    program: str
    arguments: tuple[str, ...]
    to_file: tuple[str, ...] = ()
    """Before the path of the file, where it writes one."""
    voice: tuple[str, ...] = ()
    """Before the name of a voice."""
    rate: tuple[str, ...] = ()
    """Before words a minute."""

    def path(self) -> str | None:
        """Where it is, or None."""
        return shutil.which(self.program)


_ESPEAK = {"arguments": ("--stdin", "--stdout"), "voice": ("-v",), "rate": ("-s",)}
ELSEWHERE = (Rendering("espeak-ng", **_ESPEAK), Rendering("espeak", **_ESPEAK))
MAC = Rendering(
    "say",
    ("-f", "-", "--file-format=WAVE", "--data-format=LEI16@22050"),
    to_file=("-o",),
    voice=("-v",),
    rate=("-r",),
)
WINDOWS = (Rendering("powershell", _QUIETLY), Rendering("pwsh", _QUIETLY))


def names_of(platform: str) -> tuple[Rendering, ...]:
    """What a system, as `sys.platform` names it, has to write words with, the best first."""
    if platform == "darwin":
        return (MAC, *ELSEWHERE)
    return (*WINDOWS, *ELSEWHERE) if platform == "win32" else ELSEWHERE


def command_of(rendering: Rendering, name: str | None, pace: float, out: Path) -> tuple[list[str], dict[str, str]]:
    """What to start, and what to add to its environment; the text itself is never among it."""
    command = [rendering.path() or rendering.program, *rendering.arguments]
    if rendering.to_file:
        command += [*rendering.to_file, str(out)]
    if name and rendering.voice:
        command += [*rendering.voice, name]
    if rendering.rate and pace != 1:
        command += [*rendering.rate, str(round(WORDS_A_MINUTE * pace))]
    if rendering in WINDOWS:
        steps = max(-10, min(10, round((pace - 1) * 10)))
        return command, {"HIPROUTINE_OUT": str(out), "HIPROUTINE_VOICE": name or "", "HIPROUTINE_RATE": str(steps)}
    return command, {}
