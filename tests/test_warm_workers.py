"""Workers that are forked run what fresh ones run, and say the same of it."""

from __future__ import annotations

import os
import sys

import pytest

from tests import warm_workers


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers begin afresh")
def test_whoever_runs_this_beside_others_is_forked() -> None:
    fresh = "PYTEST_XDIST_WORKER" not in os.environ or os.environ.get(warm_workers.HOW) == "fresh"
    assert warm_workers.is_forked() is not fresh
