"""What is written down by hand: questions, what is kept, what is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from hiproutine.advice.pain.because import CLOSING
from hiproutine.advice.pain.readings import Moment
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Outing, Sport, Surface
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.notes import by_hand, meaning, outing_text
from hiproutine.dialogue.questions import Aside, Asking, Note, Statement
from hiproutine.dialogue.red_flags import by_hand as signs_by_hand
from hiproutine.journal.outings import add_outing, last_onset, outings, remove_outing
from hiproutine.journal.store import Journal
from tests.dialogue.talk import context, talk
from tests.journal.shelf import Wall


@pytest.mark.parametrize("asking", [lambda here: by_hand(here, Unit.KM), signs_by_hand])
def test_before_anything_else_is_asked_the_notice_is_read(
    journal: Journal, wall: Wall, asking: Callable[[Context], Asking[None]]
) -> None:
    fresh = context(journal, wall, used=False)
    assert talk(asking(fresh), ["no"]).texts == ["Before the first time"]
    assert talk(asking(fresh), ["yes", Aside.SKIP]).texts[0] == "Before the first time"
    assert len(talk(asking(fresh), [Aside.SKIP]).texts) == 1


def test_a_run_is_asked_for_kept_and_added_up(journal: Journal, wall: Wall) -> None:
    add_outing(journal, Outing(str(uuid4()), wall() - timedelta(days=8), Sport.RUN, 10_000))
    found = talk(by_hand(context(journal, wall), Unit.KM), ["run", "5,5 km", "28:30", 1, "trail", "ok"])
    assert found.texts[1:5] == [
        "How far, in km?",
        "How long, in minutes?",
        "The worst of it?",
        "What was under your feet?",
    ]
    [_, kept] = outings(journal)
    assert (kept.metres, kept.seconds, kept.pain, kept.surface, kept.at) == (5500, 1710, 1, Surface.TRAIL, wall())
    said = found.asked[-1]
    assert isinstance(said, Statement)
    assert said.text == "Kept: a run, 5.5 km in 28 minutes (5:11 a km), trail, pain 1."
    assert said.sentences == ("5.5 km in 1 run in these seven days, 10.0 km in 1 run in the seven before.",)
    assert said.closing == ""


def test_what_it_rests_on_is_a_key_away_after_something_was_kept(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    answers = ["run", "5", Aside.SKIP, 7, Aside.SKIP, "why", "next", "back", "why", "back", "ok"]
    found = talk(by_hand(here, Unit.KM), answers)
    kept, bands, settling, again, *_ = found.asked[5:]
    assert kept == again
    for page, sentence, what in zip(
        (bands, settling), kept.sentences[1:], ("Boonstra 2016", "not tested in"), strict=True
    ):
        assert page.text == "What this rests on"
        assert page.sentences[0] == sentence
        assert what in page.sentences[1]
    assert bands.because == ("pain 7, on 2026-03-11 at 12:00",)


def test_what_cannot_be_read_is_asked_again_with_how_to_write_it(journal: Journal, wall: Wall) -> None:
    found = talk(by_hand(context(journal, wall), Unit.MILES), ["run", "far", "3.1", "", Aside.SKIP, Aside.SKIP, "ok"])
    again = found.asked[2]
    assert isinstance(again, Note)
    assert (again.text, again.kicker) == ("How far, in miles?", 'Write down: write it as "5km", "3.1mi" or "400m"')
    [kept] = outings(journal)
    assert kept.metres == pytest.approx(4988.97, abs=0.01)
    assert (kept.seconds, kept.pain, kept.surface) == (None, None, None)


def test_pain_from_a_run_is_weighed(journal: Journal, wall: Wall) -> None:
    found = talk(by_hand(context(journal, wall), Unit.KM), ["run", "5", Aside.SKIP, 6, Aside.SKIP, "ok"])
    said = found.asked[-1]
    assert said.sentences[1].startswith("High. Rest is the better choice")
    assert said.sentences[2].startswith("Your hip reacted to the run of 5.0 km.")
    assert said.closing == CLOSING


@pytest.mark.parametrize("sport", [Sport.YOGA, Sport.MASSAGE])
def test_another_activity_counts_no_distance(journal: Journal, wall: Wall, sport: Sport) -> None:
    found = talk(by_hand(context(journal, wall), Unit.KM), ["other", sport.value, "45", Aside.AS_USUAL, "ok"])
    assert "How far, in km?" not in found.texts
    [kept] = outings(journal)
    assert (kept.sport, kept.seconds, kept.pain) == (sport, 2700, 0)
    assert found.asked[-1].sentences == ()


@pytest.mark.parametrize(("answer", "score"), [(4, 4), (Aside.AS_USUAL, 0), (Aside.SKIP, None)])
def test_pain_now_is_kept(journal: Journal, wall: Wall, answer: object, score: int | None) -> None:
    talk(by_hand(context(journal, wall), Unit.KM), ["pain", answer, *([None] if score is not None else [])])
    assert [(one.moment, one.score) for one in journal.readings()] == ([] if score is None else [(Moment.OTHER, score)])


def test_when_it_began_is_kept(journal: Journal, wall: Wall) -> None:
    found = talk(by_hand(context(journal, wall), Unit.KM), ["onset", "yesterday", None])
    onset = last_onset(journal)
    assert onset
    assert onset.at == wall() - timedelta(days=1)
    assert found.texts[-1] == "Kept: the first two days count from then."


@pytest.mark.parametrize("answers", [[Aside.SKIP], ["other", Aside.SKIP], ["onset", Aside.SKIP]])
def test_nothing_is_kept_of_what_is_left_out(journal: Journal, wall: Wall, answers: list[object]) -> None:
    talk(by_hand(context(journal, wall), Unit.KM), answers)
    assert (outings(journal), journal.readings(), last_onset(journal)) == ((), [], None)


def test_an_outing_is_taken_back_by_the_beginning_of_its_id(journal: Journal, wall: Wall) -> None:
    for number, beginning in enumerate(("ab", "ac", "b")):
        add_outing(journal, Outing(f"{beginning}0000", wall() + timedelta(minutes=number)))
    assert remove_outing(journal, "a") is None
    assert remove_outing(journal, "x") is None
    assert remove_outing(journal, "") is None
    gone = remove_outing(journal, "b")
    assert gone
    assert gone.id == "b0000"
    assert [one.id for one in outings(journal)] == ["ab0000", "ac0000"]


def test_more_than_a_tenth_is_said(journal: Journal, wall: Wall) -> None:
    here = context(journal, wall)
    for number in range(3):
        add_outing(journal, Outing(f"a{number}", wall() - timedelta(days=7 + number), Sport.RUN, 10_000))
    exact, more = (Outing("b", wall(), Sport.RUN, metres) for metres in (11_000, 11_001))
    add_outing(journal, exact)
    assert [one.kind for one in meaning(here, exact, Unit.KM).advice] == []
    add_outing(journal, more)
    assert [one.kind for one in meaning(here, more, Unit.KM).advice] == ["longer run"]


@pytest.mark.parametrize(
    ("outing", "text"),
    [
        (Outing("a", Wall()(), Sport.RUN, 5000), "a run, 5.0 km"),
        (Outing("a", Wall()(), Sport.RUN, None, 1500), "a run, 25 minutes"),
        (Outing("a", Wall()(), Sport.CYCLE, 20_000, 3600), "cycling, 20.0 km in 1 hour"),
        (Outing("a", Wall()(), Sport.OTHER, pain=0), "an activity, pain 0"),
        (Outing("a", Wall()(), Sport.MASSAGE, seconds=2700), "a massage, 45 minutes"),
    ],
)
def test_an_outing_in_words(outing: Outing, text: str) -> None:
    assert outing_text(outing, Unit.KM) == text
