"""A voice of the system: one utterance at a time, the important one first, text on standard input, never waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiproutine import clock
from hiproutine.cues import Chorus, CueFailure, speech
from hiproutine.cues.finding import State
from hiproutine.cues.programs import Program
from hiproutine.cues.speech import LACKING, MOST, Speech, Voice, speakable
from hiproutine.cues.utterance import Utterance, Weight
from tests.cues.rig import until
from tests.play.rig import Rig, hold, plan_of_steps

Pretend = Callable[[str, str], Path]
Log = Callable[[], list[str]]
VOICE = Program("pretend-voice", ("--stdin",))
SPEAKS = 'read -r text; echo "$* $text" >> "$LOG"'
SLOWLY = f'{SPEAKS}; sleep 0.3; echo "said" >> "$LOG"'
FOR_EVER = f"{SPEAKS}; exec sleep 60"


@pytest.fixture
def voice() -> Iterator[Voice]:
    """A voice that is silent after the test."""
    made = Voice([VOICE])
    yield made
    made.hush()
    made.close()
    if made._thread:
        made._thread.join(5)


def utter(text: str, weight: Weight = Weight.CUE) -> Utterance:
    return Utterance(text, weight)


def test_the_text_goes_by_standard_input(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SPEAKS)
    voice.say(utter("--version; $(rm -rf) Kneel.", Weight.CHANGE))
    assert until(log)
    assert log() == ["--stdin version; $(rm -rf) Kneel."]


def test_a_cue_waits_until_the_name_has_been_said(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SLOWLY)
    voice.say(utter("Hip bridge.", Weight.CHANGE))
    assert until(log)
    voice.say(utter("Press through the heels."))
    voice.say(utter("Three.", Weight.COUNT))
    assert until(lambda: len(log()) == 4)
    assert log() == ["--stdin Hip bridge.", "said", "--stdin Press through the heels.", "said"]


def test_a_change_breaks_off_everything(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SLOWLY)
    voice.say(utter("Hip bridge.", Weight.CHANGE))
    voice.say(utter("Press through the heels."))
    assert until(log)
    voice.say(utter("Done.", Weight.CHANGE))
    assert until(lambda: "said" in log())
    sleep(0.1)
    assert log() == ["--stdin Hip bridge.", "--stdin Done.", "said"]


def test_a_cue_breaks_off_a_number(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SLOWLY)
    voice.say(utter("Three.", Weight.COUNT))
    assert until(log)
    voice.say(utter("Breathe."))
    assert until(lambda: "said" in log())
    assert log() == ["--stdin Three.", "--stdin Breathe.", "said"]


def test_a_cue_that_would_come_too_late_is_not_said(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SLOWLY)
    voice.say(utter("Hip bridge.", Weight.CHANGE))
    assert until(log)
    voice.say(Utterance("Breathe.", Weight.CUE, waits=0.05))
    assert until(lambda: "said" in log())
    sleep(0.1)
    assert log() == ["--stdin Hip bridge.", "said"]


def test_hushing_breaks_off_and_forgets(pretend: Pretend, log: Log, voice: Voice) -> None:
    pretend("pretend-voice", SLOWLY)
    voice.say(utter("Hip bridge.", Weight.CHANGE))
    assert until(log)
    voice.say(utter("Breathe."))
    voice.hush()
    sleep(0.4)
    assert log() == ["--stdin Hip bridge."]
    voice.say(utter("Go on.", Weight.COUNT))
    assert until(lambda: len(log()) >= 2)
    assert log()[1] == "--stdin Go on."


def test_a_voice_that_hangs_is_killed_and_given_up_after_the_second_time(
    pretend: Pretend, log: Log, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "START", 0.1)
    monkeypatch.setattr(speech, "SLOW", 0.0)
    pretend("pretend-voice", FOR_EVER)
    begun = monotonic()
    for number in (1, 2):
        voice.say(utter("Hip bridge."))
        assert until(lambda: len(log()) == number)  # noqa: B023
        assert until(lambda: voice._speaking is None)
    assert voice.trouble == "pretend-voice does not come to an end"
    assert monotonic() - begun < 5


@pytest.mark.parametrize(
    ("script", "why"), [("exit 2", "pretend-voice failed with status 2"), (None, LACKING), ("exec 0<&-; exit 1", "1")]
)
def test_a_voice_that_fails_is_said_once_by_the_chorus(pretend: Pretend, script: str | None, why: str) -> None:
    if script:
        pretend("pretend-voice", script)
    plan = plan_of_steps(*[hold(name, 10) for name in "ABCDEF"], get_ready=5)
    complaints: list[str] = []
    chorus = Chorus([Speech(plan, Voice([VOICE]))], complaints.append)
    rig = Rig(plan)
    chorus.play(rig.engine.start())

    def complained() -> bool:
        chorus.play(rig.engine.restart())
        sleep(0.02)
        return bool(complaints)

    assert until(complained)
    assert complaints[0].startswith("The voice does not work and is left out: ")
    assert why in complaints[0]
    chorus.play(rig.engine.restart())
    assert len(complaints) == 1
    chorus.close()


def test_the_last_words_may_end_after_closing(pretend: Pretend, log: Log) -> None:
    pretend("pretend-voice", SLOWLY)
    voice = Voice([VOICE])
    voice.say(utter("Done.", Weight.CHANGE))
    voice.close()
    voice._farewell()
    assert log() == ["--stdin Done.", "said"]


def test_a_voice_that_only_passes_on_is_told_to_stop(pretend: Pretend, log: Log) -> None:
    pretend("pretend-voice", f'if [ "$1" = --stop ]; then echo stopped >> "$LOG"; else {FOR_EVER}; fi')
    voice = Voice([Program("pretend-voice", ("--stdin",), stop=("--stop",))])
    voice.say(utter("Hip bridge.", Weight.CHANGE))
    assert until(log)
    voice.hush()
    assert until(lambda: "stopped" in log())
    voice.close()


def test_a_paused_routine_is_silent_and_skipping_meanwhile_says_where_one_is(pretend: Pretend, log: Log) -> None:
    pretend("pretend-voice", FOR_EVER)
    plan = plan_of_steps(hold("A", 10), hold("B", 10), get_ready=5)
    voice = Voice([VOICE])
    chorus, rig = Chorus([Speech(plan, voice)]), Rig(plan)
    chorus.play(rig.engine.start())
    assert until(log)
    chorus.play(rig.engine.pause())
    assert until(lambda: voice._speaking is None)
    assert len(log()) == 1
    chorus.play(rig.engine.next())
    assert until(lambda: len(log()) == 2)
    assert log()[1] == "--stdin A, ten seconds."
    chorus.muted = True
    assert until(lambda: voice._speaking is None)
    chorus.close()


def test_a_new_interval_forgets_what_waited_from_the_one_before() -> None:
    class Memory(Voice):
        forgotten = 0

        def say(self, utterance: Utterance) -> None:
            """Says nothing."""

        def forget(self) -> None:
            self.forgotten += 1

    plan, voice = plan_of_steps(hold("A", 10), get_ready=5), Memory()
    rig, chorus = Rig(plan), Chorus([Speech(plan, voice)])
    chorus.play(rig.engine.start())
    chorus.play(rig.engine.next())
    assert voice.forgotten == 2


@given(st.text(max_size=600))
def test_what_is_spoken_is_one_line_that_begins_with_a_word_and_commands_no_voice(text: str) -> None:
    line = speakable(text)
    assert len(line) <= MOST
    assert line.isprintable()
    assert not line or line[0].isalnum()
    assert not set(line) & set("[]<>{}\\|")
    assert speakable(line) == line


def test_without_a_voice_the_finding_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = speech.available({})
    assert (found.state, "espeak-ng" in found.cure) == (State.MISSING, True)


def test_without_a_voice_the_output_says_so(pretend: Pretend) -> None:
    plan = plan_of_steps(hold("A", 10), get_ready=5)
    output, rig = Speech(plan, Voice([VOICE])), Rig(plan)
    output.follow(rig.engine.start())
    assert until(lambda: output._voice.trouble)
    output.close()
    with pytest.raises(CueFailure, match=LACKING):
        output.follow(rig.engine.next())


def test_with_a_voice_the_finding_names_it(pretend: Pretend) -> None:
    pretend(speech.VOICES[0].name, "exit 0")
    assert speech.available({}).sentence == f"{speech.VOICES[0].name} speaks."
    assert speech.available({"SSH_CONNECTION": "1"}).state is State.WARN


def test_a_sleep_ends_what_is_being_said_and_is_not_the_fault_of_the_voice(
    pretend: Pretend, log: Log, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept = [0.0]
    monkeypatch.setattr(clock, "counting_sleep", lambda: monotonic() + slept[0])
    pretend("pretend-voice", FOR_EVER)
    for text in ("Hip bridge.", "Side plank.", "Lunge."):
        voice.say(utter(text))
        assert until(lambda said=f"--stdin {text}": said in log())  # type: ignore[misc]
        voice.say(utter("Press through the heels."))
        slept[0] += 600
        assert until(lambda: voice._child is None)
    assert not voice.trouble
    assert log() == ["--stdin Hip bridge.", "--stdin Side plank.", "--stdin Lunge."]
