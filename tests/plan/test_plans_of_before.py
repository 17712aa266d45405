"""No file that was written before changes its meaning: every bundled plan is byte for byte what it was."""

from __future__ import annotations

import json
import os
from pathlib import Path

from hiproutine.journal.plan_json import fingerprint, plan_text
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load

KEPT = Path(__file__).with_name("plans_of_before.json")
"""Fingerprints by id; after a change of the routines themselves, HIPROUTINE_PLANS=write takes them again."""


def test_every_bundled_plan_is_as_it_was() -> None:
    catalogue = Catalogue([bundled() / "exercises"])
    files = sorted(bundled().glob("*.toml"))
    found = {path.stem: fingerprint(plan_text(load(path, catalogue).plan)) for path in files}
    if os.environ.get("HIPROUTINE_PLANS") == "write":
        KEPT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert {name: found.get(name) for name in kept} == kept
