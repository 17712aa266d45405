"""Folders, archives and packed files: what services export, and what nobody should open."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from hiproutine.advice.recovery.facts import Sport
from hiproutine.runs import parallel_reading, sources
from hiproutine.runs.reading import AS_SAID
from hiproutine.runs.recording import Recording, Refusal, Refused
from hiproutine.runs.sources import read_path, read_stream, size_of
from tests.runs.fit_file import T0, FitFile, plain
from tests.runs.test_tables import GARMIN, STRAVA
from tests.runs.test_xml import STATISTICS, gpx, health, segment, tcx, workout

RUN = plain().bytes()


def packed(files: dict[str, bytes]) -> bytes:
    """An archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def found_in(path: Path) -> list[Recording]:
    """Every recording below a path."""
    return [one for read in read_path(path, AS_SAID) for one in read.found if isinstance(one, Recording)]


def refusals(path: Path) -> dict[str, Refusal]:
    """Every file that is refused."""
    return {read.name: one.why for read in read_path(path, AS_SAID) for one in read.found if isinstance(one, Refused)}


def kept_as(tmp_path: Path, name: str, data: bytes) -> Path:
    """A file."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data", [RUN, gzip.compress(RUN), packed({"a/b.bin": RUN}), packed({"in.zip": packed({"x": gzip.compress(RUN)})})]
)
def test_a_file_is_what_it_holds_however_it_is_packed_and_called(tmp_path: Path, data: bytes) -> None:
    (found,) = found_in(kept_as(tmp_path, "photo.jpg", data))
    assert found.metres == 4500
    (read,) = read_stream(io.BytesIO(data), AS_SAID)
    assert read.found == (found,)


EXPORT = {
    "activities.csv": STRAVA.replace(",Run,", ",Walk,").encode(),
    "activities/101.fit.gz": gzip.compress(FitFile().about().session(sport=0).bytes()),
    "logins.csv": b"date,ip,count\n2026-05-04 07:30,127,5\n",
    "media/photo.jpg": b"\xff\xd8\xff" + b"\0" * 1000,
    "__MACOSX/._x": b"junk",
}


def as_folder(tmp_path: Path) -> Path:
    """The export as a folder."""
    for name, data in EXPORT.items():
        kept_as(tmp_path, f"export/{name}", data)
    return tmp_path / "export"


def test_an_export_of_strava_has_files_that_its_list_knows(tmp_path: Path) -> None:
    for place in (kept_as(tmp_path, "export.zip", packed(EXPORT)), as_folder(tmp_path)):
        found = found_in(place)
        of_file = next(one for one in found if one.keys[0].startswith("fit:"))
        assert "strava:101" in of_file.keys
        assert of_file.sport is Sport.WALK  # the device did not know
        listed = [one for one in found if one.keys[0].startswith("strava:")]
        assert [one.keys[0] for one in listed] == ["strava:102"]  # the other one's file says it better


def test_a_row_of_a_list_counts_where_its_file_cannot_be_read(tmp_path: Path) -> None:
    broken = EXPORT | {"activities/101.fit.gz": b"\x1f\x8bxx"}
    found = found_in(kept_as(tmp_path, "export.zip", packed(broken)))
    assert [one.keys[0] for one in found] == ["strava:101", "strava:102"]


def test_over_the_cores_all_comes_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(12):
        kept_as(tmp_path, f"{number:02}.gpx", gpx(segment(0, 60 + number * 10)) if number % 5 else b"<gpx>")
    alone = list(read_path(tmp_path, AS_SAID))
    monkeypatch.setattr(parallel_reading, "WORTH_IT", 0.0)
    over = list(read_path(tmp_path, AS_SAID, cores=2))
    assert [str(read) for read in over] == [str(read) for read in alone]


def test_an_export_of_garmin_has_archives_in_it_and_most_of_it_is_no_activity(tmp_path: Path) -> None:
    inner = packed({f"{n}.fit": FitFile().about(kind=32).records(10).bytes() for n in range(3)} | {"run.fit": RUN})
    path = kept_as(tmp_path, "garmin.zip", packed({"DI/UploadedFiles_0.zip": inner, "DI/list.csv": GARMIN.encode()}))
    assert [one.metres for one in found_in(path)] == [4500, 4500, None, None]
    assert set(refusals(path).values()) == {Refusal.NO_ACTIVITY}


def test_an_export_of_apple_is_read_out_of_its_archive(tmp_path: Path) -> None:
    data = packed({"apple_health_export/export.xml": health(workout(inside=STATISTICS))})
    assert [one.metres for one in found_in(kept_as(tmp_path, "export.zip", data))] == [4500]


def test_a_folder_is_gone_through_in_the_order_of_names_without_what_is_hidden(tmp_path: Path) -> None:
    kept_as(tmp_path, "b/2.gpx", gpx(segment(0, 60)))
    kept_as(tmp_path, "b/.hidden.gpx", gpx(segment(0, 60)))
    kept_as(
        tmp_path, "a.tcx", tcx("<Lap StartTime='2026-05-04T05:30:00Z'><TotalTimeSeconds>60</TotalTimeSeconds></Lap>")
    )
    assert [read.name for read in read_path(tmp_path, AS_SAID)] == ["a.tcx", "b/2.gpx"]
    assert size_of(tmp_path) > 100


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("date,distance,time\n2026-05-04 07:30,5.2,28:30\n", 1),
        ("2026-05-04 07:30,5.2,28:30\n", 0),
        ("date,text,amount\n2026-05-04,coffee,3.20\n", 0),
        ("date,weight,clock\n2026-05-04,75.2,07:15\n", 0),
        ("date,duration\n2026-05-04,07:15\n", 0),
    ],
)
def test_a_folder_holds_tables_of_much_else(tmp_path: Path, text: str, runs: int) -> None:
    kept_as(tmp_path, "folder/table.csv", text.encode())
    assert len(found_in(tmp_path / "folder")) == runs


def with_encryption() -> bytes:
    """An archive that says it is locked."""
    data = bytearray(packed({"run.fit": RUN}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def deep(levels: int) -> bytes:
    """Archives in archives."""
    data = RUN
    for _ in range(levels):
        data = packed({"in.zip": data})
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"../../run.fit": RUN}), Refusal.OUTSIDE),
        (packed({"/etc/run.fit": RUN}), Refusal.OUTSIDE),
        (packed({"..\\run.fit": RUN}), Refusal.OUTSIDE),
        (packed({"zeros": b"\0" * 2**21}), Refusal.BOMB),
        (gzip.compress(b"<HealthData>" + b" " * 2**21), Refusal.BOMB),
        (deep(5), Refusal.BOMB),
        (with_encryption(), Refusal.LOCKED),
        (packed({"run.fit": RUN})[:300], Refusal.DAMAGED),
        (gzip.compress(RUN)[:-20], Refusal.DAMAGED),
        (b"PK\x03\x04", Refusal.DAMAGED),
        (b"\x1f\x8b", Refusal.DAMAGED),
        (b"", Refusal.EMPTY),
        (b"\x7fELF" + b"\1" * 100, Refusal.UNKNOWN),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, why: Refusal
) -> None:
    monkeypatch.setattr(sources, "SMALL", 2**20)  # a bomb of 2 MB does
    path = kept_as(tmp_path, "x", data)
    assert set(refusals(path).values()) == {why}
    assert not found_in(path)


def test_a_damaged_file_in_an_archive_does_not_spoil_the_others(tmp_path: Path) -> None:
    data = packed(
        {
            "a.fit": RUN,
            "b.fit": RUN[:5],
            "c.gz": b"\x1f\x8bxx",
            "d.fit": FitFile().about(created=T0 + 1).session().bytes(),
        }
    )
    path = kept_as(tmp_path, "x.zip", data)
    assert len(found_in(path)) == 2
    assert set(refusals(path)) == {"x.zip/b.fit", "x.zip/c.gz"}


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert refusals(tmp_path / "none.fit") == {"none.fit": Refusal.UNREADABLE}
