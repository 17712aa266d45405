"""The morning after, and which days it is asked about: midnight, 04:00, 36 hours, clock changes, two zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hiproutine.advice.pain.advice import Level
from hiproutine.advice.pain.days import begin_of, day_of
from hiproutine.advice.pain.morning import Played, good_morning, mornings_due, next_morning
from hiproutine.advice.pain.readings import Moment, Reading, Stiffness
from tests.advice.pain.answers import said, session

GO, WATCH, REST = Level.GO, Level.GO_WATCHING, Level.REST_INSTEAD
LESS, USUAL, MORE = Stiffness
BERLIN, TOKYO, LOS_ANGELES = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Los_Angeles")


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    """A moment of 2026 by a local clock: `05-20 18:00`."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=zone)


def due(ended: str, now: str, *answered: str, zone: ZoneInfo = BERLIN, skipped: tuple[str, ...] = ()) -> list[str]:
    """The days asked about at `now`, after sessions that ended at moments parted by commas."""
    played = [Played(f"s{number}", at(one, zone)) for number, one in enumerate(ended.split(", "))]
    mornings = [said(1, Moment.MORNING, at(one, zone)) for one in answered]
    found = mornings_due(played, mornings, at(now, zone), zone, [at(one, zone) for one in skipped])
    return [f"{one.day:%m-%d}" for one in found]


@pytest.mark.parametrize(
    ("before", "score", "stiffness", "level"),
    [
        (2, 2, USUAL, GO),
        (2, 0, LESS, GO),
        (2, 2, None, GO),
        (5, 5, USUAL, GO),
        (2, 3, USUAL, WATCH),
        (2, 2, MORE, WATCH),
        (3, 2, MORE, WATCH),
        (3, 3, MORE, REST),
        (2, 4, USUAL, REST),
        (0, 2, LESS, REST),
        (6, 6, USUAL, REST),
        (None, 0, USUAL, GO),
        (None, 1, USUAL, WATCH),
        (None, 5, None, WATCH),
        (None, 0, MORE, WATCH),
        (None, 3, MORE, REST),
    ],
)
def test_the_morning_is_good_or_repeats_or_rests(
    before: int | None, score: int, stiffness: Stiffness | None, level: Level
) -> None:
    morning = said(score, Moment.MORNING, stiffness=stiffness)
    assert next_morning(None if before is None else said(before), morning).level is level


def test_the_reasons_of_a_morning_name_the_change_and_the_stiffness() -> None:
    before, morning = said(1), said(2, Moment.MORNING, stiffness=MORE)
    reason = next_morning(before, morning).because[0]
    assert reason.ids == (before.id, morning.id)
    assert reason.text == "before 1, this morning 2, worse by 1, stiffer than usual"


def test_a_morning_nobody_answered_is_not_a_good_one() -> None:
    assert not good_morning(session(before=said(1)))
    assert good_morning(session(before=said(1), morning=said(1, Moment.MORNING)))


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("05-20 18:01", []),
        ("05-20 23:59", []),
        ("05-21 00:01", []),
        ("05-21 03:59", []),
        ("05-21 04:00", ["05-20"]),
        ("05-22 03:59", ["05-20"]),
        ("05-22 06:00", ["05-20"]),
        ("05-22 06:01", []),
        ("05-19 12:00", []),
    ],
)
def test_a_day_is_asked_about_from_four_in_the_morning_up_to_36_hours_after(now: str, days: list[str]) -> None:
    assert due("05-20 18:00", now) == days


@pytest.mark.parametrize(
    ("ended", "now", "days"),
    [
        ("05-21 00:15", "05-21 03:59", []),
        ("05-21 00:15", "05-21 04:00", ["05-20"]),
        ("05-21 03:59", "05-21 04:00", ["05-20"]),
        ("05-21 04:00", "05-21 04:00", []),
        ("05-21 04:00", "05-22 03:59", []),
        ("05-21 04:00", "05-22 04:00", ["05-21"]),
    ],
)
def test_a_session_after_midnight_belongs_to_the_night_before(ended: str, now: str, days: list[str]) -> None:
    assert due(ended, now) == days


def test_two_sessions_of_a_day_are_asked_about_once_and_36_hours_after_the_last() -> None:
    assert due("05-20 08:00, 05-20 18:00", "05-21 07:00") == ["05-20"]
    assert due("05-20 08:00, 05-20 18:00", "05-22 06:00") == ["05-20"]


def test_one_answer_or_one_skip_counts_for_every_day_that_was_open() -> None:
    both = "05-20 20:00, 05-21 08:00"
    assert due(both, "05-22 05:00") == ["05-20", "05-21"]
    assert due(both, "05-22 05:00", "05-22 04:30") == []
    assert due(both, "05-22 05:00", "05-21 07:00") == ["05-21"]
    assert due(both, "05-22 05:00", skipped=("05-21 07:00",)) == ["05-21"]
    assert due(both, "05-22 05:00", skipped=("05-22 04:30",)) == []


def test_an_answer_that_names_a_session_counts_whenever_it_was_given() -> None:
    named = Reading("r", at("05-21 03:30"), Moment.MORNING, 1, session="s")
    assert mornings_due([Played("s", at("05-20 18:00"))], [named], at("05-21 08:00"), BERLIN) == ()


def test_a_run_is_asked_about_like_a_session_but_has_no_id() -> None:
    run = Played(None, at("05-20 18:00"))
    (found,) = mornings_due([run], [], at("05-21 08:00"), BERLIN)
    assert (found.day, found.sessions) == (date(2026, 5, 20), ())
    (found,) = mornings_due([Played("s", at("05-20 17:30")), run], [], at("05-21 08:00"), BERLIN)
    assert found.sessions == ("s",)
    assert mornings_due([run], [said(1, Moment.MORNING, at("05-21 07:00"))], at("05-21 08:00"), BERLIN) == ()


def test_only_morning_answers_count_as_such() -> None:
    other = said(1, Moment.BEFORE, at("05-21 07:00"))
    (found,) = mornings_due([Played("s", at("05-20 18:00"))], [other], at("05-21 08:00"), BERLIN)
    assert (found.day, found.sessions) == (date(2026, 5, 20), ("s",))


@pytest.mark.parametrize(
    ("ended", "last", "too_late"),
    [
        ("03-28 18:00", "03-30 07:00", "03-30 07:01"),  # the clock goes forward on 29 March: 36 h are 37 on the wall
        ("10-24 18:00", "10-26 05:00", "10-26 05:01"),  # back on 25 October: 35 on the wall
    ],
)
def test_36_hours_really_pass_when_the_clock_changes(ended: str, last: str, too_late: str) -> None:
    assert due(ended, last) == [ended[:5]]
    assert due(ended, too_late) == []


@pytest.mark.parametrize(("day", "night"), [("03-28", "03-29"), ("10-24", "10-25")])
def test_four_in_the_morning_is_by_the_wall_clock_when_it_changes(day: str, night: str) -> None:
    assert due(f"{day} 23:30", f"{night} 03:59") == []
    assert due(f"{day} 23:30", f"{night} 04:00") == [day]
    assert due(f"{night} 03:30", f"{night} 04:00") == [day]


def test_a_day_of_clock_change_has_23_or_25_hours() -> None:
    spring, autumn = date(2026, 3, 28), date(2026, 10, 24)
    lengths = [begin_of(day + timedelta(days=1), BERLIN) - begin_of(day, BERLIN) for day in (spring, autumn)]
    assert lengths == [timedelta(hours=23), timedelta(hours=25)]


def test_the_hour_that_comes_twice_is_the_same_day_both_times() -> None:
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    assert day_of(first, BERLIN) == day_of(first.replace(fold=1), BERLIN) == date(2026, 10, 24)


def test_the_day_is_that_of_the_place_where_it_was_wherever_the_person_is_now() -> None:
    ended = at("05-20 20:00", TOKYO)
    assert day_of(ended, TOKYO) == day_of(ended, BERLIN) == date(2026, 5, 20)
    assert day_of(at("05-20 20:00", LOS_ANGELES), TOKYO) == date(2026, 5, 20)
    assert day_of(at("05-20 20:00", LOS_ANGELES).astimezone(UTC), TOKYO) == date(2026, 5, 21)


def test_a_traveller_is_asked_on_the_first_morning_where_they_are() -> None:
    played = [Played("s", at("05-20 20:00", LOS_ANGELES))]
    landed, next_day = at("05-21 18:00", TOKYO), at("05-22 04:00", TOKYO)
    assert mornings_due(played, [], landed, TOKYO) == ()
    assert len(mornings_due(played, [], next_day, TOKYO)) == 1
    assert len(mornings_due(played, [], next_day.astimezone(UTC), TOKYO)) == 1


def test_a_moment_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        day_of(datetime(2026, 5, 20, 12), TOKYO)  # noqa: DTZ001
