"""One real journal at one moment, and everything that speaks of it: the same gravest word, and nothing against it."""

from __future__ import annotations

import re

import pytest

from hiproutine.advice.finding import Kind, Level
from hiproutine.advice.pain.sessions import Load
from hiproutine.advice.recovery.building import Unit
from hiproutine.dialogue.after import worth_saying
from hiproutine.dialogue.before import before
from hiproutine.dialogue.context import Context, open_context
from hiproutine.dialogue.day import lately
from hiproutine.dialogue.notes import meaning_of_reading
from hiproutine.dialogue.questions import Aside, Notice, Scale, Statement
from hiproutine.tui.history.judgement import judged_lines
from hiproutine.tui.library.ordering import today_lines
from tests.advice.routines import LOADS, ROUTINES
from tests.at_moments import Commands

TITLES = {name: one.card.title for name, one in ROUTINES.items()}
SKIPS = {"Does any of this apply?": Aside.SKIP, "Before the first time": "yes"}
HISTORIES = {
    "severe": "2026-11-02 08:00| pain --score 10 --feel sharp --limp --area front",
    "a run that hurt": "2026-11-02 08:00| run --distance 5km --pain 6",
    "three runs that hurt": """
        2026-10-27 08:00| run --distance 5km --pain 7
        2026-10-29 08:00| run --distance 5km --pain 7
        2026-10-31 08:00| run --distance 5km --pain 7
    """,
    "an urgent sign": "2026-10-01 08:00| signs --apply numb-or-weak",
    "a sign": "2026-10-01 08:00| signs --apply swelling",
    "landing": "2026-11-02 08:00| pain --score 2 --area front --landing",
    "the outer side": "2026-11-02 08:00| pain --score 4 --area outer",
    "six weeks": """
        2026-09-15 08:00| pain --score 4
        2026-10-10 08:00| pain --score 4
        2026-11-01 08:00| pain --score 4
    """,
    "a poor morning": """
        2026-11-01 18:00| run --distance 5km --pain 3
        2026-11-02 07:00| pain --score 5 --when morning
    """,
    "seven days in a row": "\n".join(
        f"2026-{day} 18:00| run --distance 5km --pain 0"
        for day in ("10-26", "10-27", "10-28", "10-29", "10-30", "10-31", "11-01")
    ),
    "on the way back": """
        2026-11-01 08:00| history --add return-to-run-1
        2026-11-02 07:00| pain --score 2 --area front --landing
    """,
    "a sign, and then checked": """
        2026-10-01 08:00| signs --apply swelling
        2026-11-01 08:00| signs --checked
        2026-11-02 08:00| pain --score 3
    """,
}


def flat(text: str) -> str:
    """Without what breaks rows."""
    return " ".join(text.replace("\\", "").split())


def checked(here: Context, routine: str) -> list[str]:
    """All that the check before a routine says, answered with 0 where it asks, and left where it may be."""
    course, said = before(here, ROUTINES[routine]), []
    answer = None
    try:
        while True:
            item = course.send(answer)
            said.append(item.text)
            said += item.sentences if isinstance(item, Statement) else ()
            answer = SKIPS.get(item.text, 0 if isinstance(item, Scale) else Aside.SKIP)
            if isinstance(item, Notice):
                answer = None
            elif isinstance(item, Statement) and item.text not in SKIPS:
                return said
    except StopIteration:
        return said


@pytest.mark.parametrize("name", HISTORIES)
def test_everything_that_speaks_says_the_same(commands: Commands, name: str) -> None:
    commands.tell(HISTORIES[name])
    commands.at("2026-11-02 09:00")
    with open_context(commands.place, open=ROUTINES.get, now=commands.wall) as here:
        judged = here.judged()
        gravest = judged.findings[0]
        assert gravest.level.rank >= Level.GENTLE.rank
        library = today_lines(lately(here).hints, TITLES, 76, most=4).plain
        shown = judged_lines(judged, 76, airy=False)
        assert shown
        spoken = {
            "today": commands("today"),
            "why": commands("today --why"),
            "json": commands("today --json --why"),
            "history": commands("history"),
            "report": commands("report"),
            "library": library,
            "the screen of history": shown.plain,
            "after": "\n".join(one.sentence for one in worth_saying(judged)),
            **({"signs": commands("signs")} if gravest.kind is Kind.SIGN else {}),
            **{f"before {one}": "\n".join(checked(here, one)) for one in ("hip-core-strength", "return-to-run-1")},
        }
        if here.readings():
            means = meaning_of_reading(here, here.readings()[-1], here.unit or Unit.KM)
            spoken["right after"] = "\n".join(one.sentence for one in means.advice)
        for where, text in spoken.items():
            assert flat(gravest.sentence) in flat(text), where
            if not where.startswith("before"):
                for one in re.findall(r"hiproutine play ([a-z0-9-]+)", text):
                    assert judged.allows(one, LOADS[one]), (where, one)
        for one, title in TITLES.items():
            assert f"{title}  " not in library or judged.allows(one, LOADS[one])
        calendar = commands("today --ics")
        for event in calendar.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
            for one in re.findall(r"hiproutine play ([a-z0-9-]+)", event):
                assert LOADS[one] not in judged.against or "STATUS:CANCELLED" in event
        assert judged.suits is None or judged.allows(judged.suits, LOADS[judged.suits])
        assert judged.allows("return-to-run-1", Load.HIGH) is False
