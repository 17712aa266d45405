"""README.md of the journal describes what is exported: every kind of line, every field, and nothing else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from uuid import uuid4

import pytest

import hiproutine.journal
from hiproutine.advice.pain.readings import Area, Feel, Moment, Side, Stiffness
from hiproutine.advice.recovery.facts import Onset, Outing, Sport, Surface
from hiproutine.journal.export_files import export_csv
from hiproutine.journal.export_lines import TABLES
from hiproutine.journal.outings import add_onset, add_outing
from hiproutine.journal.records import PAIN, State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines
from hiproutine.plan.model import Kind
from hiproutine.play.events import Outcome
from tests.journal.shelf import flag, interval_record, keep_session, reading, session_record

PAGE = Path(hiproutine.journal.__file__).with_name("README.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (?:`(\w+)`|The first line)(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


def documented(section: str) -> list[str]:
    """The fields of a section's table, in order."""
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(\w+)`", row)]


@pytest.fixture
def full(journal: Journal) -> Journal:
    """A journal with something of everything."""
    record = session_record()
    keep_session(
        journal,
        record,
        interval_record(record.id, 0),
        interval_record(record.id, 1, outcome=Outcome.SKIPPED, reason=PAIN, side="left"),
    )
    journal.begin(session_record(2), None)
    journal.add_reading(reading(session=record.id))
    journal.answer_flag(flag())
    add_outing(journal, Outing(str(uuid4()), journal.now()))
    add_onset(journal, Onset(str(uuid4()), journal.now()))
    return journal


def test_every_field_of_an_export_is_documented_in_its_order(full: Journal) -> None:
    header, *rest = (json.loads(line) for line in export_lines(full))
    assert list(header) == documented(SECTIONS[""])
    kinds = {line["kind"]: list(line) for line in rest}
    assert set(kinds) == set(SECTIONS) - {""} == {table.kind for table in TABLES}
    for kind, fields in kinds.items():
        assert fields == documented(SECTIONS[kind]), kind
    assert [line["kind"] for line in rest] == sorted((line["kind"] for line in rest), key=list(kinds).index)


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("session", State),
        ("interval", Kind),
        ("interval", Outcome),
        ("reading", Moment),
        ("reading", Side),
        ("reading", Area),
        ("reading", Feel),
        ("reading", Stiffness),
        ("outing", Sport),
        ("outing", Surface),
    ],
)
def test_every_value_of_a_choice_is_documented(section: str, values: type[State]) -> None:
    assert [value.value for value in values if f"`{value.value}`" not in SECTIONS[section]] == []


def test_the_tables_have_the_same_fields_without_the_kind(full: Journal, tmp_path: Path) -> None:
    for path, kind in zip(export_csv(full, tmp_path), ("session", "reading", "outing"), strict=True):
        assert path.name in PAGE
        assert path.read_text(encoding="utf-8").splitlines()[0].split(",") == documented(SECTIONS[kind])[1:]
