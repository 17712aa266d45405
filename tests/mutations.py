"""Bundled files with something changed, through `check`: `python -m tests.mutations 20000`.

Each run ends with status 0 or 1, soon, and without a traceback; the same number gives the same mutations every time.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from click.testing import CliRunner

from hiproutine.cli.authoring import check
from hiproutine.paths import bundled

SLOW = 2.0
"""Seconds of the processor after which a check counts as hanging: a busy machine is no hang."""
PROGRAMMES = Path(__file__).parent / "routine" / "programmes"
FOLDERS = (bundled(), bundled() / "exercises", PROGRAMMES)
FILES = [path.read_bytes() for folder in FOLDERS for path in sorted(folder.glob("*.toml"))]
TOKEN = re.compile(rb'"[^"\n]*"|[A-Za-z0-9_-]+|[^\sA-Za-z0-9]|\s+')
INTERESTING = [
    b'"', b"'", b'"""', b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b",", b".", b"#", b"\\", b"\n", b"\r\n",
    b"\r",
    b"\t", b"\x00", b"\x1b[31m", b"\xff", b"\xef\xbb\xbf", b"-1", b"0", b"1e999", b"nan", b"9" * 400, b"true", b'""',
    b"[]", b"{}", b'"30 secs"', b'"\\u0007"', b"1979-05-27", "股関節 e\u0301 🏃‍♀️ \u202e".encode(), b"steps", b"blocks",
    b"[[steps]]", b"[defaults]", b"hold = 5\n", b"rounds = 20\n", b"time = 1\n", b'exercise = "plnk"\n',
    b'cues = ["{"]\n', b"reps = [10, 8]\n", b'hold = ["5s", 6]\n', b"[[blocks.blocks]]\n", b'every = "1m"\n',
    b'"$hold"', b"[vars]\n", b"{ left = 1, right = 2 }", b'sides = "each"\n', b'beats = ["In"]\n', b'late = "skip"\n',
    b'"8-12"',
]  # fmt: skip


def _bytes(content: bytes, lot: random.Random) -> bytes:
    at = lot.randrange(len(content))
    return content[:at] + bytes([lot.randrange(256)]) + content[at + lot.randrange(2) :]


def _lines(content: bytes, lot: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    one, other = lot.randrange(len(lines)), lot.randrange(len(lines))
    kind = lot.randrange(4)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(other, lines[one])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines = lines[:one]
    return b"".join(lines)


def _tokens(content: bytes, lot: random.Random) -> bytes:
    tokens = TOKEN.findall(content)
    one, other = lot.randrange(len(tokens)), lot.randrange(len(tokens))
    kind = lot.randrange(4)
    if kind == 0:
        tokens[one] = b""
    elif kind == 1:
        tokens[one] = tokens[other]
    elif kind == 2:
        tokens[one] = lot.choice(INTERESTING)
    else:
        tokens.insert(one, lot.choice(INTERESTING))
    return b"".join(tokens)


def _slips(content: bytes, lot: random.Random) -> bytes:
    """A letter of a word doubled, left out, or changed with its neighbour."""
    words = [match.span() for match in re.finditer(rb"[a-z]{3,}", content)]
    if not words:
        return content
    start, end = lot.choice(words)
    at = lot.randrange(start, end - 1)
    pair = content[at : at + 2]
    return content[:at] + lot.choice([pair[::-1], pair[:1], pair[:1] * 2 + pair[1:]]) + content[at + 2 :]


def _mixed(content: bytes, lot: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    other = lot.choice(FILES)
    return content[: lot.randrange(len(content))] + other[lot.randrange(len(other)) :]


WAYS: list[Callable[[bytes, random.Random], bytes]] = [_bytes, _lines, _tokens, _tokens, _slips, _mixed]


def mutations(number: int, seed: int = 0) -> Iterator[bytes]:
    """So many files, each changed in one to four places."""
    lot = random.Random(seed)
    for _ in range(number):
        content = lot.choice(FILES)
        for _ in range(lot.choice([1, 1, 1, 2, 4])):
            content = lot.choice(WAYS)(content, lot) or b"\n"
        yield content


def trouble(content: bytes, folder: Path, *options: str) -> tuple[int, str]:
    """The status of a check, and what went wrong with the check itself, if anything."""
    path = folder / "mutant.toml"
    path.write_bytes(content)
    began = process_time()
    done = CliRunner().invoke(check, [str(path), *options])
    took = process_time() - began
    if done.exception and not isinstance(done.exception, SystemExit):
        return done.exit_code, repr(done.exception)
    if done.exit_code not in {0, 1}:
        return done.exit_code, f"status {done.exit_code}: {done.output}"
    if done.exit_code and not options and "error[" not in done.output:
        return done.exit_code, f"status 1 without an error: {done.output}"
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", done.output):
        return done.exit_code, f"a control character is printed: {done.output!r}"
    return done.exit_code, f"{took:.1f} s" if took > SLOW else ""


def main() -> None:
    """Checks so many mutations, and ends with status 1 if one went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    began, statuses, bad = perf_counter(), Counter[int](), 0
    with TemporaryDirectory() as name:
        for number, content in enumerate(mutations(asked.number, asked.seed)):
            status, what = trouble(content, Path(name), *(["--json"] if number % 5 == 0 else []))
            statuses[status] += 1
            if what:
                bad += 1
                kept = Path(f"mutant-{asked.seed}-{number}.toml")
                kept.write_bytes(content)
                print(f"{kept}: {what}")
    counts = ", ".join(f"{count} with status {status}" for status, count in sorted(statuses.items()))
    print(f"{asked.number} mutations in {perf_counter() - began:.0f} s: {counts}; {bad} went wrong")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
