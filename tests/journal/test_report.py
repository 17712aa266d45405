"""What is counted, and the page that is made of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.readings import Moment, Side
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Onset, Outing, Sport
from hiproutine.journal.history_numbers import Point, Spread, month, pain_series, spread, week_of, weeks
from hiproutine.journal.outings import add_onset, add_outing
from hiproutine.journal.pain_facts import answer_flags
from hiproutine.journal.past_reactions import reactions
from hiproutine.journal.records import PAIN, Progress, State
from hiproutine.journal.report import collect, escaped, report
from hiproutine.journal.store import Journal
from hiproutine.play.events import Outcome
from tests.journal.shelf import NOON, Wall, flag, interval_record, keep_session, reading, session_record, uuid_of

DAY = timedelta(days=1)


def test_a_month_has_every_day_with_what_was_done_on_it() -> None:
    sessions = [
        session_record(1, NOON, outcome=State.FINISHED, progress=Progress(active_seconds=60)),
        session_record(2, NOON, outcome=State.ENDED_EARLY, progress=Progress(active_seconds=30)),
    ]
    days = month(sessions, 2026, 3)
    assert len(days) == 31
    assert [day.date.day for day in days if day.sessions] == [11]
    assert (days[10].finished, days[10].active_seconds) == (1, 90)
    assert len(month([], 2028, 2)) == 29


def test_a_day_is_the_day_where_it_was_played() -> None:
    late = NOON.replace(hour=0, minute=30)
    assert [day.date.day for day in month([session_record(1, late)], 2026, 3) if day.sessions] == [11]


def test_weeks_run_from_monday_and_count_days_not_streaks() -> None:
    monday = NOON - 2 * DAY
    sessions = [
        session_record(1, monday, outcome=State.FINISHED),
        session_record(2, monday + timedelta(hours=1), outcome=State.ENDED_EARLY),
        session_record(3, monday + 6 * DAY, outcome=State.INTERRUPTED),
        session_record(4, monday - timedelta(hours=13), outcome=State.FINISHED),
    ]
    before, this = weeks(sessions, NOON.date(), 2)
    assert (this.first, this.sessions, this.days) == (date(2026, 3, 9), 3, 2)
    assert (this.finished, this.ended_early, this.unfinished) == (1, 1, 1)
    assert (before.first, before.sessions) == (date(2026, 3, 2), 1)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_monday_is_in_the_week_of_its_day(day: date) -> None:
    monday = week_of(day)
    assert monday.weekday() == 0
    assert 0 <= (day - monday).days <= 6


def test_a_series_has_the_highest_of_each_day() -> None:
    readings = [
        reading(2, Moment.AFTER, NOON, side=Side.LEFT),
        reading(5, Moment.AFTER, NOON, side=Side.BOTH),
        reading(9, Moment.AFTER, NOON, side=Side.RIGHT),
        reading(1, Moment.AFTER, NOON - DAY, side=Side.LEFT),
        reading(8, Moment.BEFORE, NOON, side=Side.LEFT),
    ]
    today = NOON.date()
    assert pain_series(readings, Moment.AFTER, Side.LEFT) == (Point(today - DAY, 1), Point(today, 5))
    assert pain_series(readings, Moment.AFTER) == (Point(today - DAY, 1), Point(today, 9))
    assert pain_series([], Moment.AFTER) == ()


def test_a_spread_is_median_range_and_count() -> None:
    assert spread([]) is None
    assert spread([3]) == Spread(3.0, 3, 3, 1)
    assert spread([7, 0, 3, 4]) == Spread(3.5, 0, 7, 4)


@pytest.mark.parametrize(
    ("before", "after", "reacted"),
    [
        ((2, Side.LEFT), (4, Side.LEFT), True),
        ((2, Side.LEFT), (3, Side.LEFT), False),
        ((2, Side.LEFT), (5, Side.RIGHT), False),
        ((0, None), (2, Side.LEFT), True),
        ((2, Side.BOTH), (4, Side.LEFT), True),
        ((2, Side.LEFT), (4, None), True),
        ((8, Side.LEFT), (10, Side.LEFT), True),
    ],
)
def test_a_reaction_is_two_points_more_on_the_same_side(
    before: tuple[int, Side | None], after: tuple[int, Side | None], reacted: bool
) -> None:
    readings = [
        reading(after[0], Moment.AFTER, NOON + DAY / 24, side=after[1], session="s"),
        reading(before[0], Moment.BEFORE, NOON, side=before[1], session="s"),
    ]
    assert bool(reactions(readings)) is reacted


def test_readings_without_a_session_or_of_another_make_no_reaction() -> None:
    assert reactions([reading(0, Moment.BEFORE, session="a"), reading(5, Moment.AFTER, session="b")]) == ()
    assert reactions([reading(0, Moment.BEFORE), reading(9, Moment.AFTER)]) == ()


def test_an_empty_report_is_a_page_too(journal: Journal) -> None:
    page = report(collect(journal, 4))
    assert page.startswith("# Hip routines, 2026-02-12 to 2026-03-11\n\nGeneral information, not medical advice.\n")
    assert "0 sessions in 4 weeks, 0 a week, 0 min active." in page
    assert "Nothing reacted, by 2 points" in page
    for nothing in ("No pain was recorded.", "Nothing was skipped.", "None were answered.", "There are no notes."):
        assert nothing in page


def test_a_report_says_everything_a_physiotherapist_asks(journal: Journal, wall: Wall) -> None:
    record = session_record()
    keep_session(
        journal,
        record,
        interval_record(record.id, 0, name="Clam", side="left", outcome=Outcome.SKIPPED, reason=PAIN),
        interval_record(record.id, 1, name="Clam", side="left", outcome=Outcome.SKIPPED),
        interval_record(record.id, 2, name="Rest", kind="rest", outcome=Outcome.SKIPPED),
        seconds=600,
    )
    keep_session(journal, session_record(2, NOON - 60 * DAY))
    journal.add_reading(reading(2, Moment.BEFORE, side=Side.LEFT, session=record.id))
    journal.add_reading(reading(5, Moment.AFTER, side=Side.LEFT, session=record.id, note="a bit *sore*"))
    journal.answer_flag(flag(1))
    page = report(collect(journal, 2))
    assert "| 2026-03-05 | 1 | 1 | 0 | 0 | 1 | 10 min |" in page
    assert "1 session in 2 weeks, 0.5 a week, 10 min active." in page
    assert "| after | left | 5 | 5 to 5 | 1 |" in page
    assert "- 2026-03-11, Hips, left: 2 of 10 before, 5 of 10 after." in page
    assert "| Clam | left side | 2 × | 1 × |" in page
    assert "| Rest" not in page
    assert "- 2026-03-11: night\\-pain, stands since then." in page
    assert "a bit \\*sore\\*" in page


def test_sessions_that_were_made_easier_say_how(journal: Journal) -> None:
    keep_session(journal, session_record(1, title="Hips, easier", cut="half the range, without Pigeon *pose*"))
    keep_session(journal, session_record(2))
    page = report(collect(journal, 1))
    assert "min active.\n\n- 2026-03-11, Hips, easier: half the range, without Pigeon \\*pose\\*.\n\n##" in page


def test_signs_that_stand_are_in_the_report_whenever_they_were_ticked(journal: Journal) -> None:
    journal.answer_flag(flag(1, NOON - 60 * DAY, flag="long-limp"))
    journal.answer_flag(flag(2, NOON - 60 * DAY, flag="swelling", checked_on=NOON))
    journal.answer_flag(flag(3, NOON - 60 * DAY, flag="too-long", checked_on=NOON - 50 * DAY))
    journal.answer_flag(flag(4, flag="rest-or-night", taken_back_on=NOON))
    journal.answer_flag(flag(5, flag="fall-or-pop", answer=False))
    journal.answer_flag(flag(6, flag="notice-read", answer=False))
    page = report(collect(journal, 1))
    assert page.split("## Warning signs\n\n")[1].split("\n\n")[0].splitlines() == [
        "- 2026-01-10: “A limp for more than a day”, stands since then.",
        "- 2026-01-10: “Swelling around the hip”, checked by a professional on 2026-03-11.",
        "- 2026-03-11: “Pain at rest, or pain that wakes me at night”, ticked by mistake, taken back on 2026-03-11.",
    ]
    assert "notice\\-" not in page


def test_a_report_says_how_often_nothing_was_ticked(journal: Journal) -> None:
    journal.answer_flag(flag(1, flag="swelling", answer=False))
    journal.answer_flag(flag(2, flag="long-limp", answer=False))
    journal.answer_flag(flag(3, NOON + DAY, flag="long-limp", answer=False))
    assert "None stands; asked 2 times in these weeks." in report(collect(journal, 1))


@pytest.mark.parametrize(
    "nasty",
    ["# head", "| cell", "[a](http://b)", "<script>", "`code`", "a\n\n# b",
     "\x1b[2J", "**x**", "![i](j)", "a\\", "\u202e"],
)  # fmt: skip
def test_text_of_a_person_does_nothing_on_the_page(journal: Journal, nasty: str) -> None:
    record = session_record(title=nasty)
    skipped = interval_record(record.id, name=nasty, outcome=Outcome.SKIPPED)
    keep_session(journal, record, skipped)
    journal.add_reading(reading(note=nasty))
    journal.answer_flag(flag(3, flag=nasty))
    page = report(collect(journal, 1))
    plain = report(collect(Journal(journal.path.with_name("none"), now=journal.now), 1))
    assert [line for line in page.splitlines() if line.startswith("#")] == [
        line for line in plain.splitlines() if line.startswith("#")
    ]
    assert all(c.isprintable() or c == "\n" for c in page)
    assert "<script>" not in page
    assert "](" not in page


@given(st.text())
def test_escaped_text_is_one_line_without_bare_markup(text: str) -> None:
    result = escaped(text)
    assert result.isprintable()
    bare = result.replace("\\\\", "")
    for mark in "`*_[]<>|#":
        assert bare.count(mark) == bare.count(f"\\{mark}")


def test_only_the_weeks_asked_for_are_in_the_report(journal: Journal, wall: Wall) -> None:
    for number, days in enumerate((6, 7)):
        wall.now = NOON - days * DAY
        keep_session(journal, session_record(number, wall.now))
    wall.now = NOON
    material = collect(journal, 1)
    assert [session.id for session in material.sessions] == [uuid_of(0)]
    assert material.weeks == 1


def test_its_weeks_are_those_of_runs_by_days_that_begin_at_four(journal: Journal, wall: Wall) -> None:
    for number, hours in enumerate((7.9, 8.1)):  # six days ago, just after four in the morning, and just before
        wall.now = NOON - 6 * DAY - timedelta(hours=hours)
        add_outing(journal, Outing(str(number), wall.now, Sport.RUN, 5000))
        keep_session(journal, session_record(number, wall.now))
    wall.now = NOON
    page = report(collect(journal, 2))
    for day in ("2026-02-26", "2026-03-05"):
        assert f"| {day} | 1 | 5.0 km | 0 | not said |" in page
        assert f"| {day} | 1 | 1 |" in page
    wall.now = NOON.replace(hour=2)
    assert "# Hip routines, 2026-03-04 to 2026-03-10" in report(collect(journal, 1))


def test_a_report_adds_runs_up_by_weeks_and_says_when_pain_began(journal: Journal) -> None:
    assert "None was written down." in report(collect(journal, 2))
    add_onset(journal, Onset("o", NOON - 3 * DAY))
    for number, (days, sport, metres, pain) in enumerate(
        [(0, Sport.RUN, 5000, 2), (1, Sport.RUN, 5300, 4), (1, Sport.YOGA, None, None), (20, Sport.RUN, 9000, 9)]
    ):
        add_outing(journal, Outing(str(number), NOON - days * DAY, sport, metres, pain=pain))
    page = report(collect(journal, 2))
    assert "Pain began on 2026-03-08, as it was noted." in page
    assert "| 2026-02-26 | 0 | 0.0 km | 0 | not said |" in page
    assert "| 2026-03-05 | 2 | 10.3 km | 1 | 4 |" in page


def test_runs_and_pain_stand_over_each_other_on_one_axis(journal: Journal) -> None:
    add_outing(journal, Outing(uuid_of(50), NOON - 2 * DAY, Sport.RUN, 8000, pain=3))
    add_outing(journal, Outing(uuid_of(51), NOON, Sport.RUN, None, 1800))
    journal.add_reading(reading(1, Moment.MORNING, NOON - DAY))
    page = report(collect(journal, 2))
    picture = page.partition("```text\n")[2].partition("\n```")[0].splitlines()
    assert [line.rstrip() for line in picture] == [
        "runs     8            ▇",
        "km       0            █ ?",
        "before   5",
        "none     0",
        "after    5            ▁",
        "last 3   0            █",
        "morning  5",
        "last 1   0             ▃",
        "           02-26  03-05",
    ]
    assert "```" not in report(collect(journal.__class__(journal.path.with_name("none"), now=journal.now), 2))


def test_a_sign_that_stands_is_the_first_that_stands_out(journal: Journal) -> None:
    answer_flags(journal, frozenset({"swelling"}), NOON - DAY)
    part = report(collect(journal, 1)).partition("## What stands out on the last day")[2].partition("##")[0]
    assert part.strip().startswith("- Please see a doctor or physiotherapist, within days")


def test_distances_of_the_page_are_in_the_unit_of_the_settings(journal: Journal) -> None:
    add_outing(journal, Outing(uuid_of(50), NOON, Sport.RUN, 16093.44))
    assert "10.0 miles" in report(collect(journal, 1, Unit.MILES))
