"""A conversation: answers in, the questions that came out."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.dialogue.context import AskBefore, Context, open_context
from hiproutine.dialogue.questions import Question
from hiproutine.journal.pain_facts import NOTICE, answer_flags, note_once
from hiproutine.journal.records import Progress, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.paths import find_paths
from hiproutine.routine.library import Library
from hiproutine.routine.loaded import Loaded
from tests.journal.shelf import Wall

T = TypeVar("T")


@dataclass
class Talk:
    """What came out of a course."""

    asked: list[Any] = field(default_factory=list)
    result: Any = None

    @property
    def texts(self) -> list[str]:
        """The questions in words; what is no question, by its kind."""
        return [one.text if isinstance(one, Question) else type(one).__name__ for one in self.asked]


def talk(course: Generator[Any, Any, T], answers: Sequence[Any]) -> Talk:
    """Answers every question in order; an answer may be a function of the question. All have to be used up."""
    found, left = Talk(), list(answers)
    try:
        item = next(course)
        while True:
            found.asked.append(item)
            answer = left.pop(0)
            item = course.send(answer(item) if isinstance(answer, Callable) else answer)  # type: ignore[arg-type]
    except StopIteration as end:
        found.result = end.value
    assert not left
    return found


def context(journal: Journal, wall: Wall, *, ask_before: AskBefore = AskBefore.ALWAYS, used: bool = True) -> Context:
    """A context over a journal; with `used`, the notice was read and the red-flag questions answered today."""
    journal.close()
    found = open_context(journal.path, lambda _: None, routine, now=wall, ask_before=ask_before)
    if used:
        assert found.journal
        note_once(found.journal, NOTICE, wall())
        answer_flags(found.journal, frozenset(), wall())
    return found


def routine(name: str) -> Loaded:
    """A bundled routine."""
    return Library(find_paths()).open(name)[0]


def played(
    journal: Journal, wall: Wall, routine_id: str = "post-run-hip-stretch", load: str = "low", **scores: int
) -> str:
    """A session that ends now, with readings by their moments; its id."""
    session = str(uuid4())
    record = SessionRecord(
        session, routine_id, routine_id, load, 60.0, 1, wall() - timedelta(minutes=10), wall() - timedelta(minutes=10)
    )
    journal.begin(record)
    journal.end(session, State.FINISHED, Progress(active_seconds=60.0))
    for moment, score in scores.items():
        journal.add_reading(Reading(str(uuid4()), wall(), Moment(moment), score, session=session))
    return session


def home_of(folder: Path) -> Path:
    """The journal of a home."""
    return folder / "hiproutine" / "journal.sqlite3"
