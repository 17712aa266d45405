"""What is heard when: the same as while playing, with a length for everything."""

from __future__ import annotations

import pytest

from hiproutine.audio.score import AFTER, Score, score_of, timed
from hiproutine.cues import Signal
from hiproutine.cues.lengths import estimated
from hiproutine.cues.tones import seconds_of
from tests.audio.rig import SECONDS, short_plan
from tests.cues.rig import BUNDLED, bundled_plan
from tests.desk import Desk


def at(score: Score, moment: float) -> list[str]:
    """What is begun to be said at a moment."""
    return [words.text for words in score.words if abs(words.at - moment) < 1e-6]


def test_everything_takes_a_time(desk: Desk) -> None:
    plan = timed(short_plan(desk))
    assert plan.seconds == SECONDS
    assert sum(one.seconds for one in plan.intervals) == SECONDS
    assert not any(one.self_paced for one in plan.intervals)
    assert score_of(plan, None).seconds == pytest.approx(SECONDS + seconds_of(Signal.END) + AFTER)


def test_estimates_and_pauses_are_said_and_no_key_is(desk: Desk) -> None:
    score = score_of(timed(short_plan(desk)), estimated)
    assert at(score, 51) == ["Check: Shoes tied? You have ten seconds."]
    assert at(score, 66) == ["Begin. You have about twelve seconds."]
    assert not [words.text for words in score.words if "press" in words.text.lower()]
    assert at(score, SECONDS) == ["Done."]


def test_a_long_sentence_to_agree_to_is_said_to_its_end(desk: Desk) -> None:
    asks = "Is the ground dry and even? " * 12
    plan = desk.plan(f'title = "T"\n[[steps]]\nconfirm = "{asks}"\n[[steps]]\nname = "A"\nhold = "20s"\n')
    score = score_of(timed(plan), estimated)
    asked, following, *_ = score.words
    assert asked.until - asked.at == estimated(asked.text)
    assert following.at >= asked.until


def test_tones_stand_where_they_are_played(desk: Desk) -> None:
    score = score_of(timed(short_plan(desk)), estimated)
    found = {(tone.at, tone.signal) for tone in score.tones}
    counts = {(6 - left, Signal.COUNT) for left in (3.0, 2.0, 1.0)}
    assert found >= counts | {
        (6.0, Signal.ZERO),
        (16.0, Signal.HALF),
        (26.0, Signal.ZERO),
        (float(SECONDS), Signal.END),
    }
    beats = [tone.at for tone in score.tones if tone.signal is Signal.BEAT]
    assert beats == [SECONDS - 5]


def test_chapters_are_the_steps_in_order_of_time(desk: Desk) -> None:
    score = score_of(timed(short_plan(desk)), None)
    assert [(one.start, one.title) for one in score.chapters] == [
        (0.0, "1. Clamshell, left side"),
        (31.0, "1. Clamshell, right side"),
        (66.0, "2. Bridge, set 1 of 2"),
        (84.0, "2. Bridge, set 2 of 2"),
        (101.0, "3. Slow ones"),
    ]
    assert [one.end for one in score.chapters] == [31.0, 66.0, 84.0, 101.0, score.seconds]


@pytest.mark.parametrize("name", BUNDLED[::4])
def test_one_voice_says_one_thing_at_a_time(name: str) -> None:
    plan = timed(bundled_plan(name))
    score = score_of(plan, estimated)
    for one, following in zip(score.words, score.words[1:], strict=False):
        assert one.at < one.until <= following.at + 1e-6
    assert score.tones[-1] == score_of(plan, None).tones[-1]
    assert score.chapters[0].start == 0
    assert score.chapters[-1].end == score.seconds
