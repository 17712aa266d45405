"""Workers that are forked run what fresh ones run, and say the same of it."""

from __future__ import annotations

import os
import sys

import pytest

from tests import warm_workers
from tests.warm_workers import asked_for

TESTS = warm_workers.TESTS


def test_what_is_asked_for_is_imported_once_in_its_order() -> None:
    asked = [f"{TESTS / 'test_clock.py'}::test_one", str(TESTS / "guides"), str(TESTS / "test_clock.py")]
    found = asked_for(asked)
    assert found[0] == "tests.test_clock"
    assert found[1:] == sorted(found[1:]), "as pytest collects a folder"
    assert all(name.startswith("tests.guides.test_") for name in found[1:])
    assert len(found) > 2


@pytest.mark.parametrize("place", ["/nowhere", "/nowhere/test_one.py"])
def test_what_is_no_test_of_this_suite_is_left_to_pytest(place: str) -> None:
    assert asked_for([place]) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers begin afresh")
def test_whoever_runs_this_beside_others_is_forked() -> None:
    fresh = "PYTEST_XDIST_WORKER" not in os.environ or os.environ.get(warm_workers.HOW) == "fresh"
    assert warm_workers.is_forked() is not fresh
