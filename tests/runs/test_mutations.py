"""A sample of `python -m tests.run_mutations 5000`: read or refused in a sentence, whatever was changed."""

from __future__ import annotations

from tests.run_mutations import FILES, mutations, outcome


def test_a_sample_of_changed_files_is_read_or_refused() -> None:
    found = [outcome(content) for _, content in mutations(250, 7, FILES)]
    assert set(found) == {"read", "refused"}
