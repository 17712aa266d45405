"""The types that stand in the comments of the page's modules hold: TypeScript reads them, and makes nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.share.browsing import missing


def test_the_types_of_the_page_hold() -> None:
    tsc = shutil.which("tsc")
    if not tsc:
        missing("no tsc on the path: npm install --global typescript")
    project = str(Path(__file__).with_name("tsconfig.json"))
    ran = subprocess.run([str(tsc), "--project", project], capture_output=True, text=True, check=False, timeout=120)
    assert (ran.returncode, ran.stdout) == (0, "")
