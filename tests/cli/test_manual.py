"""The manual of authors: every key, every code, and examples that do what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hiproutine.authoring.hints import HINTS
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.checking import Source, check_file
from hiproutine.routine.snippets import as_text

MANUAL = (bundled() / "README.md").read_text(encoding="utf-8")
CATALOGUE = Catalogue([bundled() / "exercises"], [bundled()])
CODES = set(
    """
toml-syntax not-utf8 too-large control-character unknown-key missing-key wrong-type unknown-value out-of-range
bad-duration bad-tempo bad-cue bad-id unknown-exercise unknown-routine include-circle no-dose two-doses block-time
steps-and-blocks no-steps plan-too-long unsupported-format duplicate-id long-static-hold-before-run
""".split()  # noqa: SIM905 - as FORMAT lists them
)
WITHOUT_A_FILE = {"not-utf8", "too-large", "duplicate-id", "include-circle"}
"""What no example in a manual can be, alone as it stands there."""
FENCE = re.compile(r"^```toml\n(# (broken(?: exercise)?): ([a-z-]+)\n.*?)^```", re.DOTALL | re.MULTILINE)
BROKEN = [match.groups() for match in FENCE.finditer(MANUAL)]
WHOLE = re.search(r"^## The whole$.*?^```toml\n(.*?)^```", MANUAL, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("text", "kind", "code"), BROKEN, ids=[code for _, _, code in BROKEN])
def test_a_broken_example_has_the_problem_that_it_is_named_for(tmp_path: Path, text: str, kind: str, code: str) -> None:
    path = tmp_path / "example.toml"
    path.write_text(text, encoding="utf-8")
    (problem,) = check_file(Source(path, exercise=kind == "broken exercise"), CATALOGUE).problems
    assert problem.code == code


def test_every_code_is_explained_and_has_its_example() -> None:
    assert [code for code in sorted(CODES) if f"`{code}`" not in MANUAL] == []
    assert {code for _, _, code in BROKEN} == CODES - WITHOUT_A_FILE


def test_every_toml_example_says_what_it_is() -> None:
    first = re.findall(r"^```toml\n(.*)$", MANUAL, re.MULTILINE)
    assert [line for line in first if not re.fullmatch(r"# (routine|exercise|broken( exercise)?: [a-z-]+)", line)] == []


def test_every_key_is_in_the_tables_and_in_the_whole_example() -> None:
    keys = {table: set(hints) for table, hints in HINTS.items()}
    plain = re.sub(r"[\[\]]", "", MANUAL)
    assert [key for table in keys.values() for key in table if f"`{key}`" not in plain] == []
    assert WHOLE
    named = set(re.findall(r"\b([a-z_]+)\b(?= =|\]\])", WHOLE[1])) | {"vars", "defaults", "steps", "blocks"}
    assert (keys["Routine"] | keys["Block"] | keys["Step"] | keys["Defaults"] | keys["Cue"]) - named == set()


def test_the_problem_that_is_shown_is_printed_so(tmp_path: Path) -> None:
    path = tmp_path / "routines" / "mine.toml"
    path.parent.mkdir()
    path.write_text('title = "T"\n' + "\n" * 10 + '[[steps]]\nname = "A"\nhold = "30 secs"\n', encoding="utf-8")
    shown = as_text(check_file(Source(path, exercise=False), CATALOGUE)).replace(f"{tmp_path}/", "")
    assert f"```\n{shown}\n```" in MANUAL
