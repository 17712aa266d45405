"""How fast a sound file is rendered, as ratios in one run: `python -m tests.benchmarks.sounding`.

A routine of 20 minutes with voice as MP3, beside espeak-ng alone for its distinct utterances, one after the other, and
the encoder alone for as many samples: processor time, and time from start to end. And the peak of memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from hiproutine.audio.mixing import Track, clips_of, little_endian, sample
from hiproutine.audio.recording import said as score_said
from hiproutine.audio.score import timed
from hiproutine.audio.voices import Spoken, system_voice
from hiproutine.cues.speech import speakable
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from tests.benchmarks.measuring import Row, compared, said, table
from tests.terminals import environment

ROUTINE = "warm-up-five-step"
"""19:30, the longest with many words."""
OF_BOTH, MOST_MEMORY = 1.5, 150
"""What is to be reached; MiB."""

SAY = """
import subprocess, sys
for text in open(sys.argv[1], encoding="utf-8"):
    subprocess.run(["espeak-ng", "--stdin", "--stdout"], input=text.encode(), stdout=subprocess.DEVNULL, check=True)
"""
ENCODE = """
import sys, lameenc
encoder = lameenc.Encoder()
encoder.silence(); encoder.set_bit_rate(32); encoder.set_in_sample_rate(22050); encoder.set_out_sample_rate(22050)
encoder.set_channels(1); encoder.set_quality(5)
with open(sys.argv[1], "rb") as track:
    while block := track.read(176_400):
        encoder.encode(block)
encoder.flush()
"""
PEAK = """
import json, resource, sys
from hiproutine.cli.main import cli
try:
    cli.main(sys.argv[1:], prog_name="hiproutine")
finally:
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
"""


def main() -> None:
    """Measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="how often each is measured (5)")
    rounds = parser.parse_args().n
    with TemporaryDirectory() as name:
        folder = Path(name)
        texts, track = folder / "texts.txt", folder / "track.raw"
        number = prepared(texts, track)
        ours = [sys.executable, "-m", "hiproutine", "audio", ROUTINE, "--force", "-o", str(folder / "out.mp3")]
        measures: dict[str, Callable[[], tuple[float, float]]] = {
            "ours": lambda: took(ours, folder / "home"),
            "voice": lambda: took([sys.executable, "-c", SAY, str(texts)], folder / "none"),
            "encoder": lambda: took([sys.executable, "-c", ENCODE, str(track)], folder / "none"),
        }
        found: dict[str, list[tuple[float, float]]] = {what: [] for what in measures}
        for _ in range(rounds):
            for what, measure in measures.items():
                found[what].append(measure())
        rows = []
        for place, words in enumerate(("from start to end", "of processor")):
            both = sum(median(one[place] for one in found[what]) for what in ("voice", "encoder"))
            mine = median(one[place] for one in found["ours"])
            beside = f"espeak-ng for {number} texts, and lameenc"
            rows.append(compared(f"19:30 with voice, {words}", mine, beside, both, "s", below=OF_BOTH))
        rows.append(memory(ours[3:], folder / "home"))
    print(table(rows))


def prepared(texts: Path, track: Path) -> int:
    """Writes the distinct utterances, and the samples; how many utterances there are."""
    spoken = Spoken(system_voice(None, 1.0), None, 1.0)
    plan = timed(Library(find_paths()).open(ROUTINE)[0].plan)
    score = score_said(plan, spoken)
    distinct = sorted({speakable(words.text) for words in score.words})
    texts.write_text("".join(f"{text}\n" for text in distinct), encoding="utf-8")
    with track.open("wb") as file:
        whole = Track(clips_of(score, spoken.sounds, 80), sample(score.seconds))
        file.writelines(little_endian(block) for block in whole.blocks(lambda _: None))
    return len(distinct)


def took(command: list[str], home: Path) -> tuple[float, float]:
    """Seconds from start to end, and of processor with all that it starts; with nothing kept from before."""
    shutil.rmtree(home, ignore_errors=True)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment({"HIPROUTINE_HOME": str(home)}))
    lasted, after = perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return lasted, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def memory(arguments: list[str], home: Path) -> Row:
    """The peak of our own process."""
    shutil.rmtree(home, ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *arguments],
        capture_output=True, text=True, check=True, env=environment({"HIPROUTINE_HOME": str(home)}),
    )  # fmt: skip
    peak = float(json.loads(done.stdout.splitlines()[-1]))
    return Row("its peak of memory", said(peak, "MiB"), goal=f"< {MOST_MEMORY} MiB", met=peak < MOST_MEMORY)


if __name__ == "__main__":
    main()
