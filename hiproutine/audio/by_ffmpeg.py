"""M4A, Ogg Vorbis and Opus, by the program ffmpeg where it is on the path."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from hiproutine.audio.about import MADE_BY, About
from hiproutine.audio.flac_file import chapter_comments, picture_block
from hiproutine.audio.mixing import little_endian
from hiproutine.cues.tones import RATE
from hiproutine.errors import HiproutineError, printable

PROGRAM = "ffmpeg"
ENCODING = {
    "m4a": ("-c:a", "aac", "-b:a", "48k", "-f", "ipod"),
    "ogg": ("-c:a", "libvorbis", "-q:a", "2", "-f", "ogg"),
    "opus": ("-c:a", "libopus", "-b:a", "24k", "-application", "voip", "-f", "opus"),
}
_OBEYED = str.maketrans({sign: f"\\{sign}" for sign in "=;#\\\n"})
_NOT_WHOLE = re.compile("Error (?:writing|closing)|No space left")
"""What it says of a file that is cut off, and may end with status 0 then."""
_NOT_WHOLE = re.compile("Error (?:writing|closing)|No space left")
"""What it says of a file that is cut off, and may end with status 0 then."""
LAST = 60.0
"""Seconds it may take after the last sample."""


class FfmpegFailed(HiproutineError):
    """Raised where ffmpeg does not write what it was asked for; its last words are in it."""


def write_by_ffmpeg(path: Path, form: str, blocks: Iterable[array[int]], about: About) -> None:
    """Writes all of it.

    Raises:
        FfmpegFailed: it cannot.
    """
    with TemporaryDirectory(prefix="hiproutine-") as name, TemporaryFile() as words:
        with _running(_command(path, form, about, Path(name)), words.fileno()) as process:
            assert process.stdin  # noqa: S101
            with suppress(BrokenPipeError):
                for block in blocks:
                    process.stdin.write(little_endian(block))
            with suppress(OSError):
                process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(LAST)
        words.seek(0)
        said = words.read()[-2000:].decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
        if process.returncode or _NOT_WHOLE.search(said[-1]):
            raise FfmpegFailed(f"ffmpeg does not write it: {printable(said[-1])[:160]}")


def _command(path: Path, form: str, about: About, folder: Path) -> list[str]:
    told = folder / "told.txt"
    told.write_text(_metadata(about, form), encoding="utf-8", errors="replace", newline="\n")
    sound = ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0"]
    inputs = [*sound, "-f", "ffmetadata", "-i", str(told)]
    maps = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
    if about.cover and form == "m4a":
        picture = folder / "cover.png"
        picture.write_bytes(about.cover)
        inputs += ["-i", str(picture)]
        maps += ["-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic"]
    program = shutil.which(PROGRAM) or PROGRAM
    quiet = ["-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    return [program, *quiet, *inputs, *maps, *ENCODING[form], str(path.absolute())]


def _metadata(about: About, form: str) -> str:
    """What ffmpeg reads of title, comment and chapters."""
    lines = [";FFMETADATA1"]
    said = {"title": about.title, "artist": MADE_BY, "comment": about.comment}
    if about.cover and form != "m4a":
        said["METADATA_BLOCK_PICTURE"] = base64.b64encode(picture_block(about.cover)).decode()
    if form == "ogg":  # ffmpeg writes no chapters into Vorbis
        said |= dict(chapter_comments(about))
    lines += [f"{name}={text.translate(_OBEYED)}" for name, text in said.items()]
    for chapter in about.chapters:
        start, end = round(chapter.start * 1000), round(chapter.end * 1000)
        title = chapter.title.translate(_OBEYED)
        lines += ["[CHAPTER]", "TIMEBASE=1/1000", f"START={start}", f"END={end}", f"title={title}"]
    return "\n".join(lines) + "\n"


@contextmanager
def _running(command: list[str], words: int) -> Iterator[subprocess.Popen[bytes]]:
    """The program at work; it is gone when this ends, whatever happens."""
    try:
        process = subprocess.Popen(  # noqa: S603 - an argument list of ours, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=words,
            start_new_session=os.name == "posix",
        )
    except OSError as error:
        raise FfmpegFailed(f"ffmpeg cannot be started: {error.strerror}") from error
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        if process.stdin:
            with suppress(OSError):
                process.stdin.close()
