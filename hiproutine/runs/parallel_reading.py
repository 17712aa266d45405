"""Files that wait to be read, one after the other or over the cores of the machine; in their order either way."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context

from hiproutine.advice.recovery.facts import Sport
from hiproutine.runs.reading import Kind, Wishes, kind_of, read_bytes
from hiproutine.runs.recording import Recording, Refusal, Refused, Source

WORTH_IT = 1.5
"""Seconds of reading, about, after which other processes are started for the rest; each takes a third to start."""
SPEED = {Kind.FIT: 60e6, Kind.TABLE: 20e6, Kind.SUMMARY: 20e6}
"""Bytes a second of one core, about; XML takes longer."""
SPEED_OF_XML = 8e6
AHEAD = 4
"""Files that wait for each core."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file, or of a part of a large one."""

    name: str
    found: tuple[Recording | Refused, ...]
    named: bool = False
    """Whether the person named it: then it matters that it is nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is still to be taken apart."""

    name: str
    data: bytes
    wishes: Wishes
    named: bool = False
    about: Recording | None = None
    """What the list of its export says of it."""

    def read(self) -> Read:
        """What is in it."""
        found: list[Recording | Refused] = []
        try:
            found.extend(read_bytes(self.data, self.wishes))
        except Refused as refused:
            found.append(refused.bare())
        told = [self._with_list(one, alone=len(found) == 1) if isinstance(one, Recording) else one for one in found]
        return Read(self.name, tuple(told) or (Refused(Refusal.NO_ACTIVITY),), self.named)

    def _with_list(self, one: Recording, *, alone: bool) -> Recording:
        """A recording with its key in the list, and with the list's sport where the device had none."""
        if self.about is None or not alone:
            return one
        sport = self.about.sport if one.sport in {None, Sport.OTHER} and self.about.sport else one.sport
        return replace(one, keys=(*one.keys, *self.about.keys), sport=sport)


def in_order(parts: Iterable[Read | Unread], cores: int = 1) -> Iterator[Read]:
    """Everything read, in its order. A row of a list whose file was read is left out: the file says it better."""
    told: set[str] = set()
    for part, read in _results(parts, cores):
        found = read.found
        if isinstance(part, Unread) and part.about and any(isinstance(one, Recording) for one in found):
            told.update(part.about.keys)
        elif told:
            found = tuple(one for one in found if isinstance(one, Refused) or not _listed(one, told))
        yield read if found is read.found else replace(read, found=found)


def _listed(one: Recording, told: set[str]) -> bool:
    return one.source is Source.STRAVA and not told.isdisjoint(one.keys)


def _results(parts: Iterable[Read | Unread], cores: int) -> Iterator[tuple[Read | Unread, Read]]:
    """Each part with what came of it; other processes are only started where much is to be read."""
    waiting: deque[tuple[Read | Unread, Read | Future[Read]]] = deque()
    pool: ProcessPoolExecutor | None = None
    effort = 0.0
    try:
        for part in parts:
            if isinstance(part, Read):
                waiting.append((part, part))
            elif pool is None and (cores < 2 or effort < WORTH_IT):
                effort += len(part.data) / SPEED.get(kind_of(part.data), SPEED_OF_XML)
                waiting.append((part, part.read()))
            else:
                pool = pool or ProcessPoolExecutor(cores, get_context("spawn"), signal.signal, _IGNORE)
                waiting.append((replace(part, data=b""), pool.submit(part.read)))
            while waiting and (pool is None or len(waiting) > AHEAD * cores):
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())
    finally:
        if pool:
            pool.shutdown(wait=False, cancel_futures=True)


_IGNORE = (signal.SIGINT, signal.SIG_IGN)
"""Who stops the program stops this process; the others have nothing to say about it."""


def _done(part: Read | Unread, result: Read | Future[Read]) -> tuple[Read | Unread, Read]:
    return part, result if isinstance(result, Read) else result.result()
