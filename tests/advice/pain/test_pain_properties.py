"""What holds for every answer: more pain is never answered more mildly, reasons are named, and words are chosen."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.advice.pain import advice as records
from hiproutine.advice.pain import sources
from hiproutine.advice.pain.advice import Advice
from hiproutine.advice.pain.after import after, settling
from hiproutine.advice.pain.bands import WORDS
from hiproutine.advice.pain.during import during
from hiproutine.advice.pain.flags import FLAGS
from hiproutine.advice.pain.gate_table import TABLE
from hiproutine.advice.pain.gating import SPACED, Situation, findings, gate
from hiproutine.advice.pain.morning import next_morning
from hiproutine.advice.pain.readings import Moment, Reading
from hiproutine.advice.pain.red_flags import Screen, Why, flag_advice, standing
from hiproutine.advice.pain.sessions import Load, SessionPain
from hiproutine.advice.pain.trends import trends
from tests.advice.pain.answers import NOON, SCORES, TODAY, days_ago, readings, sessions

TWO = st.tuples(SCORES, SCORES).map(sorted)
"""A lower score and a higher, or two equal."""
SCREENS = st.frozensets(st.sampled_from([flag.id for flag in FLAGS]), max_size=4).map(
    lambda chosen: standing([Screen("screen", NOON, chosen)], [], UTC)
)
COURSES = st.lists(st.builds(days_ago, SCORES, st.integers(0, 60), st.sampled_from(Moment)), min_size=1, max_size=30)

CONDITIONS = (
    "fracture bursitis tendin tendon arthritis impinge labr tear strain sprain sciatic inflam injur disease syndrome "
    "disorder patholog dysplasia hernia necrosis infection cancer osteopor stress-"
)
MEDICINES = "ibuprofen paracetamol acetaminophen aspirin naproxen diclofenac nsaid opioid steroid tablet dose mg"
PROMISES = "safe cure heal guarantee prevent fix will never always recover ensure proven"
VERDICTS = "you-have diagnos treat rehab must forbidden blocked locked refused caused because-of due-to"
FORBIDDEN = [word.replace("-", " ") for word in f"{CONDITIONS} {MEDICINES} {PROMISES} {VERDICTS}".split()]


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """Everything that may be known before a session."""
    return Situation(
        draw(st.sampled_from(Load)),
        draw(st.sampled_from([*sorted(SPACED), "rest-day-light-stretch", "ice-therapy", "mine"])),
        TODAY,
        draw(st.none() | readings()),
        draw(st.none() | st.booleans()),
        tuple(draw(st.lists(sessions(), max_size=3))),
        draw(SCREENS),
    )


def rank(advice: Advice | None) -> int:
    """How careful an advice is; none at all is the mildest."""
    return advice.level.rank if advice else -1


@st.composite
def advices(draw: st.DrawFn) -> list[Advice]:
    """All that the rules say of one draw."""
    situation = draw(situations())
    before, now = draw(st.none() | readings()), draw(readings(Moment.AFTER))
    found = [
        gate(situation),
        *findings(situation),
        during(now, before),
        after(before, now, draw(st.lists(readings(Moment.DURING), max_size=2))),
        settling(before, now, draw(readings(Moment.OTHER))),
        next_morning(before, now),
        flag_advice(draw(SCREENS)),
        *trends(draw(COURSES), draw(st.lists(sessions(), max_size=5)), NOON, UTC),
    ]
    return [advice for advice in found if advice]


@given(situations(), readings(), TWO, TWO)
def test_a_higher_score_before_a_session_never_gives_milder_advice(
    situation: Situation, reading: Reading, now: list[int], worst: list[int]
) -> None:
    milder, higher = (
        replace(situation, reading=replace(reading, score=score, worst=peak))
        for score, peak in zip(now, worst, strict=True)
    )
    assert rank(gate(milder)) <= rank(gate(higher))


@given(situations(), readings())
def test_an_answer_about_a_pain_reliever_never_makes_advice_milder(situation: Situation, reading: Reading) -> None:
    open_eyed, masked = (replace(situation, reading=replace(reading, masked=one)) for one in (False, True))
    assert rank(gate(open_eyed)) <= rank(gate(masked))


@given(situations())
def test_a_routine_that_asks_more_never_gets_milder_advice(situation: Situation) -> None:
    ranks = [rank(gate(replace(situation, load=load))) for load in Load]
    assert ranks == sorted(ranks)


@given(situations())
def test_an_alternative_is_offered_only_where_it_is_preferred(situation: Situation) -> None:
    advice = gate(situation)
    if advice and advice.alternative:
        assert advice.level.prefers_other
        assert advice.alternative != situation.routine


@given(st.none() | readings(), readings(Moment.DURING), TWO)
def test_a_higher_score_in_or_after_a_session_never_gives_milder_advice(
    before: Reading | None, reading: Reading, scores: list[int]
) -> None:
    lower, higher = (replace(reading, score=score) for score in scores)
    late = timedelta(hours=6)
    assert rank(during(lower, before)) <= rank(during(higher, before))
    assert rank(after(before, lower)) <= rank(after(before, higher))
    assert rank(next_morning(before, lower)) <= rank(next_morning(before, higher))
    hour = [settling(before, reading, replace(one, at=reading.at + late)) for one in (lower, higher)]
    assert rank(hour[0]) <= rank(hour[1])


@given(COURSES, st.lists(sessions(), max_size=6))
def test_trends_depend_on_no_order(course: list[Reading], done: list[SessionPain]) -> None:
    said = [advice.sentence for advice in trends(course, done, NOON, UTC)]
    assert said == [advice.sentence for advice in trends(course[::-1], done[::-1], NOON, UTC)]


@given(advices())
def test_every_advice_names_what_it_rests_on_and_where_the_rule_comes_from(found: list[Advice]) -> None:
    for advice in found:
        assert advice.because
        assert all(one.ids and all(one.ids) and one.text for one in advice.because)
        assert advice.source.endswith(".")
        assert advice.closing == "General information, not medical advice."


@given(advices())
def test_every_sentence_obeys_the_rules_of_wording(found: list[Advice]) -> None:
    for advice in found:
        for text in (advice.sentence, advice.anyway):
            assert list(wrongs(text)) == []
        assert advice.sentence[0].isupper()
        assert advice.sentence.endswith(".")
        assert len(advice.sentence) <= 150


def wrongs(text: str) -> Iterator[str]:
    """What a text must not say."""
    if "!" in text:
        yield "!"
    yield from (word for word in FORBIDDEN if re.search(rf"\b{word}", text, re.IGNORECASE))


@pytest.mark.parametrize("text", ["Well done!", "You have a tear", "This is safe", "Take 400 mg", "It will heal"])
def test_the_rules_of_wording_find_what_must_not_be_said(text: str) -> None:
    assert list(wrongs(text))


def test_every_fixed_text_obeys_the_rules_of_wording() -> None:
    fixed = [*WORDS, *Why, *(rule.sentence for rule in TABLE.values()), records.CLOSING]
    assert [text for text in fixed if list(wrongs(text))] == []


def test_a_red_flag_asks_in_plain_words_and_makes_no_verdict() -> None:
    verdicts = [word.replace("-", " ") for word in VERDICTS.split()]
    for flag in FLAGS:
        assert "!" not in flag.words
        assert not any(word in flag.words.lower() for word in verdicts)
        assert flag.words[0].isupper()
        assert not flag.words.endswith((".", "?"))


def test_every_source_is_a_sentence_that_can_be_followed() -> None:
    named = [text for name, text in vars(sources).items() if name.isupper()]
    assert len(named) > 10
    for text in named:
        assert text.endswith(".")
        assert not re.search(r"\bseed\b|\bA\d\d?\b|/work|\d{3}:L", text)


def test_the_table_has_every_row_for_every_load() -> None:
    assert set(TABLE) == {(row, load) for row in (0, 1, 3, 6, 8) for load in Load}


def test_the_pain_rules_are_a_leaf() -> None:
    program = (
        "import pkgutil, sys, importlib, hiproutine.advice.pain as room\n"
        "[importlib.import_module(f'{room.__name__}.{one.name}') for one in pkgutil.iter_modules(room.__path__)]\n"
        "heavy = {'textual', 'rich', 'pydantic', 'sqlite3', 'subprocess'} & set(sys.modules)\n"
        "ours = [m for m in sys.modules if m.startswith('hiproutine.') and 'advice' not in m]\n"
        "print(sorted(heavy), ours)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] []"
