"""Recordings with something changed, through every reader: `python -m tests.run_mutations 5000 [FOLDER]`.

Each is read or refused in a sentence, soon; nothing that is kept is longer or farther than a file can have said, and
the same number gives the same mutations every time. FOLDER adds files of one's own to those that are made here.
"""

from __future__ import annotations

import argparse
import gzip
import io
import random
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from hiproutine.runs.reading import AS_SAID
from hiproutine.runs.recording import FARTHEST, LONGEST, Recording, Refused, checked
from hiproutine.runs.sources import read_stream
from tests.runs.fit_file import FitFile, plain
from tests.runs.test_sources import EXPORT, packed
from tests.runs.test_tables import GARMIN, GERMAN, STRAVA
from tests.runs.test_xml import STATISTICS, ZONE, gpx, health, lap, segment, tcx, workout

SLOW = 2.0
"""Seconds after which a file counts as hanging."""
NOW = datetime(2027, 1, 1, tzinfo=UTC)
FILES = {
    "plain.fit": plain().bytes(),
    "bare.fit": FitFile().about().timer(0, 0).records(600).timer(600, 4).bytes(),
    "several.fit": FitFile().about().session(sport=5).session(sport=3).session(start=0x44000000).local(7200).bytes(),
    "big.fit": FitFile(big=True).about().records(300).lap(900, 2000).session().bytes(),
    "run.gpx": gpx(segment(0, 300), segment(600, 900)),
    "run.tcx": tcx(lap(0, 900, 2500), lap(1200, 900, 2500)),
    "export.xml": health(workout(inside=STATISTICS + ZONE), workout("Walking")),
    "strava.csv": STRAVA.encode(),
    "german.csv": GERMAN.format(metres="4500.3").encode(),
    "garmin.csv": GARMIN.encode(),
    "plain.csv": b"date,distance,time\n2026-05-04 07:30,5.2,28:30\n2026-05-05,3,16:00\n",
    "export.zip": packed(EXPORT),
    "run.gpx.gz": gzip.compress(gpx(segment(0, 300))),
}
PIECES = [
    b"\x00", b"\xff" * 4, b"\x7f", b"<", b">", b"&", b"&#0;", b"]]>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"</trkpt>",
    b"<trk>", b"<a>" * 100, b"NaN", b"1e400", b"-1", b"9" * 400, b'"', b",", b";", b"\r\n", b"../", b"PK\x03\x04",
    b"\x1f\x8b", b".FIT", b"2026-02-30T25:61:61Z", b"99999-01-01", b"\xef\xbb\xbf", "股関節\u202f".encode(),
]  # fmt: skip


def mutated(content: bytes, lot: random.Random) -> bytes:
    """One change: a byte, a cut, a piece put in, a part doubled, left out, or turned around."""
    if not content:
        return lot.choice(PIECES)
    at, other = sorted((lot.randrange(len(content)), lot.randrange(len(content))))
    part = content[at:other]
    changes = (
        lambda: content[:at] + bytes([lot.randrange(256)]) + content[at + 1 :],
        lambda: content[:at],
        lambda: content[:at] + lot.choice(PIECES) + content[at:],
        lambda: content[:other] + part + content[other:],
        lambda: content[:at] + content[other:],
        lambda: content[:at] + part[::-1] + content[other:],
        lambda: bytes(byte ^ (1 << lot.randrange(8)) if lot.random() < 0.01 else byte for byte in content),
    )
    return lot.choice(changes)()


def mutations(number: int, seed: int, files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """So many changed files with their names."""
    lot = random.Random(seed)
    names = sorted(files)
    for _ in range(number):
        name = lot.choice(names)
        content = files[name]
        for _ in range(lot.choice([1, 1, 1, 2, 5, 20])):
            content = mutated(content, lot)
        yield name, content


def outcome(content: bytes) -> str:
    """`read` or `refused`; raises where something is wrong with that."""
    kinds = set()
    began = process_time()
    for read in read_stream(io.BytesIO(content), AS_SAID):
        for one in read.found:
            try:
                if isinstance(one, Refused):
                    raise one
                found = checked(one.at_home(UTC), NOW)
            except Refused as refused:
                kinds.add(f"refused: {refused}")
            else:
                _check(found)
                kinds.add("read")
    assert process_time() - began < SLOW, "too slow"
    assert kinds
    assert not any("\n" in one for one in kinds)
    return "read" if "read" in kinds else "refused"


def _check(found: Recording) -> None:
    assert found.start.tzinfo is not None
    assert 2000 <= found.start.year <= NOW.year
    assert found.seconds is None or 0 < found.seconds <= LONGEST
    assert found.metres is None or 0 < found.metres <= FARTHEST
    assert found.end >= found.start


def main() -> int:
    """Runs so many; the status is 1 if one went wrong."""
    options = argparse.ArgumentParser()
    options.add_argument("number", type=int)
    options.add_argument("folder", type=Path, nargs="?")
    options.add_argument("--seed", type=int, default=1)
    said = options.parse_args()
    files = dict(FILES)
    if said.folder:
        files |= {path.name: path.read_bytes() for path in sorted(said.folder.iterdir()) if path.is_file()}
    seen: Counter[str] = Counter()
    bad = 0
    for number, (name, content) in enumerate(mutations(said.number, said.seed, files)):
        try:
            seen[outcome(content)] += 1
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            bad += 1
            print(f"{number} of {name}: {type(error).__name__}: {error}")
            if bad <= 3:
                Path(f"mutation-{number}-{name}").write_bytes(content)
    print(f"{said.number} mutations of {len(files)} files: {dict(seen)}, {bad} went wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
