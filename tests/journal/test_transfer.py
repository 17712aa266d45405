"""Everything out, and back in."""

from __future__ import annotations

import csv
import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Side, Stiffness
from hiproutine.journal.export_files import export_csv, export_file
from hiproutine.journal.records import Progress, State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import TransferError, export_lines, import_lines
from hiproutine.plan.model import Kind
from hiproutine.play.events import Outcome
from tests.journal.shelf import (
    NOON,
    PLAN,
    Wall,
    flag,
    interval_record,
    keep_session,
    session_record,
    uuid_of,
)
from tests.tables import plans


def lines_of(journal: Journal) -> list[bytes]:
    return [f"{line}\n".encode() for line in export_lines(journal)]


def filled(journal: Journal) -> list[bytes]:
    """Two plans' worth of everything."""
    record = session_record(1)
    keep_session(journal, record, interval_record(record.id), interval_record(record.id, 1, side="left"))
    keep_session(journal, session_record(2, NOON + timedelta(hours=1)), plan=None)
    journal.add_reading(reading(4, Moment.AFTER, id_of=1, session=record.id, side=Side.LEFT, limp=False, note="ünd 🦵"))
    journal.answer_flag(flag())
    return lines_of(journal)


def reading(score: int, moment: Moment = Moment.OTHER, *, id_of: int = 1, at: datetime = NOON, **more: Any) -> Reading:
    return Reading(uuid_of(id_of), at, moment, score, **more)


@pytest.fixture
def other(tmp_path: Path, wall: Wall) -> Journal:
    return Journal(tmp_path / "other.sqlite3", now=wall)


def test_export_then_import_then_export_is_the_same(journal: Journal, other: Journal) -> None:
    lines = filled(journal)
    brought = import_lines(other, lines, "f")
    assert lines_of(other) == lines
    assert brought.new == {"plan": 1, "session": 2, "reading": 1, "flag": 1}


def test_the_first_line_says_what_follows(journal: Journal) -> None:
    head, *rest = [json.loads(line) for line in filled(journal)]
    assert head == {
        "kind": "hiproutine-journal",
        "format": 3,
        "plans": 1,
        "sessions": 2,
        "intervals": 2,
        "readings": 1,
        "flags": 1,
        "outings": 0,
        "onsets": 0,
    }
    assert [line["kind"] for line in rest] == ["plan", "session", "session", "interval", "interval", "reading", "flag"]
    assert rest[1]["started_at"] == "2026-03-11T12:00:00.000000+01:00"


@pytest.mark.parametrize("cleared", [None, "2026-03-11T11:30:00.000000+00:00"])
def test_what_a_file_of_format_2_calls_cleared_was_checked(
    journal: Journal, other: Journal, cleared: str | None
) -> None:
    lines = [json.loads(line) for line in filled(journal)]
    lines[0]["format"] = 2
    new = {"checked_on", "taken_back_on", "on_impact"}
    lines = [{key: value for key, value in line.items() if key not in new} for line in lines]
    lines[-1]["cleared_on"] = cleared
    import_lines(other, [json.dumps(line).encode() for line in lines], "f")
    (found,) = other.flags()
    assert (found.checked_on and found.checked_on.isoformat(), found.taken_back_on) == (
        cleared and "2026-03-11T12:30:00+01:00",
        None,
    )
    lines[0]["format"] = 3
    lines = [lines[0], lines[-1]]
    lines[0] |= dict.fromkeys(("plans", "sessions", "intervals", "readings"), 0)
    assert "has no field “cleared_on”" in refusal(other, [json.dumps(line).encode() for line in lines])


def test_an_empty_journal_has_an_export_too(journal: Journal, other: Journal, place: Path) -> None:
    lines = lines_of(journal)
    assert not place.exists()
    assert len(lines) == 1
    import_lines(other, lines, "f")
    assert not other.path.exists()


def test_a_second_import_changes_nothing(journal: Journal, other: Journal) -> None:
    lines = filled(journal)
    import_lines(other, lines, "f")
    again = import_lines(other, lines, "f")
    assert (again.new, again.updated) == ({}, {})
    assert lines_of(other) == lines


@pytest.mark.parametrize("first", [0, 1])
def test_the_newer_of_two_wins_whichever_comes_first(journal: Journal, other: Journal, wall: Wall, first: int) -> None:
    record = session_record()
    journal.begin(record, PLAN)
    journal.add_reading(reading(2))
    exports = [lines_of(journal)]
    wall.advance(60)
    journal.end(record.id, State.FINISHED, Progress(5), [interval_record(record.id)])
    journal.add_reading(reading(7))
    exports.append(lines_of(journal))
    import_lines(other, exports[first], "f")
    import_lines(other, exports[1 - first], "f")
    assert lines_of(other) == exports[1]


def test_what_was_closed_as_interrupted_yields_to_the_true_end(journal: Journal, other: Journal, wall: Wall) -> None:
    record = session_record()
    journal.begin(record, PLAN)
    import_lines(other, lines_of(journal), "f")
    wall.advance(600)
    journal.end(record.id, State.FINISHED, Progress(5))
    wall.advance(5 * 3600)
    assert other.active() is None
    assert other.sessions()[0].outcome is State.INTERRUPTED
    import_lines(other, lines_of(journal), "f")
    assert other.sessions()[0].outcome is State.FINISHED


def test_two_machines_end_up_with_the_same(journal: Journal, other: Journal) -> None:
    filled(journal)
    keep_session(other, session_record(7, NOON - timedelta(days=1)))
    other.add_reading(reading(1, id_of=7))
    import_lines(journal, lines_of(other), "f")
    import_lines(other, lines_of(journal), "f")
    assert lines_of(journal) == lines_of(other)
    assert len(journal.sessions()) == 3


# Files that are wrong


def changed(lines: list[bytes], kind: str, more: dict[str, Any]) -> list[bytes]:
    """The export with fields of the first record of a kind replaced."""
    done = False
    out = []
    for line in lines:
        values = json.loads(line)
        if values["kind"] == kind and not done:
            values.update(more)
            done = True
        out.append(json.dumps(values).encode() + b"\n")
    assert done
    return out


def refusal(other: Journal, lines: list[bytes]) -> str:
    keep_session(other, session_record(50))
    before = lines_of(other)
    with pytest.raises(TransferError) as caught:
        import_lines(other, lines, "f.jsonl")
    assert lines_of(other) == before
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("reading", {"score": 11}), 7, "“score” has to be a whole number from 0 to 10"),
        (("reading", {"score": -1}), 7, "“score”"),
        (("reading", {"score": 3.0}), 7, "“score”"),
        (("reading", {"score": True}), 7, "“score”"),
        (("reading", {"score": 10**400}), 7, "“score”"),
        (("reading", {"worst": 11}), 7, "“worst”"),
        (("reading", {"effort": "5"}), 7, "“effort”"),
        (("reading", {"limp": 1}), 7, "“limp” has to be true or false"),
        (("reading", {"side": "up"}), 7, "“side” has to be one of left, right, both"),
        (("reading", {"side": ["left"]}), 7, "“side”"),
        (("reading", {"at": "1999-12-31T23:59:59+00:00"}), 7, "lies before the year 2000"),
        (("reading", {"at": "0001-01-01T00:00:00+14:00"}), 7, "lies before the year 2000"),
        (("reading", {"at": "2026-03-12T12:00:01+01:00"}), 7, "lies in the future"),
        (("reading", {"at": "9999-12-31T23:59:59-14:00"}), 7, "lies in the future"),
        (("reading", {"at": "2026-03-11T12:00:00"}), 7, "has no offset"),
        (("reading", {"at": "yesterday"}), 7, "is not a date"),
        (("reading", {"at": 5}), 7, "is not a date"),
        (("reading", {"at": "2026-03-11T12:00:00+01:00:00.5"}), 7, "whole seconds"),
        (("reading", {"note": "\ud800"}), 7, "half a character"),
        (("reading", {"note": "x" * 10_001}), 7, "at most 10,000"),
        (("reading", {"note": None}), 7, "“note”"),
        (("reading", {"id": "1"}), 7, "is not a UUID"),
        (("reading", {"session": uuid_of(99)}), 7, "the session of this reading is not there"),
        (("reading", {"colour": 1}), 7, "has no field “colour”"),
        (("reading", {"kind": "run"}), 7, "“kind” is not one of a journal"),
        (("reading", {"kind": []}), 7, "“kind” is not one of a journal"),
        (("interval", {"session": uuid_of(99)}), 5, "the session of this interval is not there"),
        (("interval", {"number": 1}), 6, "is in the file twice"),
        (("interval", {"interval": "jump"}), 5, "“interval” has to be one of"),
        (("interval", {"seconds": float("nan")}), 5, "“seconds” has to be a number"),
        (("interval", {"seconds": -1}), 5, "“seconds” has to be a number of seconds from 0"),
        (("session", {"plan": "0" * 64}), 3, "the plan of this session is not there"),
        (("session", {"plan": "0"}), 3, "is not a SHA-256"),
        (("session", {"outcome": "won"}), 3, "“outcome”"),
        (("session", {"steps": 2**70}), 3, "“steps”"),
        (("session", {"id": uuid_of(2)}), 4, "is in the file twice"),
        (("plan", {"text": {}}), 2, "“text” is not a plan"),
        (("plan", {"sha256": "0" * 64}), 2, "not the one that its “sha256” names"),
        (("flag", {"flag": ""}), 8, "“flag” is empty"),
        (("flag", {"answer": None}), 8, "“answer”"),
        (("hiproutine-journal", {"format": 4}), 1, "knows 3; update hiproutine"),
        (("hiproutine-journal", {"format": "1"}), 1, "does not say its format"),
        (("hiproutine-journal", {"readings": None}), 1, "does not say how many readings"),
        (("hiproutine-journal", {"sessions": 3}), 8, "ends here with 2 of 3 sessions"),
    ],
)
def test_a_wrong_line_is_named_and_nothing_is_written(
    journal: Journal, other: Journal, change: tuple[str, dict[str, Any]], line: int, says: str
) -> None:
    kind, more = change
    sentence = refusal(other, changed(filled(journal), kind, more))
    assert sentence.startswith(f"f.jsonl, line {line}: ")
    assert says in sentence
    assert "Nothing was brought in" in sentence


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"{", "line 1: this is not a whole line of JSON"),
        (b"[" * 100_000, "line 1: this is not a whole line of JSON"),
        (b"1" * 5000, "line 1: this is not"),
        (b"\xff", "line 1: this is not UTF-8"),
        (b"[]", "line 1: this is not a record"),
        (b'{"kind":"reading"}', "line 1: this is not the first line of an export"),
    ],
)
def test_what_is_no_export_says_so(other: Journal, line: bytes, says: str) -> None:
    assert says in refusal(other, line.splitlines(keepends=True))


def test_half_a_file_is_refused_wherever_it_is_cut(journal: Journal, tmp_path: Path) -> None:
    whole = b"".join(filled(journal))
    other = Journal(tmp_path / "other.sqlite3", now=Wall())
    for end in [*range(0, len(whole) - 1, 97), len(whole) - 2]:
        with pytest.raises(TransferError):
            import_lines(other, whole[:end].splitlines(keepends=True), "f")
    assert not other.path.exists()
    import_lines(other, whole[:-1].splitlines(keepends=True), "f")
    assert len(other.sessions()) == 2


def test_a_missing_field_is_named(journal: Journal, other: Journal) -> None:
    lines = filled(journal)
    values = json.loads(lines[6])
    del values["score"]
    lines[6] = json.dumps(values).encode()
    assert "line 7: “score” is missing" in refusal(other, lines)


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(journal: Journal, other: Journal) -> None:
    lines = filled(journal)
    import_lines(other, [b"\xef\xbb\xbf" + lines[0], *(line.replace(b"\n", b"\r\n") for line in lines[1:])], "f")
    assert lines_of(other) == lines


# Any journal

OFFSETS = st.integers(-86_399, 86_399).map(lambda seconds: timezone(timedelta(seconds=seconds)))
MOMENTS = st.datetimes(datetime(2000, 1, 3), datetime(2026, 3, 10), timezones=OFFSETS)  # noqa: DTZ001
TEXT = st.text(max_size=30)
SCORE = st.none() | st.integers(0, 10)
SECONDS = st.floats(0, 1e6)


@st.composite
def readings(draw: st.DrawFn, sessions: list[str]) -> Reading:
    return Reading(
        id=str(draw(st.uuids())), at=draw(MOMENTS), moment=draw(st.sampled_from(Moment)),
        score=draw(st.integers(0, 10)), worst=draw(SCORE), side=draw(st.none() | st.sampled_from(Side)),
        area=draw(st.none() | st.sampled_from(Area)), feel=draw(st.none() | st.sampled_from(Feel)),
        limp=draw(st.none() | st.booleans()), stiffness=draw(st.none() | st.sampled_from(Stiffness)),
        effort=draw(SCORE), masked=draw(st.none() | st.booleans()), note=draw(TEXT),
        session=draw(st.sampled_from([None, *sessions])),
    )  # fmt: skip


@given(data=st.data())
def test_any_journal_comes_back_byte_for_byte(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    draw, wall = data.draw, Wall()
    folder = tmp_path_factory.mktemp("any")
    with Journal(folder / "one", now=wall) as one, Journal(folder / "two", now=wall) as two:
        sessions: list[str] = []
        for _ in range(draw(st.integers(0, 2))):
            at = draw(MOMENTS)
            record = session_record(
                id=str(draw(st.uuids())), at=at, routine_id=draw(TEXT), title=draw(TEXT), note=draw(TEXT),
                plan_seconds=draw(SECONDS), progress=Progress(1, draw(SECONDS), draw(SECONDS), 2, draw(SECONDS)),
                outcome=draw(st.sampled_from(State)), ended_at=draw(st.none() | MOMENTS),
            )  # fmt: skip
            one.begin(record, draw(st.none() | plans()))
            ended = [
                interval_record(
                    record.id,
                    number,
                    name=draw(TEXT),
                    kind=draw(st.sampled_from(Kind)),
                    seconds=draw(SECONDS),
                    outcome=draw(st.sampled_from(Outcome)),
                    at=draw(MOMENTS),
                    reason=draw(TEXT),
                    side=draw(st.sampled_from(["left", "right", None])),
                )
                for number in range(draw(st.integers(0, 2)))
            ]
            if ended:
                one.intervals_done(record.id, ended, record.progress)
            sessions.append(record.id)
        for kept in draw(st.lists(readings(sessions), max_size=3)):
            one.add_reading(kept)
            assert kept in one.readings()
        for number in range(draw(st.integers(0, 2))):
            cleared = draw(st.none() | MOMENTS)
            one.answer_flag(
                flag(
                    number,
                    draw(MOMENTS),
                    answer=draw(st.booleans()),
                    checked_on=cleared,
                    taken_back_on=draw(st.none() | MOMENTS),
                )
            )
        lines = lines_of(one)
        import_lines(two, lines, "f")
        assert lines_of(two) == lines
        import_lines(two, lines, "f")
        assert lines_of(two) == lines
        assert two.readings() == one.readings()


# Files


def test_a_file_is_written_whole_and_never_over_another(journal: Journal, tmp_path: Path) -> None:
    lines = filled(journal)
    path = tmp_path / "out.jsonl"
    export_file(journal, path)
    assert path.read_bytes() == b"".join(lines)
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(TransferError, match="is there already"):
        export_file(journal, path)
    export_file(journal, path, force=True)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["journal.sqlite3", "missing/out.jsonl", "."])
def test_a_file_is_not_written_where_it_does_not_belong(journal: Journal, name: str) -> None:
    filled(journal)
    before = journal.path.read_bytes()
    with pytest.raises(TransferError):
        export_file(journal, journal.path.parent / name, force=True)
    assert journal.path.read_bytes() == before


def test_tables_hold_what_a_spreadsheet_must_not_calculate_as_text(journal: Journal, tmp_path: Path) -> None:
    filled(journal)
    journal.add_reading(reading(5, id_of=2, note="=HYPERLINK(1)", limp=True))
    paths = export_csv(journal, tmp_path)
    assert [path.name for path in paths] == ["sessions.csv", "readings.csv", "runs.csv"]
    with paths[1].open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["score"], row["limp"], row["note"]) for row in rows] == [
        ("4", "no", "ünd 🦵"),
        ("5", "yes", "'=HYPERLINK(1)"),
    ]
    with paths[0].open(newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["Hips", "Hips"]
