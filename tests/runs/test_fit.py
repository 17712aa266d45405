"""FIT files: every trait that real ones have, and the oracle beside ours."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import fitdecode
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.advice.recovery.facts import Sport, Surface
from hiproutine.runs.fit_messages import checksum_fits, files_in
from hiproutine.runs.reading import AS_SAID, Wishes, read_bytes
from hiproutine.runs.recording import Recording, Refusal, Refused, Remark
from tests.runs.fit_file import BEGAN, T0, FitFile, crc, plain

HOME = timezone(timedelta(hours=2))


def all_of(data: bytes, wishes: Wishes = AS_SAID) -> list[Recording]:
    """What is read; nothing is refused."""
    found = list(read_bytes(data, wishes))
    assert all(isinstance(one, Recording) for one in found)
    return found  # type: ignore[return-value]


def only(data: bytes, wishes: Wishes = AS_SAID) -> Recording:
    """The one recording of a file."""
    (found,) = all_of(data, wishes)
    return found


def why(data: bytes) -> Refusal:
    """Why nothing is taken."""
    with pytest.raises(Refused) as refused:
        list(read_bytes(data))
    return refused.value.why


def test_a_session_says_it_all_and_the_watch_where_the_clock_stood() -> None:
    found = only(plain().bytes())
    assert found.start == BEGAN
    assert found.start.isoformat() == "2026-05-04T07:30:00+02:00"
    assert (found.metres, found.seconds, found.elapsed) == (4500, 1800, 1920)
    assert (found.sport, found.remarks) == (Sport.RUN, ())
    assert found.keys[0] == f"fit:7:{T0}:0"
    assert found.end == BEGAN + timedelta(seconds=1920)


@pytest.mark.parametrize(
    ("offset", "maker", "known"),
    [
        (7200, 1, True),
        (-3 * 3600, 1, True),
        (20700, 1, True),
        (0, 1, True),
        (0, 294, False),  # a COROS writes UTC
        (225, 1, False),  # the clock was set while recording
        (15 * 3600, 1, False),
        (-T0, 1, False),  # the field holds a duration
    ],
)
def test_an_offset_is_believed_where_it_can_be_one(offset: int, maker: int, known: bool) -> None:
    found = only(FitFile().about(maker=maker).session().local(offset).bytes())
    assert (Remark.NO_ZONE not in found.remarks) == known
    assert found.start == BEGAN
    assert found.start.utcoffset() == timedelta(seconds=offset if known else 0)


def test_without_a_local_time_the_zone_of_the_machine_is_taken_and_said() -> None:
    found = only(FitFile().about().session().bytes())
    assert found.remarks == (Remark.NO_ZONE,)
    assert found.at_home(HOME).start.isoformat() == "2026-05-04T07:30:00+02:00"


def test_the_shorter_of_timer_and_elapsed_holds() -> None:
    assert only(FitFile().about().session(timer=2760, elapsed=1632).bytes()).seconds == 1632


def test_a_watch_that_was_never_stopped_ends_with_its_moving_time() -> None:
    found = only(FitFile().about().session(timer=1477, elapsed=2656055).bytes())
    assert found.seconds == 1477
    assert found.end == BEGAN + timedelta(seconds=1477)


def test_no_distance_and_none_at_all_are_not_known() -> None:
    assert only(FitFile().about().session(metres=0).bytes()).metres is None
    assert only(FitFile().about().session(metres=None).bytes()).metres is None


def test_what_a_session_leaves_out_comes_from_laps_then_from_records() -> None:
    laps = FitFile().about().lap(900, 2000).lap(600, 1500).session(timer=None, metres=None, elapsed=None)
    assert (only(laps.bytes()).metres, only(laps.bytes()).seconds) == (3500, 1500)
    records = FitFile().about().records().session(timer=None, metres=None, elapsed=None)
    assert (only(records.bytes()).metres, only(records.bytes()).seconds) == (4500, 1800)


def test_a_timer_of_nothing_is_not_believed() -> None:
    assert only(FitFile().about().records().session(timer=0, elapsed=1900).bytes()).seconds == 1800


def test_without_a_session_records_tell_and_that_is_said() -> None:
    found = only(FitFile().about().records().bytes())
    assert (found.metres, found.seconds, found.sport) == (4500, 1800, None)
    assert found.remarks == (Remark.NO_TOTALS, Remark.NO_ZONE)


def test_pauses_come_from_timer_events_where_there_is_no_session() -> None:
    made = FitFile().about().timer(0, 0).record(0, 0).record(600, 150000).timer(600, 4)
    made.timer(900, 0).record(900, 150000).record(1500, 300000)
    assert only(made.bytes()).seconds == 1200


def test_the_sport_of_a_message_of_its_own_counts_without_a_session() -> None:
    made = FitFile().about().add(12, (0, 0x00, 11), (1, 0x00, 0), local=6).records()
    assert only(made.bytes()).sport is Sport.WALK


def test_several_sessions_are_several_activities_and_a_transition_is_none() -> None:
    made = FitFile().about().records(60)
    made.session(900, 750, 900, sport=5).session(120, 80, 120, sport=3, start=T0 + 900)
    made.session(2400, 20000, 2400, sport=2, start=T0 + 1020).session(1500, 5000, 1500, start=T0 + 3420)
    found = all_of(made.bytes())
    assert [(one.sport, one.metres) for one in found] == [(Sport.SWIM, 750), (Sport.CYCLE, 20000), (Sport.RUN, 5000)]
    assert len({one.keys for one in found}) == 3


def test_times_in_headers_and_big_ends_and_developer_fields_are_read() -> None:
    made = FitFile().about()
    made.add(20, (253, 0x86, T0), (3, 0x02, 100), local=1)
    made.add(20, (3, 0x02, 101), local=2)
    for at in range(1, 100):
        made.compressed(T0 + at, 101, local=2)
    assert only(made.session(timer=None, elapsed=None).bytes()).seconds == 99
    big = FitFile(big=True).about().records().session().local(7200)
    assert (only(big.bytes()).metres, only(big.bytes()).seconds) == (4500, 1800)
    own = FitFile().about().record(0, 0, developer=b"\1\2").record(60, 20000, developer=b"\1\2")
    assert only(own.bytes()).metres == 200


def test_totals_before_the_records_hold_where_the_records_are_cut_off() -> None:
    whole = FitFile().about().session(metres=11274, timer=3558, elapsed=3558).records(900, 900).bytes()
    found = only(whole[:-40])
    assert (found.metres, found.seconds, found.remarks) == (11274, 3558, (Remark.EARLY, Remark.NO_ZONE))


def test_a_time_stamp_of_days_later_is_not_the_start() -> None:
    late = [(253, 0x86, T0 + 3 * 86_400), (2, 0x86, T0), (7, 0x86, 600_000), (8, 0x86, 600_000), (5, 0x00, 1)]
    assert only(FitFile().about().add(18, *late, local=2).bytes()).start == BEGAN


def test_sessions_without_totals_take_the_records_of_their_time() -> None:
    made = FitFile().about()
    for at in range(0, 1201, 60):
        made.record(at, at * 300)
    made.session(None, None, 600).session(None, None, 600, start=T0 + 600)
    assert [(one.metres, one.seconds) for one in all_of(made.bytes())] == [(1800, 600), (1800, 600)]


def test_a_second_file_after_the_first_is_read() -> None:
    second = FitFile().about(created=T0 + 9000).session(metres=9000, start=T0 + 9000)
    found = all_of(plain().bytes() + second.bytes())
    assert [one.metres for one in found] == [4500, 9000]


def test_a_wrong_checksum_is_said_and_the_run_is_kept() -> None:
    found = only(plain().bytes(checksum=1))
    assert (found.metres, found.remarks) == (4500, (Remark.CHECKSUM,))


@pytest.mark.parametrize("length", [0, 2**32 - 1])
def test_a_header_that_says_nothing_or_too_much_is_read_to_the_end(length: int) -> None:
    found = only(plain().bytes(length=length))
    assert (found.metres, found.seconds) == (4500, 1800)
    assert Remark.EARLY in found.remarks


def test_zeros_after_the_end_do_no_harm() -> None:
    assert only(plain().bytes() + b"\0" * 50).remarks == ()


def test_times_since_power_on_are_no_date() -> None:
    relative = FitFile().about().session(start=5000).bytes()
    assert why(relative) is Refusal.NO_DATE
    morning = datetime(2026, 3, 1, 7, 0, tzinfo=HOME)
    assert only(relative, Wishes(day=morning)).start == morning


def test_what_is_no_activity_is_not_taken() -> None:
    assert why(FitFile().about(kind=32).records(60).bytes()) is Refusal.NO_ACTIVITY
    assert why(FitFile().about().bytes()) is Refusal.NO_ACTIVITY
    assert why(b"") is Refusal.EMPTY
    assert why(b"\0" * 100) is Refusal.EMPTY


@pytest.mark.parametrize(
    ("sport", "sub", "ours", "surface"),
    [
        (1, 1, Sport.RUN, Surface.TREADMILL),
        (1, 3, Sport.RUN, Surface.TRAIL),
        (1, 0, Sport.RUN, None),
        (17, 0, Sport.HIKE, None),
        (10, 43, Sport.YOGA, None),
        (43, 0, Sport.OTHER, None),
        (10, 20, Sport.STRENGTH, None),
        (0, 0, Sport.OTHER, None),
        (4, 1, Sport.RUN, None),
    ],
)
def test_sports_are_ours(sport: int, sub: int, ours: Sport, surface: Surface | None) -> None:
    found = only(FitFile().about().session(sport=sport, sub=sub).bytes())
    assert (found.sport, found.surface) == (ours, surface)


def made_variously() -> Iterable[bytes]:
    """Files of every shape that the oracle reads too."""
    yield plain().bytes()
    yield FitFile(big=True).about().records().lap(900, 2000).session().bytes()
    yield FitFile().about(serial=None).timer(0, 0).records(600).timer(600, 4).bytes(header=12)
    yield FitFile().about().record(0, 0, developer=b"").session(timer=None).bytes()


@pytest.mark.parametrize("data", list(made_variously()))
def test_ours_reads_what_the_oracle_reads(data: bytes) -> None:
    theirs: dict[int, list[dict[int, Any]]] = {}
    with fitdecode.FitReader(io.BytesIO(data)) as reader:
        for frame in reader:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                theirs.setdefault(frame.global_mesg_num, []).append(
                    {one.def_num: one.raw_value for one in frame.fields if one.field_def is not None}
                )
    (ours,) = files_in(data)
    for number in (0, 18, 19, 21, 34):
        assert ours.all(number) == theirs.get(number, [])
    assert [list(row) for row in ours.values(5)] == [[one[253], one[5]] for one in theirs.get(20, [])]


@given(st.binary(max_size=300))
@settings(max_examples=30)
def test_the_checksum_in_large_steps_is_the_one_bit_by_bit(data: bytes) -> None:
    assert checksum_fits(data + crc(data).to_bytes(2, "little"))
    assert not checksum_fits(data + (crc(data) ^ 0x40).to_bytes(2, "little"))


def test_the_checksum_of_a_long_file_is_folded_right() -> None:
    data = bytes(range(256)) * 150
    assert checksum_fits(data + crc(data).to_bytes(2, "little"))
    assert not checksum_fits(b"\1" + data[1:] + crc(data).to_bytes(2, "little"))


WHOLE = plain().bytes()


@given(st.integers(0, len(WHOLE) - 1))
@settings(max_examples=60, deadline=None)
def test_any_cut_is_read_or_refused_and_never_longer_and_says_early(end: int) -> None:
    try:
        found = all_of(WHOLE[:end])
    except Refused:
        return
    for one in found:
        assert Remark.EARLY in one.remarks
        assert (one.metres or 0) <= 4500
        assert (one.seconds or 0) <= 1800
        assert one.start.astimezone(UTC) == BEGAN
