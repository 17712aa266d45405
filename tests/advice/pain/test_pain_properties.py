"""What holds for every word: reasons are named, sentences are chosen, and sources can be followed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from hiproutine.advice import studies
from hiproutine.advice.assess import assess
from hiproutine.advice.pain.bands import WORDS
from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.red_flags import Why
from hiproutine.advice.pain_score import BANDS
from hiproutine.advice.studies import Source
from tests.advice.histories import NOW, History, histories

LONGEST = 170
"""Characters of a sentence that is shown."""
CONDITIONS = (
    "fracture bursitis tendin tendon arthritis impinge labr tear strain sprain sciatic inflam injur disease syndrome "
    "disorder patholog dysplasia hernia necrosis infection cancer osteopor stress-"
)
MEDICINES = "ibuprofen paracetamol acetaminophen aspirin naproxen diclofenac nsaid opioid steroid tablet dose mg"
PROMISES = "safe cure heal guarantee prevent fix will never always recover ensure proven"
VERDICTS = "you-have diagnos treat rehab must forbidden blocked locked refused caused because-of due-to"
FORBIDDEN = [word.replace("-", " ") for word in f"{CONDITIONS} {MEDICINES} {PROMISES} {VERDICTS}".split()]


@settings(max_examples=30, deadline=None)
@given(histories())
def test_every_sentence_obeys_the_rules_of_wording(history: History) -> None:
    judged = assess(history.facts, NOW, history.zone)
    assert judged.closing == "General information, not medical advice."
    for one in (*judged.findings, *judged.timing):
        assert list(wrongs(one.sentence)) == []
        assert one.sentence[0].isupper()
        assert one.sentence.endswith(".")
        assert len(one.sentence) <= LONGEST, one.sentence
        assert all(reason.text for reason in one.because)


def wrongs(text: str) -> Iterator[str]:
    """What a text must not say."""
    if "!" in text:
        yield "!"
    yield from (word for word in FORBIDDEN if re.search(rf"\b{word}", text, re.IGNORECASE))


@pytest.mark.parametrize("text", ["Well done!", "You have a tear", "This is safe", "Take 400 mg", "It will heal"])
def test_the_rules_of_wording_find_what_must_not_be_said(text: str) -> None:
    assert list(wrongs(text))


def test_every_fixed_text_obeys_the_rules_of_wording() -> None:
    fixed = [*WORDS, *Why, *(band.sentence for band in BANDS), CLOSING]
    assert [text for text in fixed if list(wrongs(text))] == []


def test_a_red_flag_asks_in_plain_words_and_makes_no_verdict() -> None:
    verdicts = [word.replace("-", " ") for word in VERDICTS.split()]
    for flag in FLAGS:
        assert "!" not in flag.words
        assert not any(word in flag.words.lower() for word in verdicts)
        assert flag.words[0].isupper()
        assert not flag.words.endswith((".", "?"))


def test_every_source_is_a_sentence_that_can_be_followed() -> None:
    named = [one for one in vars(studies).values() if isinstance(one, Source)]
    assert len(named) > 10
    for text in (text for one in named for text in (one.name, one.found)):
        assert text.endswith(".")
        assert not re.search(r"\bseed\b|\bA\d\d?\b|\d{3}:L", text)


def test_the_rules_are_pure() -> None:
    program = (
        "import pkgutil, sys, importlib, hiproutine.advice as room\n"
        "[importlib.import_module(one.name) for one in pkgutil.walk_packages(room.__path__, 'hiproutine.advice.')]\n"
        "heavy = {'textual', 'rich', 'pydantic', 'sqlite3', 'subprocess'} & set(sys.modules)\n"
        "ours = [m for m in sys.modules if m.startswith('hiproutine.') and 'advice' not in m and 'wording' not in m]\n"
        "print(sorted(heavy), ours)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"
