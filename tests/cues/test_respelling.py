"""What a voice would misread, and what it is given instead."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiproutine.cues.respelling import name_said, respelled
from hiproutine.cues.spoken import Script
from tests.cues.rig import BUNDLED, bundled_plan
from tests.play.rig import hold, plan_of_steps


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("90/90", "ninety ninety"),
        ("90/90 hip switch", "ninety ninety hip switch"),
        ("3/4 squat", "three quarters squat"),
        ("Down 1/2 way", "Down one half way"),
        ("Rolls 30/30", "Rolls thirty thirty"),
        ("4x8", "four times eight"),
        ("4 x 8 lifts", "four times eight lifts"),
        ("3×10", "three times ten"),
        ("10x each", "ten times each"),
        ("x10", "ten times"),
        ("8-12 times", "eight to twelve times"),
        ("8–12", "eight to twelve"),
        ("20-30 s", "twenty to thirty seconds"),
        ("5-10 min easy", "five to ten minutes easy"),
        ("2-1-2", "two, one, two"),
        ("Tempo 3-0-1-0", "Tempo three, zero, one, zero"),
        ("½", "half"),
        ("Lower ½ way", "Lower half way"),
        ("1½ turns", "one and a half turns"),
        ("¾ of the way", "three quarters of the way"),
        ("2 ¼ turns", "two and a quarter turns"),
        ("5 km", "5 kilometres"),
        ("1 km", "1 kilometre"),
        ("2.5 km easy", "2.5 kilometres easy"),
        ("400m strides", "400 metres strides"),
        ("30 s hold", "30 seconds hold"),
        ("2 min", "2 minutes"),
        ("1 min.", "1 minute."),
        ("Hold 1:30", "Hold one minute thirty"),
        ("Clam & bridge", "Clam and bridge"),
        ("Clam&bridge", "Clam and bridge"),
        ("Clam + bridge", "Clam plus bridge"),
        ("L/R", "left and right"),
        ("Clam (L)", "Clam, left"),
        ("L leg over R", "left leg over right"),
        ("Clam w/ band", "Clam with band"),
        ("Wall/post", "Wall or post"),
        ("80% effort", "80 percent effort"),
        ("Bend to 90°", "Bend to 90 degrees"),
        ("~20 s", "about 20 seconds"),
        ("Glute stretch (standing figure four)", "Glute stretch, standing figure four"),
        ("Press (gently) down", "Press, gently, down"),
        ("Knee → chest", "Knee, chest"),
        ("Hold — breathe", "Hold, breathe"),
        ("*Slow* “squeeze”", "Slow squeeze"),
        ("Don't rush", "Don't rush"),
        ("Half-kneeling, side-lying", "Half-kneeling, side-lying"),
        ("Go!", "Go."),
        ("T-spine", "T-spine"),
        ("Room 12", "Room 12"),
        ("It's 2026-11-29", "It's 2026-11-29"),
        ("股関節 5 km", "股関節 5 kilometres"),
        ("", ""),
    ],
)
def test_it_is_said_in_words(written: str, said: str) -> None:
    assert respelled(written) == said
    assert respelled(said) == said, "what is said already changes no more"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Bridge.", "Bridge"),
        ("Bridge!", "Bridge"),
        ("Plank: side", "Plank, side"),
        ("Ready? Squat", "Ready, Squat"),
        ("Clam (band)", "Clam, band"),
        ("Bridge…", "Bridge"),
    ],
)
def test_a_steps_own_punctuation_ends_no_sentence(name: str, said: str) -> None:
    assert name_said(name) == said
    plan = plan_of_steps(hold(name, 30, sides="left"), get_ready=9)
    assert Script(plan).opening(plan.intervals[0]).text == f"Get ready: {said}, left side, thirty seconds."


def test_cues_set_ups_and_questions_are_respelled_too() -> None:
    steps = [hold("A", 30, setup="Knee at 90°", cues=["Squeeze ½ way"]), {"confirm": "Wall & band there?"}]
    plan = plan_of_steps(*steps, get_ready=12)
    script = Script(plan)
    assert script.opening(plan.intervals[0]).text.endswith("Knee at 90 degrees.")
    assert script.cue("Squeeze ½ way") == "Squeeze half way."
    assert script.opening(plan.intervals[2]).text.startswith("Check: Wall and band there?")


@settings(max_examples=60)
@given(st.text(alphabet="0123456789/-–x×½& LRkms.:()!a", max_size=20))
def test_nothing_that_is_written_is_lost_or_ends_in_a_mess(text: str) -> None:
    said = respelled(text)
    assert said == " ".join(said.split())
    assert bool(re.search(r"[^\W_]", said)) >= bool(re.search(r"[0-9a]", text))


def test_the_words_of_the_routines_of_the_program_have_nothing_left_to_misread() -> None:
    for plan in map(bundled_plan, BUNDLED):
        script = Script(plan)
        texts = [script.opening(interval).text for interval in plan.intervals]
        texts += [script.cue(cue.say) for interval in plan.intervals for cue in interval.cues]
        assert [text for text in texts if re.search(r"[/&×½¼¾()°%]|\d[-–]\d|\d\s?(?:km|min|s|m)\b", text)] == []
