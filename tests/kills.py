"""Kills programs that record a session, and looks at what is left; and measures a large journal.

python -m tests.kills            500 kills
python -m tests.kills 50         50
python -m tests.kills large      history over 20,000 sessions and 100,000 readings
"""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from hiproutine.advice.pain.readings import Moment, Reading, Side
from hiproutine.clock import local_now
from hiproutine.journal.recorder import Recorder
from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.rows import reading_values, session_values, utc_text
from hiproutine.journal.store import Journal
from hiproutine.plan.model import About, Interval, Kind, Plan
from hiproutine.play.engine import Engine
from tests.clocks import ManualClock

ROOT = Path(__file__).parent.parent
INTERVALS = 200
JOURNALS = 4


def plan_of_holds(number: int, seconds: float = 2.0) -> Plan:
    """A plan of nothing but work."""
    intervals = tuple(
        Interval(
            index=n,
            kind=Kind.WORK,
            start=n * seconds,
            seconds=seconds,
            block=0,
            block_title=None,
            name=f"S{n}",
            side=None,
            set=1,
            sets=1,
            round=1,
            rounds=1,
            step=n + 1,
            dose="hold",
            reps=None,
            tempo=None,
            sides="both",
            self_paced=False,
            cues=(),
            about=About(),
        )
        for n in range(number)
    )
    return Plan("killed", "Killed", "low", number * seconds, estimated=False, intervals=intervals)


def record(path: Path) -> None:
    """Plays a session a few hundred times as fast, and says what the recorder has kept."""
    with Journal(path) as journal:
        while offered := journal.active():
            journal.interrupt(offered.session)
    plan = plan_of_holds(INTERVALS)
    clock, began = ManualClock(), local_now()
    engine = Engine(plan, clock)
    troubles: list[str] = []
    hand = ThreadPoolExecutor(1)
    recorder = Recorder(
        lambda now: Journal(path, now=now),
        plan,
        troubles.append,
        hand=hand,
        clock=lambda: began + timedelta(seconds=clock.now),
    )
    events = engine.start()
    ended = 0
    while True:
        recorder.take(events, engine.view())
        recorder.settle()  # a second passes in two milliseconds here, too little for a disk
        ended += sum(type(event).__name__ == "IntervalEnded" for event in events)
        print(recorder.id, ended, f"{clock.now:.3f}", *troubles, flush=True)
        if engine.phase.over:
            return
        time.sleep(0.001)
        clock.advance(0.5)
        events = engine.tick()


@dataclass
class Left:
    """What a killed program had said, and what its journal has."""

    said: int = 0
    """Intervals it said were kept."""
    kept: int = 0
    lost: float = 0.0
    """Seconds played that are not in the journal."""
    trouble: str = ""


def kill_once(path: Path, delay: float) -> Left:
    """Starts a program, kills it so many seconds after its first word (if negative, after its start), and looks."""
    program = subprocess.Popen([sys.executable, "-m", "tests.kills", "record", path], cwd=ROOT, stdout=subprocess.PIPE)
    assert program.stdout
    first = program.stdout.readline() if delay > 0 else b""
    time.sleep(abs(delay))
    program.send_signal(signal.SIGKILL)
    out, _ = program.communicate()
    lines = (first + out).decode().rpartition("\n")[0].splitlines()
    left = Left()
    if path.exists():
        db = sqlite3.connect(path)
        (found,) = db.execute("PRAGMA integrity_check").fetchone()
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        db.close()
        if found != "ok" or broken:
            left.trouble = f"damaged: {found} {broken}"
    with Journal(path) as journal:
        offered = journal.active()
        if not lines:
            return left
        session, said, seconds, *troubles = lines[-1].split(maxsplit=3)
        detail = journal.session(session)
    left.said = int(said)
    left.trouble = left.trouble or " ".join(troubles)
    if detail is None:
        left.trouble = left.trouble or "the session is not there"
        return left
    numbers = [interval.number for interval in detail.intervals]
    left.kept = len(numbers)
    left.lost = float(seconds) - detail.record.progress.active_seconds
    if numbers != list(range(left.kept)) or left.kept < left.said:
        left.trouble = left.trouble or f"kept {numbers}, said {left.said}"
    elif left.lost > 5:
        left.trouble = left.trouble or f"{left.lost} s lost"
    elif detail.record.outcome is State.ACTIVE and (offered is None or offered.session != session):
        left.trouble = left.trouble or "it is not offered again"
    return left


def kill_often(number: int, seed: int, folder: Path) -> list[Left]:
    """Many kills on one journal, at moments that are drawn."""
    draw = random.Random(seed)
    path = folder / f"{seed}.sqlite3"
    return [
        kill_once(path, draw.choice([draw.uniform(0, 0.8), draw.uniform(0, 0.8), -draw.uniform(0, 0.5)]))
        for _ in range(number)
    ]


def kills(number: int) -> int:
    """All kills, on a few journals at the same time."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(JOURNALS) as pool:
        shares = [(number + seed) // JOURNALS for seed in range(JOURNALS)]
        work = [pool.submit(kill_often, share, seed, Path(folder)) for seed, share in enumerate(shares)]
        left = [one for done in work for one in done.result()]
    troubles = [one.trouble for one in left if one.trouble]
    recording = [one for one in left if one.said]
    print(f"{len(left)} kills in {time.monotonic() - began:.0f} s, {len(recording)} of them after an interval ended")
    print(f"{sum(one.said for one in left)} intervals said to be kept, {sum(one.kept for one in left)} kept")
    print(f"at most {max(one.lost for one in left):.1f} s lost; {len(troubles)} in trouble", *troubles, sep="\n  ")
    return 1 if troubles else 0


def fill(journal: Journal, sessions: int, readings: int) -> None:
    """A journal of as many, four a day until now."""
    now = journal.now()
    draw = random.Random(1)
    with journal.writing() as db:
        ids = [str(uuid4()) for _ in range(sessions)]
        for number, session in enumerate(ids):
            at = now - timedelta(hours=6 * (sessions - number))
            record_ = SessionRecord(
                session, f"routine-{number % 12}", f"Routine {number % 12}", "low", 600.0, 9, at, at,
                at + timedelta(minutes=10), State.FINISHED, Progress(20, 0.0, 600.0),
            )  # fmt: skip
            _insert(db, "session", session_values(record_))
        for number in range(readings):
            session = ids[number * sessions // readings]
            at = now - timedelta(hours=6 * sessions * (1 - number / readings))
            reading = Reading(
                str(uuid4()), at, draw.choice(list(Moment)), draw.randint(0, 10), side=draw.choice(list(Side)),
                session=session,
            )  # fmt: skip
            _insert(db, "reading", {**reading_values(reading), "updated_at": utc_text(at)})


def _insert(db: sqlite3.Connection, table: str, values: dict[str, object]) -> None:
    marks = ", ".join(f":{name}" for name in values)
    db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", values)  # noqa: S608


def large() -> None:
    """What history's first screen asks, on a small journal and on a large one; and the whole command."""
    with tempfile.TemporaryDirectory() as folder:
        for name, sessions, readings in (("small", 20, 100), ("large", 20_000, 100_000)):
            path = Path(folder) / f"{name}.sqlite3"
            with Journal(path) as journal:
                fill(journal, sessions, readings)
            print(f"{name}: {path.stat().st_size / 1e6:.1f} MB")
            _timed("  first screen: open, 50 sessions with readings, a month, 12 weeks, 90 days of pain", path)
            code = f"from hiproutine.cli.journal import history; history(['--journal', {str(path)!r}])"
            command = [sys.executable, "-c", code]
            best = min(_run(command) for _ in range(7))
            print(f"  hiproutine history, whole process: {best * 1000:.0f} ms")


def _run(command: list[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def _timed(what: str, path: Path) -> None:
    from hiproutine.journal.history_numbers import month, pain_series, weeks

    took = []
    for _ in range(5):
        began = time.perf_counter()
        with Journal(path) as journal:
            now = datetime.now(UTC)
            newest = journal.sessions(50)
            journal.readings_of(session.id for session in newest)
            journal.count()
            recent = journal.sessions(None, since=now - timedelta(days=90))
            readings = journal.readings(since=now - timedelta(days=90))
            journal.last_done()
            journal.flags(open_only=True)
        month(recent, now.year, now.month)
        weeks(recent, now.date(), 12)
        for moment in (Moment.BEFORE, Moment.AFTER, Moment.MORNING):
            for side in Side:
                pain_series(readings, moment, side)
        took.append(time.perf_counter() - began)
    print(f"{what}: {min(took) * 1000:.0f} to {max(took) * 1000:.0f} ms")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["record", path]:
            record(Path(path))
        case ["large"]:
            large()
        case [number]:
            sys.exit(kills(int(number)))
        case _:
            sys.exit(kills(500))
