"""What is said, as a person would say it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine.cues.speech import Speech, Voice
from hiproutine.cues.spoken import Script
from hiproutine.cues.utterance import Utterance, Weight
from hiproutine.cues.words import duration_words, number_words, sentence
from hiproutine.plan.model import Plan
from hiproutine.play.events import Events
from tests.clocks import ManualClock
from tests.cues.rig import play_through
from tests.play.rig import Rig, hold, plan_of_steps
from tests.tables import plan_of, plans

CAREFUL = {"setup": "Kneel on one knee."}


def talk(plan: Plan, seconds: float, *commands: str) -> list[str]:
    """Everything that is said in so many seconds, with its moment, asked every half second."""
    rig, script = Rig(plan), Script(plan)
    told: list[str] = []

    def hear(events: Events) -> None:
        if events and (utterance := script.utterance(events)):
            told.append(f"{rig.clock.now:g} {utterance.text}")

    hear(rig.engine.start())
    for command in commands:
        hear(getattr(rig.engine, command)())
    while rig.clock.now < seconds:
        rig.clock.advance(0.5)
        hear(rig.engine.tick())
    return told


def last_of(plan: Plan, *commands: str) -> Utterance | None:
    """What is said about the last of some commands."""
    rig = Rig(plan)
    events: Events = ()
    for command in ("start", *commands):
        events = getattr(rig.engine, command)()
    return Script(plan).utterance(events)


def step(name: str = "Hip flexor stretch", **more: Any) -> dict[str, Any]:
    return {"name": name, "hold": 30, "setup": "Kneel on one knee.", **more}


def test_a_stretch_on_both_sides_is_followed_without_looking() -> None:
    plan = plan_of_steps(step(sides="each", cues=["Tuck the tail under"]), get_ready=10, switch=5)
    assert talk(plan, 75) == [
        "0 Get ready: Hip flexor stretch, left side, thirty seconds. Kneel on one knee.",
        *["7 Three.", "8 Two.", "9 One."],
        "10 Begin. Tuck the tail under.",
        "25 Half time.",
        *["37 Three.", "38 Two.", "39 One."],
        "40 Switch: right side.",
        *["42 Three.", "43 Two.", "44 One."],
        "45 Begin. Tuck the tail under.",
        "60 Half time.",
        *["72 Three.", "73 Two.", "74 One."],
        "75 Done.",
    ]


def test_a_rest_says_what_comes_and_warns_ten_seconds_before_it() -> None:
    plan = plan_of_steps(hold("Plank", 10), {"rest": 20}, step("Bridge"), get_ready=0)
    assert talk(plan, 30)[4:] == [
        "10 Rest, twenty seconds. Next: Bridge, thirty seconds. Kneel on one knee.",
        "20 Ten seconds.",
        *["27 Three.", "28 Two.", "29 One."],
        "30 Begin.",
    ]


def test_another_set_of_the_same_is_not_explained_again() -> None:
    plan = plan_of_steps(step(sets=2, set_rest=15), get_ready=0)
    assert [line for line in talk(plan, 75) if "set" in line] == [
        "0 Hip flexor stretch, set one of two, thirty seconds. Kneel on one knee.",
        "30 Rest, fifteen seconds. Next: set two of two.",
    ]


def test_work_at_ones_own_pace_says_how_often_and_once_what_to_press() -> None:
    plan = plan_of_steps(
        {"name": "Bridge", "reps": 10}, {"name": "Bird dog", "reps": 8, "sides": "alternate"}, get_ready=6, transition=7
    )
    assert last_of(plan) == Utterance("Get ready: Bridge, ten times.", Weight.CHANGE)
    assert last_of(plan, "next") == Utterance("Begin. Press space when you are done.", Weight.CUE)
    assert last_of(plan, "next", "next") == Utterance("Next: Bird dog, eight times a side.", Weight.CHANGE)
    assert last_of(plan, "next", "next", "next") == Utterance("Begin.", Weight.COUNT)


def test_how_often_is_said_when_work_begins_where_the_change_was_too_short_for_it() -> None:
    plan = plan_of_steps({"name": "Bird dog", "reps": 8, "sides": "alternate"}, get_ready=5)
    assert last_of(plan) == Utterance("Bird dog.", Weight.CHANGE)
    assert last_of(plan, "next") == Utterance("Begin. Eight times a side. Press space when you are done.", Weight.CUE)


def test_a_check_is_asked() -> None:
    plan = plan_of_steps({"confirm": "The pack is wrapped"}, hold("A", 5))
    told = last_of(plan)
    assert told == Utterance("Check: The pack is wrapped. Press space when you have checked.", Weight.CHANGE)


def test_a_set_up_that_there_is_no_time_to_hear_is_left_out() -> None:
    long = "Lie on the other side with both legs straight, the named leg on top, and rest the head on the lower arm."
    plan = plan_of_steps(step("A", setup=long), get_ready=7)
    assert last_of(plan) == Utterance("Get ready: A, thirty seconds.", Weight.CHANGE)


def test_what_comes_next_is_said_before_the_work_is_over_and_the_change_says_what_is_left() -> None:
    plan = plan_of_steps(hold("Plank", 30), step(sides="left"), get_ready=5, transition=6)
    told = [line for line in talk(plan, 42) if "." in line and line.split()[1] not in {"Three.", "Two.", "One."}]
    assert told == [
        "0 Get ready: Plank.",
        "5 Begin.",
        "20 Half time.",
        "26 Next: Hip flexor stretch, left side, thirty seconds. Kneel on one knee.",
        "35 Hip flexor stretch, left side.",
        "41 Begin.",
    ]


def test_after_a_command_the_change_says_what_was_not_said_before() -> None:
    plan = plan_of_steps(hold("Plank", 30), step(sides="left"), get_ready=5, transition=9)
    assert last_of(plan, "next", "next") == Utterance(
        "Next: Hip flexor stretch, left side, thirty seconds. Kneel on one knee.", Weight.CHANGE
    )


def test_what_comes_next_is_said_between_the_cues_and_the_change_says_what_was_left_out() -> None:
    cues = [{"at": "half", "say": "Breathe out slowly and let the knee sink"}, {"at": "-9s", "say": "Nearly there"}]
    plan = plan_of_steps(hold("Plank", 30, cues=cues), step(), get_ready=5, transition=9)
    told = talk(plan, 45)
    assert told[6:8] == ["26 Nearly there.", "28 Next: Hip flexor stretch. Kneel on one knee."]
    assert "35 Hip flexor stretch, thirty seconds." in told


def test_nothing_is_said_about_a_pause_and_going_on_is_counted_in() -> None:
    plan = plan_of_steps(hold("A", 30), get_ready=0)
    assert last_of(plan, "pause") is None
    assert talk(plan, 3, "pause", "resume") == ["0 A, thirty seconds.", "0 Three.", "1 Two.", "2 One.", "3 Go on."]


def test_what_is_entered_by_a_command_is_announced_not_begun() -> None:
    plan = plan_of_steps(step(), get_ready=5)
    assert last_of(plan, "next", "restart") == Utterance(
        "Hip flexor stretch, thirty seconds. Kneel on one knee.", Weight.CHANGE
    )
    rig = Rig(plan)
    rig.do("start")
    rig.do("pause")
    told = Script(plan).utterance(rig.engine.next(), still=True)
    assert told == Utterance("Hip flexor stretch, thirty seconds. Kneel on one knee.", Weight.CHANGE)


def test_of_what_comes_late_only_the_last_is_said() -> None:
    plan = plan_of_steps(hold("A", 10), hold("B", 30), get_ready=0, transition=6)
    rig = Rig(plan)
    rig.do("start")
    rig.clock.advance(4.9)
    rig.do("tick")
    rig.clock.advance(4.9)
    assert Script(plan).utterance(rig.engine.tick()) == Utterance("One.", Weight.COUNT)
    rig.clock.advance(2)
    assert Script(plan).utterance(rig.engine.tick()) == Utterance("B, thirty seconds.", Weight.CHANGE)


def test_before_a_pause_nothing_is_said_any_more() -> None:
    plan = plan_of_steps(hold("A", 10), hold("B", 30), get_ready=0, transition=4)
    rig = Rig(plan)
    rig.do("start")
    rig.clock.advance(4.9)
    rig.do("tick")
    rig.clock.advance(2.2)
    events = rig.engine.pause()
    assert len(events) > 1
    assert Script(plan).utterance(events) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "one second"), (12, "twelve seconds"), (30, "thirty seconds"), (45, "forty-five seconds"),
     (60, "one minute"), (75, "one minute fifteen"), (65, "one minute five seconds"), (900, "fifteen minutes"),
     (3600, "one hour"), (3900, "one hour five minutes"), (0.4, "one second"), (29.96, "thirty seconds")],
)  # fmt: skip
def test_lengths_are_said_in_words(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


@given(st.integers(0, 99))
def test_every_number_has_its_own_words(value: int) -> None:
    assert number_words(value).replace("-", "").isalpha()
    assert [other for other in range(100) if number_words(other) == number_words(value)] == [value]


def test_numbers_beyond_words_are_digits() -> None:
    assert (number_words(100), number_words(-1)) == ("100", "-1")


@pytest.mark.parametrize(
    ("text", "end"), [("", ""), ("go", "Go."), ("Look?", "Look?"), ("a  b\nc", "A b c."), ("next:", "Next.")]
)
def test_a_sentence_begins_and_ends(text: str, end: str) -> None:
    assert sentence(text) == end


@given(plan=plans(), pace=st.sampled_from([0.25, 0.7, 3.0]))
def test_whatever_happens_is_said_in_whole_sentences_and_never_a_number_in_a_change(plan: Plan, pace: float) -> None:
    rig, script = Rig(plan), Script(plan)
    events = rig.engine.start()
    for _ in range(200):
        if events and (utterance := script.utterance(events)):
            assert utterance.text == " ".join(utterance.text.split())
            assert utterance.text[-1] in ".?!…"
            assert (utterance.weight is Weight.COUNT) == (len(utterance.text.split()) <= 2 and utterance.text in COUNTS)
        if rig.engine.phase.over:
            break
        rig.clock.advance(pace)
        events = rig.engine.done() if rig.engine.interval.waits else rig.engine.tick()


COUNTS = {"In.", "Hold.", "Out.", "Three.", "Two.", "One.", "Ten seconds.", "Begin.", "Go on."}


def test_a_round_of_blocks_is_told_from_the_first_word_to_the_last() -> None:
    blocks = [{"title": "One", "rounds": 2, "steps": [hold("A", 5), hold("B", 5)]}]
    plan = plan_of({"title": "T", "blocks": blocks, "defaults": {"get_ready": 6, "transition": 0}})
    assert [line for line in talk(plan, 30) if "seconds" in line or "Done" in line] == [
        "0 Get ready: A, five seconds.", "11 B, five seconds.", "16 A, five seconds.", "21 B, five seconds.",
        "26 Done.",
    ]  # fmt: skip


def test_what_waits_for_a_key_names_the_one_the_person_has_chosen(clock: ManualClock) -> None:
    plan = plan_of_steps({"confirm": "Dry floor?"}, {"name": "Circles", "open": 5}, get_ready=0, transition=0)
    heard: list[str] = []

    class Ear(Voice):
        def say(self, utterance: Utterance) -> None:
            heard.append(utterance.text)

    play_through(plan, [Speech(plan, Ear(), space="control k")], clock)
    assert heard[0] == "Check: Dry floor? Press control k when you have checked."
    assert any(text.endswith("Press control k when you are done.") for text in heard)
    assert not any("space" in text for text in heard)
