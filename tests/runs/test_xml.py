"""GPX, TCX and Apple Health: every trait that real ones have, and what nobody may do with XML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest

from hiproutine.advice.recovery.facts import Sport
from hiproutine.runs.apple import read_apple, workouts
from hiproutine.runs.recording import Recording, Refusal, Remark
from hiproutine.runs.track import RADIUS
from tests.runs.fit_file import BEGAN
from tests.runs.test_fit import all_of, only, why

DEGREE = RADIUS * 3.141592653589793 / 180
"""Metres of a degree of latitude."""
GPX = '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">'


def at(seconds: float) -> str:
    """A time of a file, so many seconds after the start."""
    return (BEGAN + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def point(seconds: float, metres: float, latitude: float | None = None) -> str:
    """A point north of the equator."""
    north = metres / DEGREE if latitude is None else latitude
    return f'<trkpt lat="{north:.9f}" lon="-30"><time>{at(seconds)}</time></trkpt>'


def segment(begin: int, end: int, *, pace: float = 2.5, step: int = 10) -> str:
    """Points of an even run."""
    return "<trkseg>" + "".join(point(t, t * pace) for t in range(begin, end + 1, step)) + "</trkseg>"


def gpx(*inside: str, kind: str = "running", head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> bytes:
    """A file with one track."""
    return f"{head}{GPX}<trk><type>{kind}</type>{''.join(inside)}</trk></gpx>".encode()


def test_a_track_is_as_long_as_its_points_lead_and_that_is_said() -> None:
    found = only(gpx(segment(0, 1800)))
    assert found.metres == pytest.approx(4500, abs=0.1)
    assert (found.seconds, found.sport, found.start) == (1800, Sport.RUN, BEGAN)
    assert found.remarks == (Remark.COMPUTED, Remark.NO_ZONE)


def test_between_segments_lies_a_pause_where_time_lies_between_them() -> None:
    paused = only(gpx(segment(0, 900), segment(1800, 2700)))
    assert (paused.seconds, paused.elapsed) == (1800, 2700)
    assert paused.metres == pytest.approx(4500, abs=0.1)
    laps = only(gpx(segment(0, 900, step=1), segment(901, 1800, step=1)))
    assert laps.seconds == 1800
    assert laps.metres == pytest.approx(4500, abs=0.1)


def test_a_gap_in_time_is_a_pause_within_a_segment_too() -> None:
    inside = "".join(point(t, t * 2.5) for t in [*range(0, 601, 10), *range(1200, 1801, 10)])
    paused = only(gpx(f"<trkseg>{inside}</trkseg>"))
    assert (paused.seconds, paused.elapsed) == (1200, 1800)
    assert paused.metres == pytest.approx(3000, abs=0.1)
    rare = "".join(point(t, t * 2.5) for t in range(0, 1801, 60))
    assert only(gpx(f"<trkseg>{rare}</trkseg>")).seconds == 1800
    smart = "".join(point(t, t * 2.5) for t in [0, 5, 12, 20, 55, 60, 66, 100])
    assert only(gpx(f"<trkseg>{smart}</trkseg>")).seconds == 100


def test_segments_that_repeat_those_before_count_once() -> None:
    found = only(gpx(segment(0, 600), segment(0, 1200), segment(0, 1800)))
    assert found.seconds == 1800
    assert found.metres == pytest.approx(4500, abs=0.1)


def test_points_are_in_the_order_of_time() -> None:
    mixed = "<trkseg>" + "".join(point(t, t * 2.5) for t in (0, 20, 10, 40, 30)) + "</trkseg>"
    assert only(gpx(mixed)).metres == pytest.approx(100, abs=0.1)


def test_a_point_beyond_the_pole_marks_a_pause_and_the_time_is_not_known() -> None:
    inside = "<trkseg>" + point(0, 0) + point(60, 100) + point(120, 0, 100.0) + point(180, 100) + point(240, 200)
    found = only(gpx(inside + "</trkseg>", kind="run"))
    assert found.metres == pytest.approx(200, abs=0.1)
    assert (found.seconds, found.elapsed) == (None, 240)


def test_an_offset_in_the_times_is_the_clock_of_the_person() -> None:
    found = only(gpx(segment(0, 600)).replace(b"T05:", b"T07:").replace(b"Z</time>", b"+02:00</time>"))
    assert found.start.isoformat() == "2026-05-04T07:30:00+02:00"
    assert Remark.NO_ZONE not in found.remarks


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("9", Sport.RUN),
        ("1", Sport.CYCLE),
        ("16", Sport.SWIM),
        ("trail_running", Sport.RUN),
        ("", None),
        ("Laufen", Sport.RUN),
    ],
)
def test_a_type_is_a_word_or_a_number(kind: str, sport: Sport | None) -> None:
    assert only(gpx(segment(0, 60), kind=kind)).sport is sport


def test_blanks_a_mark_and_control_characters_do_no_harm() -> None:
    whole = gpx(segment(0, 600))
    assert only(b"          " + whole).seconds == 600
    assert only(b"\xef\xbb\xbf" + whole).seconds == 600
    assert only(whole.replace(b"running", b"run\x0bning")).seconds == 600


def test_a_value_may_stand_on_a_line_of_its_own() -> None:
    """Blanks around a time or a number do not count in XML Schema, and there are programs that write so."""
    for whole in (gpx(segment(0, 600)), tcx(lap(0, 600, 1500.5))):
        spread = re.sub(rb"(<(?:time|Time|TotalTimeSeconds|DistanceMeters)>)([^<]+)(<)", rb"\1\n    \2\n  \3", whole)
        assert spread != whole
        as_it_was, found = only(whole), only(spread)
        assert (found.start, found.seconds, found.metres) == (as_it_was.start, as_it_was.seconds, as_it_was.metres)


def test_what_stands_before_a_cut_is_kept() -> None:
    whole = gpx(segment(0, 1800))
    found = only(whole[: len(whole) // 2])
    assert Remark.EARLY in found.remarks
    assert 0 < (found.seconds or 0) < 1800


def test_two_tracks_are_two_runs_and_the_same_time_again_is_the_same_run() -> None:
    one, two = segment(0, 600), segment(7200, 7800)
    twice = f"{GPX}<trk>{one}</trk><trk>{two}</trk><trk>{one}</trk></gpx>".encode()
    assert [found.seconds for found in all_of(twice)] == [600, 600]


def test_without_times_there_is_no_date() -> None:
    assert why(gpx('<trkseg><trkpt lat="1" lon="1"/><trkpt lat="1.1" lon="1"/></trkseg>')) is Refusal.NO_DATE
    assert why(f"{GPX}<wpt lat='1' lon='1'/></gpx>".encode()) is Refusal.NO_ACTIVITY


BOMB = '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gpx(segment(0, 60), head=BOMB), Refusal.ENTITIES),
        (gpx(segment(0, 60), kind="&x;", head=OUTSIDE), Refusal.ENTITIES),
        (f"{GPX}{'<a>' * 100_000}".encode(), Refusal.DEEP),
        (gpx("<trkseg><trkpt lat='0' lon='0'><x:hr>1</x:hr></trkpt></trkseg>"), Refusal.NOT_XML),
        (gpx("<trkseg></wrong>"), Refusal.NOT_XML),
        (b"<gpx>" + b"<!DOCTYPE[" * 50_000, Refusal.NOT_XML),
        (b"<html><body>no</body></html>", Refusal.UNKNOWN),
        (b"nothing of the kind", Refusal.UNKNOWN),
    ],
)
def test_what_is_no_recording_is_refused_with_the_reason(data: bytes, reason: Refusal) -> None:
    assert why(data) is reason


def test_a_malformed_doctype_is_dropped_and_forbidden_characters_are_blanks() -> None:
    odd = gpx(segment(0, 60), kind="run&#11;&#x1F;ning", head="<!DOCTYPE gpx [<!ELEMENT (]>")
    assert only(odd).seconds == 60


def test_an_offset_of_nothing_is_utc_and_says_nothing_of_the_person() -> None:
    found = only(gpx(segment(0, 600)).replace(b"Z</time>", b"+00:00</time>"))
    assert Remark.NO_ZONE in found.remarks


def test_a_doctype_without_entities_is_read_and_nothing_is_fetched() -> None:
    assert only(gpx(segment(0, 60), head='<!DOCTYPE gpx SYSTEM "http://127.0.0.1:9/none.dtd">')).seconds == 60


def lap(begin: int, seconds: float, metres: float, *, points: bool = True) -> str:
    """A lap of a TCX file."""
    ends = (f"<Trackpoint><Time>{at(one)}</Time></Trackpoint>" for one in (begin, begin + seconds))
    track = f"<Track>{''.join(ends)}</Track>"
    numbers = f"<TotalTimeSeconds>{seconds}</TotalTimeSeconds><DistanceMeters>{metres}</DistanceMeters>"
    return f'<Lap StartTime="{at(begin)}">{numbers}{track if points else ""}</Lap>'


def tcx(*laps: str, sport: str = "Running", identity: str = "2026-05-04T05:29:00Z") -> bytes:
    """A file with one activity."""
    return (
        "<?xml version='1.0'?><TrainingCenterDatabase xmlns='http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2'>"
        f"<Activities><Activity Sport='{sport}'><Id>{identity}</Id>{''.join(laps)}</Activity></Activities>"
        "</TrainingCenterDatabase>"
    ).encode()


def test_laps_know_distance_and_time_and_the_first_one_the_start() -> None:
    found = only(tcx(lap(0, 900, 2500), lap(1200, 900, 2500)))
    assert (found.start, found.metres, found.seconds, found.elapsed) == (BEGAN, 5000, 1800, 2100)
    assert (found.sport, found.remarks) == (Sport.RUN, (Remark.NO_ZONE,))


def test_empty_laps_and_foreign_sports_do_no_harm() -> None:
    assert only(tcx(lap(0, 0, 0, points=False), lap(0, 600, 1500), sport="Walking")).sport is Sport.WALK
    assert only(b"          " + tcx(lap(0, 600, 1500))).metres == 1500


def test_a_tcx_without_laps_of_use_takes_the_farthest_point() -> None:
    track = f"<Track><Trackpoint><Time>{at(0)}</Time><DistanceMeters>0</DistanceMeters></Trackpoint>"
    track += f"<Trackpoint><Time>{at(300)}</Time><DistanceMeters>900</DistanceMeters></Trackpoint></Track>"
    found = only(tcx(f'<Lap StartTime="{at(0)}">{track}</Lap>'))
    assert (found.metres, found.seconds) == (900, 300)


def test_several_activities_and_pauses_within_laps_are_read() -> None:
    two = tcx(lap(0, 600, 1500)).replace(
        b"</Activity>", b"</Activity>" + tcx(lap(900, 300, 900)).split(b"<Activities>")[1].split(b"</Activities>")[0]
    )
    assert [(one.metres, one.seconds) for one in all_of(two)] == [(1500, 600), (900, 300)]
    multi = two.replace(b"<Activities>", b"<Activities><MultiSportSession>").replace(
        b"</Activities>", b"</MultiSportSession></Activities>"
    )
    assert len(all_of(multi)) == 2
    tracks = tcx(
        lap(0, 600, 1500).replace("</Track>", f"</Track><Track><Trackpoint><Time>{at(900)}</Time></Trackpoint></Track>")
    )
    assert (only(tracks).seconds, only(tracks).elapsed) == (600, 900)


def test_two_recordings_of_one_time_are_not_longer_than_it() -> None:
    found = only(gpx(segment(0, 600), segment(5, 595)))
    assert found.seconds == 600
    assert found.metres == pytest.approx(1500, abs=0.1)


def workout(kind: str = "Running", inside: str = "", more: str = 'duration="30" durationUnit="min"') -> str:
    """A workout of Apple Health's, exported two hours east of where it was."""
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityType{kind}" {more} sourceName="Watch" '
        f'startDate="2026-05-04 07:30:00 +0200" endDate="2026-05-04 08:02:00 +0200">{inside}</Workout>\n'
    )


STATISTICS = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="4.5" unit="km"/>'
ZONE = '<MetadataEntry key="HKTimeZone" value="Europe/London"/>'


def health(*inside: str) -> bytes:
    """An export, with a DTD as malformed as real ones and a character that XML forbids."""
    record = '<Record type="HKQuantityTypeIdentifierHeartRate" value="1\x0b"/>\n' * 50
    head = "<?xml version='1.0'?>\n<!DOCTYPE HealthData [\n<!ELEMENT broken (]>\n"
    return f"{head}<HealthData>{record}{record.join(inside)}</HealthData>".encode()


def test_a_workout_of_apple_is_where_the_person_was() -> None:
    found = only(health(workout(inside=STATISTICS + ZONE)))
    assert found.start.isoformat() == "2026-05-04T06:30:00+01:00"
    assert (found.metres, found.seconds, found.elapsed, found.sport) == (4500, 1800, 1920, Sport.RUN)


def test_totals_of_older_exports_are_read_and_a_workout_without_children() -> None:
    old = workout(more='duration="30" durationUnit="min" totalDistance="3" totalDistanceUnit="mi"').replace(
        "></Workout>", "/>"
    )
    first, second = all_of(health(old, workout("Yoga")))
    assert first.metres == pytest.approx(4828.032)
    assert Remark.NO_ZONE in first.remarks
    assert (second.sport, second.metres) == (Sport.YOGA, None)


def pieces(data: bytes, size: int) -> Iterable[bytes]:
    """The same, in pieces."""
    return (data[n : n + size] for n in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 64, 100_000])
def test_pieces_of_any_size_are_the_same_workouts(size: int) -> None:
    data = health(workout(inside=STATISTICS), workout("Walking"), workout(inside=ZONE))
    assert list(workouts(pieces(data, size))) == list(workouts([data]))
    found = [one for one in read_apple(pieces(data, size)) if isinstance(one, Recording)]
    assert [one.sport for one in found] == [Sport.RUN, Sport.WALK, Sport.RUN]


def test_a_workout_that_is_none_is_refused_alone() -> None:
    bad = workout(inside="<oops></wrong>")
    found = list(read_apple([health(bad, workout())]))
    assert [isinstance(one, Recording) for one in found] == [False, True]


def test_moments_are_moments() -> None:
    assert isinstance(only(health(workout())).start, datetime)
