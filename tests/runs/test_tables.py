"""Tables: Strava's and Garmin's in their languages, and a plain one."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from hiproutine.advice.recovery.building import MILE, Unit
from hiproutine.advice.recovery.facts import Sport, Surface
from hiproutine.runs.reading import Wishes, read_bytes
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark
from hiproutine.runs.tables import filed
from hiproutine.runs.written import length, moment, numbers
from tests.runs.fit_file import BEGAN
from tests.runs.test_fit import all_of, only, why

STRAVA = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Max Heart Rate,Filename,"
    "Elapsed Time,Moving Time,Distance,Elevation Gain\n"
    '101,"May 4, 2026, 5:30:00\u202fAM",Morning Run,Run,1920,4.50,170,activities/101.fit.gz,1920.0,1800.0,4500.3,10\n'
    '102,"May 5, 2026, 5:00:00\u202fPM",Evening Ride,Ride,3600,20.00,,,3600.0,3500.0,20000.1,\n'
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Beschreibung,Verstrichene Zeit,Distanz,Dateiname,"
    "Verstrichene Zeit,Bewegungszeit,Distanz\n"
    '7,"04.05.2026, 05:30:00",Lauf am Morgen,Lauf,,1920,"4,50",activities/9.gpx,1920.0,1800.0,{metres}\n'
)
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Avg Pace,Moving Time,Elapsed Time\n"
    'Running,2026-05-04 07:30:00,false,"Town","4.50","1,020","00:30:00","150","6:40","00:29:40","00:32:00"\n'
    'Treadmill Running,2026-05-05 07:00:00,false,"In","0.00","250","00:20:00","140",--,"--","00:20:00"\n'
    'Strength Training,2026-05-06 17:00:00,false,"Strength",--,"230","00:55:00","110",--,"--","00:55:00"\n'
)


def clock(*when: int) -> datetime:
    """A moment by the person's clock, without a zone."""
    return datetime(*when)  # type: ignore[arg-type]  # noqa: DTZ001 - as tables write it


def test_stravas_list_is_in_utc_and_its_second_distance_in_metres() -> None:
    first, second = all_of(STRAVA.encode())
    assert (first.start, first.metres, first.seconds, first.sport) == (BEGAN, 4500.3, 1800, Sport.RUN)
    assert (first.keys, first.remarks) == (("strava:101",), (Remark.NO_ZONE,))
    assert (second.metres, second.seconds, second.sport) == (20000.1, 3500, Sport.CYCLE)
    assert filed(STRAVA.encode()) == {"activities/101.fit.gz": first}


@pytest.mark.parametrize("metres", ["4500.3", '"4,5003"', "4.5003"])
def test_another_language_says_the_same_and_both_distances_may_be_kilometres(metres: str) -> None:
    found = only(GERMAN.format(metres=metres).encode())
    assert (found.start, found.seconds, found.sport) == (BEGAN, 1800, Sport.RUN)
    assert found.metres == pytest.approx(4500.3)


def test_a_language_with_other_names_the_second_time_goes_by_the_places() -> None:
    cells = ["x"] * 20
    cells[0], cells[1], cells[2], cells[3] = "8", "4 mai 2026 à 05:30:00", "Footing", "Course à pied"
    cells[5], cells[6], cells[15], cells[16], cells[17] = "1920", "4,50", "1920.0", "1800.0", "4500.3"
    text = ",".join(f"Nom {n}" for n in range(20)) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n"
    found = only(text.encode())
    assert (found.start, found.metres, found.seconds, found.sport) == (BEGAN, 4500.3, 1800, Sport.RUN)


def test_garmins_list_has_the_persons_clock_and_no_unit_and_that_is_said() -> None:
    run, treadmill, strength = all_of(GARMIN.encode())
    assert (run.start, run.metres, run.seconds) == (clock(2026, 5, 4, 7, 30), 4500, 1780)
    assert run.remarks == (Remark.UNIT,)
    assert (treadmill.metres, treadmill.seconds, treadmill.surface) == (None, 1200, Surface.TREADMILL)
    assert (strength.metres, strength.seconds, strength.sport) == (None, 3300, Sport.STRENGTH)


def test_garmins_distances_go_by_the_setting() -> None:
    first = next(iter(read_bytes(GARMIN.encode(), Wishes(unit=Unit.MILES))))
    assert isinstance(first, Recording)
    assert first.metres == pytest.approx(4.5 * MILE)


@pytest.mark.parametrize(
    ("row", "metres"),
    [
        ('Running,2026-05-04 07:30:00,false,"T","5,81","1,020","00:34:00","150","5:51","00:34:00","00:34:00"', 5810),
        ('Running,2026-05-04 07:30:00,false,"T","5,810","1,020","00:34:00","150","5:51","00:34:00","00:34:00"', 5810),
        ('"Running,2026-05-04 07:30:00,false,""T"",""4.50"",""1,020"",""30:00.5"",""150"",--,--,--"', 4500),
        ('Lap Swimming,2026-05-04 07:30:00,false,"T","1,000","200","00:30:00","120","3:00","--","00:30:00"', 1000),
    ],
)
def test_distance_and_time_together_settle_the_decimal_sign(row: str, metres: float) -> None:
    assert only(f"{GARMIN.splitlines()[0]}\n{row}\n".encode()).metres == pytest.approx(metres)


@pytest.mark.parametrize(
    "text",
    [
        "date,distance,time\n2026-05-04 07:30,5.2,28:30\n",
        "Datum;Strecke (km);Zeit\n04.05.2026 07:30;5,2;28:30\n",
        "2026-05-04 07:30\t5.2 km\t28:30\n",
        "date,distance (m),duration (s)\n2026-05-04 07:30,5200,1710\n",
        'date,name,distance,time\n2026-05-04 07:30,"a\u2028b\nc",5.2,28:30\n',
        "time,date,distance\n0:28:30,2026-05-04T07:30:00,5.2km\n",
    ],
)
def test_a_plain_table_is_read_with_or_without_names_and_in_any_order(text: str) -> None:
    found = only(text.encode())
    assert (found.start, found.metres, found.seconds) == (clock(2026, 5, 4, 7, 30), 5200, 1710)


def test_a_plain_table_without_times_of_day_takes_noon_and_says_so() -> None:
    first, second = all_of(b"2026-05-04,5,28:30\n2026-05-04,3,16:00\n")
    assert first.start == second.start == clock(2026, 5, 4, 12)
    assert Remark.DAY_ONLY in first.remarks
    assert Remark.UNIT in first.remarks
    assert first.keys != second.keys


def test_a_table_of_something_else_is_refused() -> None:
    assert why(b"name,price\napple,3\n") is Refusal.UNKNOWN
    assert why(b"a,b\n") is Refusal.UNKNOWN
    assert why(b"date,weight,clock\n2026-05-04,75.2,07:15\n") is Refusal.UNKNOWN


def test_encodings_do_not_matter() -> None:
    text = GERMAN.format(metres="4500.3")
    assert {only(text.encode(coding)).metres for coding in ("utf-8-sig", "cp1252", "utf-16")} == {4500.3}


@pytest.mark.parametrize(
    "text",
    [
        "May 4, 2026, 5:30:00 AM",
        "4 May 2026, 05:30:00",
        "04.05.2026, 05:30:00",
        "4 mai 2026 à 05:30:00",
        "4 may 2026, 5:30:00",
        "4 mag 2026, 05:30:00",
        "4 мая 2026 г., 05:30:00",
        "2026年5月4日 5:30:00",
        "2026/05/04 05:30:00",
        "04/05/2026, 05:30:00",
        "2026-05-04 05:30:00",
    ],
)
def test_dates_of_many_languages_are_one(text: str) -> None:
    found = moment(text)
    assert found is not None
    assert (found.at, found.timed) == (clock(2026, 5, 4, 5, 30), True)


@pytest.mark.parametrize("text", ["", "--", "13", "5:30", "2026-13-45", "99.99.9999", "x" * 5000])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment(text) is None


def test_numbers_and_lengths() -> None:
    assert numbers("5,81") == (5.81,)
    assert numbers("1,020") == (1020, 1.02)
    assert numbers("1.234,5") == numbers("1,234.5") == numbers("1’234.5") == (1234.5,)
    assert numbers("--") == numbers("") == numbers("1e9") == ()
    assert [length(text) for text in ("1:02:10", "28:30.5", "0:28:30", "--", "28")] == [3730, 1710.5, 1710, None, None]


def test_garmins_summary_counts_in_centimetres_and_milliseconds() -> None:
    gmt = BEGAN.timestamp() * 1000
    one = {"activityId": 5, "activityType": "running", "startTimeGmt": gmt, "startTimeLocal": gmt + 7_200_000,
           "distance": 450_000.0, "duration": 1_800_000.0, "elapsedDuration": 1_920_000.0}  # fmt: skip
    found = list(read_bytes(json.dumps([{"summarizedActivitiesExport": [one, {"activityId": 6}]}]).encode()))
    assert isinstance(found[0], Recording)
    assert (found[0].start.isoformat(), found[0].metres, found[0].seconds) == ("2026-05-04T07:30:00+02:00", 4500, 1800)
    assert isinstance(found[1], Refused)
