"""How fast runs are read, as ratios in one run: `python -m tests.benchmarks.runs`.

- A year of runs (200 FIT files of an hour) beside the oracle, on one core.
- The peak of memory with 2,000 files beside that with 20.
- An export of Apple Health of `--health` MB beside a bare `iterparse` over it, and its peak of memory.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from hiproutine.runs.reading import read_bytes
from tests.runs.fit_file import T0, FitFile

YEAR = 200
HOUR = 3600
OF_THE_ORACLE, OF_ITERPARSE, OF_MEMORY, MOST_MEMORY = 0.03, 1.5, 1.2, 150
"""What is to be reached; MiB."""

PEAK = """
import json, resource, sys
from pathlib import Path
from hiproutine.runs.reading import AS_SAID
from hiproutine.runs.sources import read_path
from time import process_time
from hiproutine.runs.recording import Recording
began = process_time()
found = sum(isinstance(one, Recording) for read in read_path(Path(sys.argv[1]), AS_SAID) for one in read.found)
print(json.dumps([found, process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
BARE = """
import json, sys
from time import process_time
from xml.etree.ElementTree import iterparse
began = process_time()
root = None
for event, element in iterparse(sys.argv[1], events=("start", "end")):
    root = element if root is None else root
    if event == "end" and element.tag in ("Record", "Workout"):
        root.clear()
print(json.dumps([0, process_time() - began, 0]))
"""


def hour(number: int) -> bytes:
    """A run of an hour with a record a second, as large as a watch makes them."""
    start = T0 + 86_400 * number
    made = FitFile().about(created=start)
    values = [(253, 0x86, 0), (0, 0x85, 500_000_000), (1, 0x85, 100_000_000), (5, 0x86, 0), (2, 0x84, 2700)]
    values += [(6, 0x84, 3000), (3, 0x02, 140), (4, 0x02, 85)]
    for second in range(HOUR):
        values[0], values[3] = (253, 0x86, start + second), (5, 0x86, second * 280)
        made.add(20, *values, local=1)
    return made.session(HOUR, HOUR * 2.8, HOUR, start=start).local(7200).bytes()


def health(place: Path, megabytes: int) -> None:
    """An export with a workout after every thousand records."""
    record = (
        '<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" '
        'creationDate="2026-05-04 07:30:00 +0200" startDate="2026-05-04 07:30:00 +0200" '
        'endDate="2026-05-04 07:30:00 +0200" value="{}"/>\n'
    )
    block = "".join(record.format(n % 90 + 60) for n in range(1000))
    with place.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">\n')
        number = 0
        while out.tell() < megabytes * 10**6:
            number += 1
            day = f"{2001 + number // 336 % 25}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
            out.write(block)
            out.write(
                f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" '
                f'startDate="{day} 07:30:00 +0200" endDate="{day} 08:00:00 +0200">'
                '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="4.5" unit="km"/>'
                "</Workout>\n"
            )
        out.write("</HealthData>\n")


def oracle(data: bytes) -> None:
    """Goes through a file as the oracle does."""
    import io

    import fitdecode

    with fitdecode.FitReader(io.BytesIO(data)) as reader:
        for _ in reader:
            pass


def timed(act: Callable[[], object]) -> float:
    """Seconds of this process."""
    began = process_time()
    act()
    return process_time() - began


def apart(code: str, place: Path) -> tuple[int, float, float]:
    """Recordings, seconds and MiB at the peak, of a process of its own."""
    done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    found, seconds, peak = json.loads(done.stdout)
    return found, seconds, peak


def main() -> None:
    """Prints the numbers."""
    options = argparse.ArgumentParser()
    options.add_argument("--health", type=int, default=1000, help="MB of the export of Apple Health")
    options.add_argument("--oracle", type=int, default=10, help="files that the oracle goes through")
    options.add_argument("--many", type=int, default=2000, help="files for the peak of memory")
    said = options.parse_args()
    files = [hour(n) for n in range(YEAR)]
    ours = timed(lambda: [list(read_bytes(data)) for data in files])
    theirs = timed(lambda: list(map(oracle, files[: said.oracle]))) * YEAR / said.oracle
    size = sum(map(len, files)) / 2**20
    print(f"{YEAR} runs of an hour, {size:.1f} MiB: {ours:.2f} s; the oracle {theirs:.1f} s (of {said.oracle} files)")
    print(f"  ratio {ours / theirs:.4f}, to reach {OF_THE_ORACLE}")
    with TemporaryDirectory() as folder:
        peaks = []
        for count in (20, said.many):
            place = Path(folder, str(count))
            place.mkdir()
            for number in range(count):
                (place / f"{number:05}.fit").write_bytes(files[number % YEAR])
            found, seconds, peak = apart(PEAK, place)
            peaks.append(peak)
            print(f"{count} files: {found} runs, {seconds:.2f} s, {peak:.1f} MiB at the peak")
        print(f"  ratio {peaks[1] / peaks[0]:.3f}, to reach {OF_MEMORY}")
        if said.health:
            place = Path(folder, "export.xml")
            health(place, said.health)
            bare = apart(BARE, place)[1]
            found, seconds, peak = apart(PEAK, place)
            size = place.stat().st_size / 10**6
            print(f"Apple Health, {size:.0f} MB: {found} workouts, {seconds:.2f} s, {peak:.1f} MiB at the peak")
            ratio = f"ratio {seconds / bare:.3f}, to reach {OF_ITERPARSE} and {MOST_MEMORY} MiB"
            print(f"  bare iterparse {bare:.2f} s, {ratio}")


if __name__ == "__main__":
    os.nice(2)
    main()
