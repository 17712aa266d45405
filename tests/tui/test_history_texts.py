"""What looking back says, as texts: a month, the chart, the answers, a line of the list, a session."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.readings import Feel, Moment, Reading, Side, Stiffness
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.journal.day_lanes import LABELS, bar, scale
from hiproutine.journal.history import SessionLine, month_of, recent
from hiproutine.journal.history_numbers import Mark, fortnight
from hiproutine.journal.outings import add_outing
from hiproutine.journal.records import PAIN, IntervalRecord, Progress, SessionDetail, SessionRecord, State
from hiproutine.journal.store import Journal
from hiproutine.play.events import Outcome
from hiproutine.tui.history.answers import doing, fortnight_text, getting_better, labelled
from hiproutine.tui.history.dates import WEEKDAYS, day_text, listed_day, month_beside, month_text, time_text, whole_day
from hiproutine.tui.history.layout import PARTS, keys_line, shape_of
from hiproutine.tui.history.month import NARROWEST, calendar, legend, marks_of
from hiproutine.tui.history.pain_chart import chart
from hiproutine.tui.history.session_text import list_heading, pain_text, parts_of, session_content, session_row
from tests.journal.shelf import NOON, PLAN, interval_record, keep_session, reading, session_record, uuid_of

TODAY = NOON.date()
DAY = timedelta(days=1)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Some days of March, with a reaction on the 10th, and pain on the 6th."""
    journal = Journal(tmp_path / "journal.sqlite3", now=lambda: NOON)
    keep_session(journal, session_record(1, NOON - 9 * DAY), seconds=600)
    keep_session(journal, session_record(2, NOON - 7 * DAY), outcome=State.ENDED_EARLY, seconds=90)
    keep_session(journal, session_record(3, NOON - DAY, title="[b]Hips\x1b"), seconds=3700)
    journal.add_reading(reading(6, at=NOON - 5 * DAY))
    journal.add_reading(reading(1, Moment.BEFORE, NOON - DAY, session=uuid_of(3), side=Side.LEFT))
    journal.add_reading(reading(4, Moment.AFTER, NOON - DAY * 0.95, session=uuid_of(3), side=Side.LEFT))
    return journal


def plain(lines: str) -> list[str]:
    return [line.rstrip() for line in lines.splitlines()]


def test_a_month_has_a_mark_a_day_and_brackets_around_today(journal: Journal) -> None:
    text = calendar(month_of(journal, date(2026, 3, 1), NOON), TODAY).plain
    assert plain(text) == [
        " March 2026",
        " Mo  Tu  We  Th  Fr  Sa  Su",
        "                          1·",
        "  2●  3·  4◐  5·  6△  7·  8·",
        "  9· 10▲[11 ]12  13  14  15",
        " 16  17  18  19  20  21  22",
        " 23  24  25  26  27  28  29",
        " 30  31",
    ]


@pytest.mark.parametrize("day", [date(2026, 3, 15), date(2026, 3, 31), date(2026, 3, 1)])
def test_brackets_close_at_the_ends_of_weeks_and_months(journal: Journal, day: date) -> None:
    text = calendar(month_of(journal, date(2026, 3, 1), NOON), day, NARROWEST).plain
    assert f"[{day.day:>2}" in text
    assert text.count("]") == 1


@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)), st.integers(NARROWEST, 8), st.integers(0, 6))
def test_every_week_stands_under_its_days(first: date, cell: int, begin: int) -> None:
    empty = Journal(Path("/nowhere/journal"), now=lambda: NOON)
    shown = month_of(empty, first.replace(day=1), NOON)
    heads, *weeks = calendar(shown, first, cell, begin).plain.splitlines()[1:]
    assert heads.split() == [name[:2] for name in (*WEEKDAYS[begin:], *WEEKDAYS[:begin])]
    for place, week in enumerate(weeks):
        for column in range(7):
            number = week[column * cell + 1 : column * cell + 3].strip()
            if number:
                day = shown.first.replace(day=int(number))
                assert (day.weekday() - begin) % 7 == column
                assert (day.day + (shown.first.weekday() - begin) % 7 - 1) // 7 == place
    for week in weeks:
        for column in range(1, len(week), cell):
            assert week[column : column + 2] == "  " or week[column : column + 2].strip().isdecimal()
            assert heads[column : column + 2].isalpha()


@pytest.mark.parametrize("width", [30, 56, 76, 200])
def test_the_legend_names_every_mark_within_the_width(width: int) -> None:
    text = legend(width).plain
    assert max(map(len, text.splitlines())) <= width
    for mark, word in zip("●◐·▲△", ("done", "not to its end", "rest", "reacted", "pain 6 or more"), strict=True):
        assert f"{mark} {word}" in text


@pytest.mark.parametrize("rows", [2, 3, 4])
@pytest.mark.parametrize("top", [5, 10])
def test_every_score_has_a_bar_of_its_own_that_leaves_room_above(rows: int, top: int) -> None:
    bars = [bar(score, rows, top) for score in range(top + 1)]
    assert len(set(bars)) == top + 1
    heights = [sum(" ▁▂▃▄▅▆▇█".index(cell) for cell in one) for one in bars]
    assert heights == sorted(heights)
    assert heights[0] == 1
    assert heights[-1] == rows * 8 - 1
    assert bar(None, rows, top) == " " * rows


def test_the_scale_is_five_where_that_is_enough() -> None:
    assert [scale(scores) for scores in ([], [0, 5], [6], [10])] == [5, 5, 10, 10]


def test_the_chart_has_a_lane_a_moment_and_a_column_a_day() -> None:
    readings = [
        reading(5, Moment.BEFORE, NOON - 2 * DAY, side=Side.LEFT),
        reading(2, Moment.AFTER, NOON - 9 * DAY, side=Side.RIGHT),
        reading(0, Moment.MORNING, NOON),
        reading(9, Moment.OTHER, NOON),
    ]
    assert plain(chart(readings, TODAY, None, LABELS + 15).plain) == [
        "Pain, 0 to 10  both sides",
        "before   5        ▇",
        "last 5   0        █",
        "after    5",
        "last 2   0 ▆",
        "morning  5",
        "last 0   0          ▁",
        "           2 Mar  9 Mar",
    ]
    left = plain(chart(readings, TODAY, Side.LEFT, LABELS + 15).plain)
    assert left[0] == "Pain, 0 to 10  ◀ left side"
    assert left[3:5] == ["after    5", "none     0"]
    assert len(chart(readings, TODAY, None, 10, 3).plain.splitlines()) == 3 * 3 + 2 + 2


def test_the_chart_does_not_show_what_comes_after_its_last_day() -> None:
    later = [reading(9, Moment.BEFORE, NOON + DAY)]
    assert "none" in chart(later, TODAY, None, 60).plain


@pytest.mark.parametrize("columns", range(10, 210, 13))
def test_the_chart_is_no_wider_than_its_room(columns: int) -> None:
    text = chart([reading(3, Moment.BEFORE)], TODAY, None, columns).plain
    assert max(map(len, text.splitlines())) <= max(columns, LABELS + 15)


def test_the_weeks_are_told_by_days_and_rest_is_a_dot(journal: Journal) -> None:
    first, second = plain(doing(recent(journal, NOON), 76).plain)
    assert first == "Weeks    This week 1 session on 1 day, 1 h 02 min; last week 2 on 2, 12 min."
    assert second == "         ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ·  ●●  [●]   days a week"


def test_a_week_without_sessions_is_none_and_no_reproach(tmp_path: Path) -> None:
    nothing = recent(Journal(tmp_path / "none", now=lambda: NOON), NOON)
    assert plain(doing(nothing, 76).plain)[0] == "Weeks    This week none; last week none."
    assert doing(nothing, 20).plain.count("·") == 1
    assert plain(getting_better(nothing, NOON, None, 76).plain) == [
        "Pain     Too few scores to compare two weeks: each needs 3.",
        "Reacted  Not in the last 13 weeks, by what was said.",
    ]


def test_the_newest_reaction_is_named_with_its_numbers(journal: Journal) -> None:
    found = recent(journal, NOON)
    assert "Reacted  Tue 10 Mar, [b]Hips\\x1b, left: 1 → 4 of 10." in getting_better(found, NOON, None, 76).plain
    assert "Not in the last 13 weeks" in getting_better(found, NOON, Side.RIGHT, 76).plain


def test_two_weeks_are_said_with_their_means_and_a_word() -> None:
    readings = [reading(4, Moment.BEFORE, NOON - n * DAY) for n in range(7, 10)]
    readings += [reading(score, Moment.MORNING, NOON - n * DAY) for n, score in enumerate((1, 2, 1))]
    assert fortnight_text(fortnight(readings, NOON)) == "Mean of 7 days, before and mornings: 4.0 → 1.3, easier."


def test_an_answer_keeps_to_its_column() -> None:
    text = labelled("Pain", "one two three four five six seven eight nine", 31).plain.splitlines()
    assert text == ["Pain     one two three four", "         five six seven eight", "         nine"]


def line(*readings: Reading, **more: Any) -> SessionLine:
    record = session_record(1, NOON, outcome=State.FINISHED, progress=Progress(active_seconds=265), **more)
    return SessionLine(record, readings, False)


@pytest.mark.parametrize(
    ("scores", "words", "short"),
    [
        ((2, 4), " 2 → 4 worse by 2", " 2 → 4"),
        ((10, 0), "10 → 0 easier by 10", "10 → 0"),
        ((3, 3), " 3 → 3 same", " 3 → 3"),
        ((3, None), "before 3", "before 3"),
        ((None, 3), "after 3", "after 3"),
        ((None, None), "", ""),
    ],
)
def test_pain_in_a_line(scores: tuple[int | None, int | None], words: str, short: str) -> None:
    moments = (Moment.BEFORE, Moment.AFTER)
    readings = [reading(score, moment) for score, moment in zip(scores, moments, strict=True) if score is not None]
    assert pain_text(readings) == words
    assert pain_text(readings, words=False) == short


def test_lines_of_the_list_say_as_much_as_fits() -> None:
    said = (reading(2, Moment.BEFORE), reading(4, Moment.AFTER))
    whole = session_row(line(*said), 74, TODAY).plain
    assert whole.rstrip() == "●  Wed 11 Mar 12:00   Hips" + " " * 20 + "   4:25   2 → 4 worse by 2"
    assert session_row(line(*said), 54, TODAY).plain.rstrip().endswith("4:25   2 → 4")
    assert "12:00" not in session_row(line(*said), 54, TODAY).plain
    assert session_row(line(*said), 74, date(2027, 1, 1)).plain.startswith("●  11 Mar 2026 12:00  Hips")


@pytest.mark.parametrize("width", [50, 60, 74, 96, 160])
def test_the_heading_stands_over_the_ends_of_the_lines(width: int) -> None:
    said = (reading(2, Moment.BEFORE), reading(10, Moment.AFTER))
    head, under = list_heading(20_000, width).plain, session_row(line(*said), width, TODAY).plain
    assert len(head) == len(under)
    assert head.index("played") + len("played") == under.index("4:25") + len("4:25")
    assert head.index("pain") == under.index("2 →")
    assert head.startswith("20000 sessions")
    assert list_heading(0, width).plain.startswith("No sessions yet.")


@given(st.text(max_size=40), st.integers(46, 200), st.sampled_from(State))
def test_a_line_is_one_line_whatever_the_title(title: str, width: int, state: State) -> None:
    record = session_record(1, NOON, title=title, outcome=state)
    text = session_row(SessionLine(record, (), True), width, TODAY)
    assert text.cell_length <= width
    assert "\n" not in text.plain
    assert text.plain.isprintable()
    assert ("ended early" in text.plain) == (state is State.ENDED_EARLY) or title


def detail(*ended: IntervalRecord, readings: tuple[Reading, ...] = (), **more: Any) -> SessionDetail:
    values: dict[str, Any] = {
        "outcome": State.FINISHED,
        "ended_at": NOON + timedelta(minutes=12),
        "progress": Progress(active_seconds=60),
        **more,
    }
    return SessionDetail(session_record(1, **values), ended, readings, PLAN)


def test_a_session_says_what_was_done_of_what_was_planned() -> None:
    ended = [interval_record("s", number) for number in range(6)]
    text = plain(session_content(detail(*ended), 80).plain)
    assert text[:4] == [
        "Hips",
        "Wednesday 11 March 2026, 12:00 to 12:12 · low load",
        "",
        "Done. 1 minute played of 1:00 planned, 6 of 6 steps whole.",
    ]
    assert text[5:7] == ["Steps", "✓ S0  10 s"]


def test_a_session_that_ended_early_says_what_is_missing_and_why() -> None:
    ended = [
        interval_record("s", 0),
        interval_record("s", 1, seconds=0.0, outcome=Outcome.SKIPPED, reason=PAIN),
        interval_record("s", 2, seconds=4.0, outcome=Outcome.LEFT),
    ]
    progress = Progress(active_seconds=14, pauses=2, adjusted=-10.0)
    text = plain(session_content(detail(*ended, outcome=State.ENDED_EARLY, progress=progress), 80).plain)
    assert "Ended early. 14 seconds played of 1:00 planned, 1 of 6 steps whole, 2 pauses, 10 s taken off." in text
    assert text[text.index("Steps") + 1 :] == [
        "✓ S0  10 s",
        "– S1  skipped, it hurt",
        "◐ S2  4 s, not to its end",
        "· S3  not reached",
        "· S4  not reached",
        "· S5  not reached",
    ]


def test_the_last_end_of_an_interval_counts() -> None:
    again = [interval_record("s", 0, outcome=Outcome.SKIPPED), interval_record("s", 1, index=0, outcome=Outcome.DONE)]
    assert parts_of(detail(*again))[0].outcome is Outcome.DONE


def test_sides_and_sets_have_their_own_numbers_without_a_plan_too() -> None:
    ended = [
        interval_record("s", number, name="Clam", step=1, side=side, set=number // 2 + 1, outcome=outcome, seconds=30.0)
        for number, (side, outcome) in enumerate(
            [("left", Outcome.DONE), ("right", Outcome.DONE), ("left", Outcome.DONE), ("right", Outcome.SKIPPED)]
        )
    ]
    found = SessionDetail(session_record(), tuple(ended), (), None)
    text = session_content(found, 90).plain
    assert "◐ Clam  left 2 of 2 sets, 1 min   right 1 of 2 sets, 30 s, 1 skipped" in text
    narrow = plain(session_content(found, 40).plain)
    assert narrow[-2:] == ["        right 1 of 2 sets, 30 s, 1", "        skipped"]


def test_the_pain_of_a_session_is_said_in_numbers_and_words() -> None:
    readings = (
        reading(4, Moment.MORNING, NOON + DAY, session="s", stiffness=Stiffness.MORE),
        reading(2, Moment.BEFORE, NOON, session="s", side=Side.LEFT, masked=True),
        reading(5, Moment.AFTER, NOON, session="s", worst=7, limp=True, effort=6, note="so\nso"),
        reading(3, Moment.DURING, NOON, feel=Feel.SHARP),
    )
    text = plain(session_content(detail(readings=readings), 96).plain)
    start = text.index("Pain, 0 to 10")
    assert text[start + 1 : start + 5] == [
        "before    2 slight            ◀ left side, after a pain reliever",
        "during    3 noticeable        sharp",
        "after     5 hard to ignore    worse by 3, worst 7, effort 6 of 10, a limp, “so\\nso”",
        "morning   4 nagging           stiffer",
    ]
    assert "▲ It reacted: 2 of 10 before, 5 of 10 after, 7 at worst, a limp." in text


def test_advice_and_decision_are_shown_as_written() -> None:
    text = session_content(detail(advice="[b]Rest[/b]", note="Start anyway\x1b", cut="half the [b]range"), 80).plain
    assert "Advice before it  [b]Rest[/b]" in text
    assert "Note  Start anyway\\x1b" in text
    assert "Made easier  half the [b]range." in text


@given(st.text(min_size=1, max_size=60), st.integers(30, 120))
def test_a_session_of_any_text_can_be_shown(text: str, width: int) -> None:
    ended = (interval_record("s", 0, name=text, outcome=Outcome.SKIPPED, reason=text),)
    found = SessionDetail(_titled(text), ended, (reading(1, note=text),), None)
    assert all(c.isprintable() or c == "\n" for c in session_content(found, width).plain)


def _titled(text: str) -> SessionRecord:
    return session_record(title=text, advice=text, note=text, load=text, cut=text)


def test_days_are_said_in_english_everywhere() -> None:
    day = date(2026, 3, 1)
    assert (month_text(day), whole_day(day), time_text(NOON)) == ("March 2026", "Sunday 1 March 2026", "12:00")
    assert (day_text(day, TODAY), day_text(day, date(2027, 1, 1))) == ("Sun 1 Mar", "1 Mar 2026")
    assert (month_beside(day, -3), month_beside(day, 10)) == (date(2025, 12, 1), date(2027, 1, 1))
    assert (listed_day(day, TODAY), listed_day(day, date(2027, 1, 1))) == ("Sun  1 Mar ", " 1 Mar 2026")


@pytest.mark.parametrize(
    ("size", "in_parts", "beside"),
    [((60, 20), True, False), ((80, 24), False, False), ((80, 23), True, False), ((79, 40), True, False),
     ((100, 24), False, True), ((200, 60), False, True)],
)  # fmt: skip
def test_a_room_is_used_as_it_allows(size: tuple[int, int], in_parts: bool, beside: bool) -> None:
    shape = shape_of(*size)
    assert (shape.in_parts, shape.beside) == (in_parts, beside)
    if not in_parts:
        assert 7 * shape.cell + shape.chart < size[0]
    for part in (*PARTS, ""):
        assert len(keys_line(part, {}).plain) <= 60


def ran(days: float, metres: float | None = 5000, sport: Sport = Sport.RUN, pain: int | None = None) -> Outing:
    """An outing so many days ago."""
    return Outing(uuid_of(int(days * 10) + 100), NOON - days * DAY, sport, metres, 1800, pain=pain)


def test_a_day_with_a_run_is_no_rest(journal: Journal) -> None:
    for one in (ran(8), ran(1), ran(6, sport=Sport.WALK), ran(0, pain=7), ran(2, pain=7)):
        add_outing(journal, one)
    month = month_of(journal, date(2026, 3, 1), NOON)
    assert plain(calendar(month, TODAY).plain)[2:5] == [
        "                          1·",
        "  2●  3»  4◐  5›  6△  7·  8·",
        "  9▲ 10▲[11▲]12  13  14  15",
    ]
    assert {Mark.RAN, Mark.ACTIVE} <= marks_of(month, TODAY)


@pytest.mark.parametrize("width", [30, 56, 76, 100, 200])
def test_the_legend_tells_of_runs_where_there_are_some(width: int) -> None:
    text = legend(width, {Mark.RAN, Mark.ACTIVE}).plain
    assert max(map(len, text.splitlines())) <= width
    assert "» run" in text
    assert "› other" in text
    assert len(text.splitlines()) == 1 or width < 76


def test_runs_stand_over_the_pain_on_the_same_days() -> None:
    readings = [reading(2, Moment.AFTER, NOON - 2 * DAY)]
    outings = [ran(2, 8000), ran(3, None), ran(4, 3000, Sport.WALK), ran(9, 16_000)]
    lines = plain(chart(readings, TODAY, None, LABELS + 15, outings=outings).plain)
    assert lines[:5] == [
        "runs    16 ▇",
        "km       0 █     ?█",
        "Pain, 0 to 10  both sides",
        "before   5",
        "none     0",
    ]
    assert lines[6] == "last 2   0        ▆"
    miles = plain(chart(readings, TODAY, None, LABELS + 15, outings=outings, unit=Unit.MILES).plain)
    assert miles[:2] == ["runs    10 ▇", "miles    0 █     ?▇"]


def test_the_weeks_tell_of_runs_beside_sessions(journal: Journal) -> None:
    for one in (ran(0), ran(1, None), ran(8)):
        add_outing(journal, one)
    first = " ".join(plain(doing(recent(journal, NOON), 76).plain)[:2])
    assert "Runs: 2, 5.0 km; last week 1, 5.0 km." in " ".join(first.split())


def test_weeks_of_runs_alone_say_so(tmp_path: Path) -> None:
    place = Journal(tmp_path / "runs.sqlite3", now=lambda: NOON)
    add_outing(place, ran(0))
    first = plain(doing(recent(place, NOON), 76).plain)[0]
    assert first == "Weeks    No routine. Runs this week: 1, 5.0 km; last week none."


def test_without_a_session_the_list_says_where_runs_stand() -> None:
    assert "No sessions yet" in list_heading(0, 80).plain
    assert "runs stand in the month" in list_heading(0, 80, ran=True).plain


def test_the_pain_of_a_run_stands_in_the_lane_of_what_was_said_after(journal: Journal) -> None:
    add_outing(journal, ran(2, pain=4))
    month = month_of(journal, date(2026, 3, 1), NOON)
    lines = plain(chart(month.readings, TODAY, None, LABELS + 15, outings=month.outings).plain)
    assert "last 4" in lines[6]
