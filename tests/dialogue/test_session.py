"""A session from its check to its summary, what is asked afterwards and at the next start."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hiproutine.advice.pain.readings import Area, Feel, Moment, Reading, Stiffness
from hiproutine.advice.recovery.facts import Outing, Sport
from hiproutine.cues import Chorus
from hiproutine.dialogue.context import Context, open_context
from hiproutine.dialogue.course import Decision, Done, Play, Played, Then
from hiproutine.dialogue.during import within
from hiproutine.dialogue.on_start import opening
from hiproutine.dialogue.questions import Aside, Notice, Scale, Statement
from hiproutine.dialogue.recorded_play import RecordedPlay
from hiproutine.dialogue.session import resumed, session_dialogue, start_dialogue
from hiproutine.journal.outings import add_outing, remove_outing
from hiproutine.journal.pain_facts import days_since, session_pains
from hiproutine.journal.records import Progress, State
from hiproutine.journal.store import Journal
from hiproutine.play.events import Finished, IntervalEnded, Outcome
from hiproutine.play.session import Session
from tests.clocks import ManualClock
from tests.dialogue.talk import context, played, routine, talk
from tests.journal.shelf import HERE, PLAN, Wall, session_record, uuid_of

STRETCH = "post-run-hip-stretch"
MORNING = "How is the hip this morning?"


def finished(item: Any, session: str | None, *during: Reading, then: Then = Then.GO_ON) -> Played:
    """What a player answers that played everything."""
    session_done = Session(item.loaded.plan)
    for interval in item.loaded.plan.intervals:
        session_done.take(IntervalEnded(0.0, interval, interval.seconds, Outcome.DONE))
    session_done.take(Finished(0.0))
    return Played(session_done, session, during, then)


def kept(journal: Journal, wall: Wall) -> Any:
    """Plays, and keeps the session."""

    def play(item: Play) -> Played:
        wall.advance(600)
        return finished(item, played(journal, wall, item.loaded.plan.id, item.loaded.plan.load))

    return play


def test_a_session_is_asked_about_before_and_after_and_summed_up(journal: Journal, wall: Wall) -> None:
    answers = [1, 1, "no", None, kept(journal, wall), 2, 2, "left", "front", "no", 3, "a bit stiff", None]
    found = talk(session_dialogue(context(journal, wall), routine(STRETCH)), answers)
    assert found.texts == [
        "How is the hip right now?",
        "The worst in the last 24 hours?",
        "A pain reliever in the last 8 hours?",
        "Mild. Go ahead, keep an eye on it, and stop if it grows.",
        "Play",
        "How is the hip now?",
        "The worst during it?",
        "Which side?",
        "Where mostly?",
        "Any limp?",
        "How hard was it?",
        "Anything to remember?",
        "Done",
    ]
    assert found.result is True
    done = found.asked[-1]
    assert isinstance(done, Done)
    assert done.before
    assert done.after
    assert (done.before.score, done.after.score, done.kept) == (1, 2, True)
    assert done.advice[-1].sentence == "Settled well."
    after = journal.readings()[-1]
    assert (after.moment, after.score, after.worst, after.side, after.area) == (Moment.AFTER, 2, 2, "left", "front")
    assert (after.limp, after.effort, after.note) == (False, 3, "a bit stiff")


def test_without_pain_nobody_is_asked_where_it_hurts(journal: Journal, wall: Wall) -> None:
    answers = [0, 0, kept(journal, wall), 0, 0, Aside.SKIP, Aside.SKIP, None]
    found = talk(session_dialogue(context(journal, wall), routine(STRETCH)), answers)
    assert found.texts[3:7] == [
        "How is the hip now?",
        "The worst during it?",
        "How hard was it?",
        "Anything to remember?",
    ]


@pytest.mark.parametrize(("answers", "score"), [([Aside.AS_USUAL], 0), ([Aside.SKIP], None), ([4, Aside.SKIP_REST], 4)])
def test_the_check_afterwards_takes_one_key_or_none(
    journal: Journal, wall: Wall, answers: list[Any], score: int | None
) -> None:
    found = talk(
        session_dialogue(context(journal, wall), routine(STRETCH)), [0, 0, kept(journal, wall), *answers, None]
    )
    scores = [one.score for one in journal.readings() if one.moment is Moment.AFTER]
    assert scores == ([] if score is None else [score])
    assert isinstance(found.asked[-1], Done)


def test_without_a_journal_it_plays_and_asks_nothing(wall: Wall) -> None:
    nowhere = Context(None, open=routine, now=wall)
    found = talk(session_dialogue(nowhere, routine(STRETCH)), [lambda item: finished(item, None), None])
    assert found.texts == ["Play", "Done"]
    assert not found.asked[-1].kept


def test_a_journal_that_cannot_be_used_is_said_and_the_person_decides(tmp_path: Path, wall: Wall) -> None:
    place = tmp_path / "journal.sqlite3"
    place.write_bytes(b"no journal at all, but something that is long enough to look at" * 20)
    blocked = open_context(place, now=wall)
    assert talk(start_dialogue(blocked, routine(STRETCH)), ["leave"]).result is False
    found = talk(start_dialogue(blocked, routine(STRETCH)), ["play", lambda item: finished(item, None), None])
    said = found.asked[0]
    assert isinstance(said, Statement)
    assert "is not a journal" in said.sentences[0]
    assert found.texts[1:] == ["Play", "Done"]


def test_the_check_before_belongs_to_the_session_once_there_is_one(journal: Journal, wall: Wall) -> None:
    used = context(journal, wall)

    def play(item: Play) -> Played:
        recorded = RecordedPlay(used, item, Chorus([]), ManualClock())
        recorded.player.start()
        return recorded.close()

    talk(session_dialogue(used, routine(STRETCH)), [2, 2, "no", "anyway", play, Aside.SKIP, None])
    [pains] = session_pains(journal, wall() - timedelta(days=1), HERE)
    assert pains.before
    assert pains.before.score == 2


def test_the_check_before_stays_with_its_session_when_a_cool_down_follows(journal: Journal, wall: Wall) -> None:
    used = context(journal, wall)
    ids = []

    def play(item: Play) -> Played:
        recorded = RecordedPlay(used, item, Chorus([]), ManualClock())
        recorded.player.start()
        wall.advance(60)
        played = recorded.close()
        ids.append(played.id)
        return played

    answers = [0, 0, lambda item: play(item)._replace(then=Then.COOL_DOWN), play, Aside.SKIP, None]
    talk(session_dialogue(used, routine("warm-up-quick")), answers)
    assert [session.routine_id for session in reversed(journal.sessions())] == ["warm-up-quick", "cool-down"]
    assert [(one.moment, one.session) for one in journal.readings()] == [(Moment.BEFORE, ids[0])]


def test_what_was_cut_is_kept_and_going_on_plays_what_was_left(journal: Journal, wall: Wall) -> None:
    used = context(journal, wall)

    def cut_short(item: Play) -> Played:
        recorded = RecordedPlay(used, item, Chorus([]), ManualClock())
        recorded.player.start()
        wall.advance(60)
        recorded.player.tick()
        recorded.release()
        return Played(recorded.player.session, None)

    outer = Reading(uuid_of(9), wall(), Moment.BEFORE, 3, area=Area.OUTER)
    journal.add_reading(outer)
    answers = [3, 3, "no", "eased", cut_short, Aside.SKIP, None]
    talk(session_dialogue(used, routine("rest-day-light-stretch")), answers)
    [kept] = journal.sessions()
    words = "one set and half the range, without Pigeon pose and Figure four stretch"
    assert (kept.cut, kept.note, kept.title) == (words, f"Made it easier: {words}", "Rest-day light stretch, easier")
    wall.advance(60)
    resume = journal.active()
    assert resume
    plan = resumed(used, resume).plan
    assert plan == resume.plan
    assert {one.name for one in plan.intervals if one.kind == "work"} == {"Butterfly stretch", "Hip flexor stretch"}
    recorded = RecordedPlay(
        used, Play(resumed(used, resume), Decision(resumed(used, resume)), resume), Chorus([]), ManualClock()
    )
    recorded.player.start(recorded.start)
    recorded.close()
    assert [one.cut for one in journal.sessions()] == [words]


@pytest.mark.parametrize("speed", [1.0, 10.0])
def test_what_is_played_is_kept_and_a_rehearsal_is_not(journal: Journal, wall: Wall, speed: float) -> None:
    recorded = RecordedPlay(
        context(journal, wall), Play(routine(STRETCH), Decision(routine(STRETCH))), Chorus([]), ManualClock(), speed
    )
    recorded.player.start()
    played = recorded.close()
    assert not played.session.finished
    assert [session.id for session in journal.sessions()] == ([played.id] if speed == 1.0 else [])


def test_nothing_is_written_before_what_is_played_stands_on_the_screen(journal: Journal, wall: Wall) -> None:
    item = Play(routine(STRETCH), Decision(routine(STRETCH)))
    recorded = RecordedPlay(context(journal, wall), item, Chorus([]), ManualClock(), stands=False)
    recorded.player.start()
    assert journal.sessions() == []
    recorded.stand()
    assert recorded.can_wait
    assert len(journal.sessions()) == 1
    recorded.close()


def test_what_never_stands_on_the_screen_is_kept_as_soon_as_more_happens(journal: Journal, wall: Wall) -> None:
    item = Play(routine(STRETCH), Decision(routine(STRETCH)))
    recorded = RecordedPlay(context(journal, wall), item, Chorus([]), ManualClock(), stands=False)
    recorded.player.start()
    recorded.player.next()
    detail = journal.session(str(recorded.close().id))
    assert detail
    assert [one.outcome for one in detail.intervals] == ["skipped", "left"]


def test_without_a_journal_it_plays_all_the_same() -> None:
    recorded = RecordedPlay(
        Context(None), Play(routine(STRETCH), Decision(routine(STRETCH))), Chorus([]), ManualClock()
    )
    recorded.player.start()
    played = recorded.close()
    assert (played.id, played.session.finished) == (None, False)


def test_pain_that_has_risen_offers_to_stop_first(journal: Journal, wall: Wall) -> None:
    before = Reading(uuid_of(9), wall(), Moment.BEFORE, 2)
    found = talk(within(context(journal, wall), STRETCH, None, before), [4, "ache", "no", "stop"])
    said = found.asked[-1]
    assert said.text == "Stopping here may be the better choice: pain has gone up by 2."
    assert [option.value for option in said.options] == ["stop", "skip", "go on", "why"]  # a jog is left out from 3 on
    assert found.result.then is Then.STOP
    assert [(one.moment, one.score, one.feel, one.limp) for one in journal.readings()] == [
        (Moment.DURING, 4, Feel.ACHE, False)
    ]


def test_pain_that_has_not_risen_is_kept_in_one_key(journal: Journal, wall: Wall) -> None:
    before = Reading(uuid_of(9), wall(), Moment.BEFORE, 2)
    found = talk(within(context(journal, wall), STRETCH, None, before), [2])
    assert (found.texts, found.result.then) == (["Pain now?"], Then.GO_ON)


def test_stopping_for_the_cool_down_plays_it_before_the_questions(journal: Journal, wall: Wall) -> None:
    def play(item: Play) -> Played:
        return finished(item, None)._replace(then=Then.COOL_DOWN)

    answers = [0, 0, play, lambda item: finished(item, None), Aside.SKIP, None]
    found = talk(session_dialogue(context(journal, wall), routine("warm-up-quick")), answers)
    assert [one.loaded.plan.id for one in found.asked if isinstance(one, Play)] == ["warm-up-quick", "cool-down"]


def test_the_morning_after_is_asked_once(journal: Journal, wall: Wall) -> None:
    wall.now = datetime(2026, 3, 11, 18, 0, tzinfo=HERE)
    session = played(journal, wall, before=1, after=1)
    used = context(journal, wall)
    assert talk(opening(used), []).texts == []
    wall.now = datetime(2026, 3, 12, 3, 59, tzinfo=HERE)
    assert talk(opening(used), []).texts == []
    wall.now = datetime(2026, 3, 12, 4, 0, tzinfo=HERE)
    found = talk(opening(used), [2, "more", "ok"])
    assert found.texts == [
        MORNING,
        "How stiff this morning?",
        "The next time play “post-run-hip-stretch” as it was, and add nothing yet.",
    ]
    kept = journal.readings()[-1]
    assert (kept.moment, kept.score, kept.stiffness, kept.session) == (Moment.MORNING, 2, Stiffness.MORE, session)
    assert talk(opening(used), []).texts == []


def test_the_morning_after_a_run_is_asked_about_too(journal: Journal, wall: Wall) -> None:
    add_outing(journal, Outing(uuid_of(1), wall() - timedelta(hours=1), Sport.WALK))
    used = context(journal, wall)
    wall.advance(20 * 3600)
    assert talk(opening(used), []).texts == []
    add_outing(journal, Outing(uuid_of(2), wall() - timedelta(hours=19), Sport.RUN, pain=2))
    assert talk(opening(used), [3, "usual", "ok"]).texts[0] == MORNING
    kept = journal.readings()[-1]
    assert (kept.moment, kept.score, kept.session) == (Moment.MORNING, 3, None)
    assert talk(opening(used), []).texts == []


def test_the_morning_after_a_run_that_was_taken_back_is_not(journal: Journal, wall: Wall) -> None:
    add_outing(journal, Outing(uuid_of(2), wall(), Sport.RUN))
    remove_outing(journal, uuid_of(2))
    wall.advance(20 * 3600)
    assert talk(opening(context(journal, wall)), []).texts == []


def test_a_good_morning_is_told_in_passing(journal: Journal, wall: Wall) -> None:
    played(journal, wall, before=1)
    wall.advance(20 * 3600)
    found = talk(opening(context(journal, wall)), [Aside.AS_USUAL, None])
    assert isinstance(found.asked[-1], Notice)
    assert [(one.score, one.stiffness) for one in journal.readings()[1:]] == [(0, Stiffness.USUAL)]


def test_a_morning_that_is_skipped_is_not_asked_again(journal: Journal, wall: Wall) -> None:
    played(journal, wall, before=1)
    wall.advance(20 * 3600)
    used = context(journal, wall)
    assert talk(opening(used), [Aside.SKIP]).texts == [MORNING]
    assert talk(opening(used), []).texts == []
    assert len(journal.readings()) == 1


def cut_short(journal: Journal, wall: Wall) -> str:
    """A session that nobody ended, seen last a minute ago; its id."""
    session = session_record(1, wall())
    journal.begin(session, PLAN)
    journal.position(session.id, Progress(index=3, elapsed=4.0, active_seconds=24.0))
    wall.advance(60)
    return session.id


def test_a_session_that_was_cut_short_is_offered(journal: Journal, wall: Wall) -> None:
    session = cut_short(journal, wall)
    used = context(journal, wall)
    found = talk(opening(used), ["go on"])
    assert found.texts == ["Hips was cut short 1 minute ago."]
    assert (found.result.session, found.result.index, found.result.elapsed) == (session, 3, 4.0)
    assert talk(opening(used), ["again"]).result.elapsed == 0.0
    assert talk(opening(used), ["later"]).result is None
    assert talk(opening(used), ["close"]).result is None
    assert talk(opening(used), []).texts == []
    assert journal.sessions()[0].outcome is State.INTERRUPTED


def test_what_is_gone_on_with_plays_its_own_plan_and_not_what_was_named(journal: Journal, wall: Wall) -> None:
    cut_short(journal, wall)
    answers = ["go on", lambda item: finished(item, None), Aside.SKIP, None]
    found = talk(start_dialogue(Context(journal, open=lambda _: None, now=wall), routine(STRETCH)), answers)
    play = found.asked[1]
    assert isinstance(play, Play)
    assert play.resume
    assert play.loaded.plan == PLAN


def test_days_since_count_the_persons_days(journal: Journal, wall: Wall) -> None:
    played(journal, wall)
    assert days_since(journal) == {STRETCH: 0}
    wall.now = datetime(2026, 3, 12, 3, 59, tzinfo=HERE)
    assert days_since(journal) == {STRETCH: 0}
    wall.now = datetime(2026, 3, 12, 4, 0, tzinfo=HERE)
    assert days_since(journal) == {STRETCH: 1}


def test_every_scale_has_a_word_for_every_number(journal: Journal, wall: Wall) -> None:
    answers = [1, 1, "no", None, kept(journal, wall), 1, 1, *[Aside.SKIP] * 5, None]
    asked = talk(session_dialogue(context(journal, wall), routine(STRETCH)), answers).asked
    scales = [one for one in asked if isinstance(one, Scale)]
    assert len(scales) == 5
    assert all(len(one.words) == 11 and all(one.words) and all(one.ends) for one in scales)
