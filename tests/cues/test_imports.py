"""No output costs anything as long as it is not used."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import python

NEVER = {"wakepy", "wave", "subprocess", "tempfile", "winsound", "ctypes", "textual", "pydantic", "sqlite3"}
OUTPUTS = ("bell", "sound", "speech", "notify", "flash", "spoken", "tones", "terminals")


@pytest.mark.parametrize("module", ["hiproutine", "hiproutine.play.player", "hiproutine.cues", "hiproutine.cli.doctor"])
def test_importing_the_program_loads_no_output_and_none_of_its_libraries(module: str) -> None:
    ran = python("-c", f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))")
    assert (ran.status, ran.err) == (0, "")
    loaded = set(json.loads(ran.out))
    outputs = {name for name in loaded if name.startswith(("hiproutine.cues.", "hiproutine.cues.awake"))}
    assert outputs == set()
    assert not loaded & (NEVER - {"subprocess", "tempfile", "ctypes"} if module.endswith("doctor") else NEVER)


def test_the_outputs_load_no_library_that_is_not_their_own() -> None:
    modules = ", ".join(f"hiproutine.cues.{module}" for module in OUTPUTS)
    ran = python("-c", f"import json, sys, hiproutine.cues.awake, {modules}; print(json.dumps(sorted(sys.modules)))")
    assert (ran.status, ran.err) == (0, "")
    assert not set(json.loads(ran.out)) & {"wakepy", "textual", "rich", "pydantic", "sqlite3", "click", "asyncio"}
