"""Wrong entries are corrected or taken out, and merging does not bring them back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from hiproutine.advice.pain.readings import Moment
from hiproutine.advice.recovery.building import Unit
from hiproutine.advice.recovery.facts import Onset, Outing, Sport, Surface
from hiproutine.clock import local_now
from hiproutine.dialogue.context import Context
from hiproutine.dialogue.corrections import correct, remove
from hiproutine.dialogue.entries import correct_entry, entries
from hiproutine.dialogue.questions import Aside
from hiproutine.journal.outings import add_onset, add_outing, onsets, outings
from hiproutine.journal.records import State
from hiproutine.journal.store import Journal
from hiproutine.journal.transfer import export_lines, import_lines
from tests.cli.running import hiproutine
from tests.dialogue.talk import context, talk
from tests.journal.shelf import NOON as AT
from tests.journal.shelf import Wall, keep_session, reading, session_record, uuid_of


@pytest.fixture
def other(tmp_path: Path, wall: Wall) -> Journal:
    return Journal(tmp_path / "other.sqlite3", now=wall)


def exported(journal: Journal) -> list[bytes]:
    return [line.encode() for line in export_lines(journal)]


def test_what_was_taken_out_stays_out_whatever_is_merged(journal: Journal, other: Journal, wall: Wall) -> None:
    keep_session(journal, session_record())
    keep_session(journal, session_record(2))
    journal.add_reading(reading(4, session=session_record().id))
    before = exported(journal)
    import_lines(other, before, "before")
    wall.advance(60)
    journal.remove_session(session_record().id)
    assert [one.id for one in journal.sessions()] == [session_record(2).id]
    assert (journal.count(), journal.readings(), journal.session(session_record().id)) == (1, [], None)
    import_lines(journal, before, "again")
    assert journal.count() == 1
    import_lines(other, exported(journal), "after")
    assert (other.count(), other.readings()) == (1, [])


def test_a_score_and_a_note_are_corrected(journal: Journal, wall: Wall) -> None:
    keep_session(journal, session_record())
    journal.add_reading(reading(4, Moment.AFTER, session=session_record().id, worst=6))
    used = context(journal, wall)
    found = journal.readings()[0]
    assert talk(correct(used, session_record().id), [found.id, 7]).result
    assert [(one.score, one.worst) for one in journal.readings()] == [(7, 7)]
    assert talk(correct(used, session_record().id), ["note", "in the rain"]).result
    assert journal.sessions()[0].note == "in the rain"
    assert not talk(correct(used, session_record().id), [Aside.SKIP]).result


@pytest.mark.parametrize(("answer", "there"), [("stay", 1), ("out", 0)])
def test_a_session_is_taken_out_after_a_question(journal: Journal, wall: Wall, answer: str, there: int) -> None:
    keep_session(journal, session_record())
    answers: list[object] = [answer] if there else [answer, None]
    talk(remove(context(journal, wall), session_record().id), answers)
    assert journal.count() == there


def test_the_commands_correct(place: Path) -> None:
    done = hiproutine("history", "--add", "cool-down", "--on", "yesterday", "--journal", str(place))
    assert (done.status, done.err) == (0, "")
    assert "finished" in hiproutine("history", "--journal", str(place)).out
    assert hiproutine("pain", "--score", "4", "--on", "yesterday", "--journal", str(place)).status == 0
    assert "Taken back: pain 4" in hiproutine("pain", "--undo", "--journal", str(place)).out
    assert hiproutine("history", "1", "--note", "slow", "--journal", str(place)).status == 0
    with Journal(place) as journal:
        (session,) = journal.sessions()
        assert (session.outcome, session.note, journal.readings()) == (State.FINISHED, "slow", [])
    assert "Taken out: Cool-down" in hiproutine("history", "1", "--remove", "--journal", str(place)).out
    assert hiproutine("history", "1", "--remove", "--journal", str(place)).status == 2
    assert hiproutine("history", "--remove", "--journal", str(place)).status == 2


def test_length_and_outcome_are_corrected_and_merging_brings_nothing_back(
    journal: Journal, other: Journal, wall: Wall
) -> None:
    keep_session(journal, session_record())
    before = exported(journal)
    wall.advance(7200)
    used = context(journal, wall)
    assert talk(correct(used, session_record().id), ["share", "0.5"]).result
    assert talk(correct(used, session_record().id), ["time", "12m"]).result
    (now,) = journal.sessions()
    assert (now.outcome, now.progress.share, now.progress.active_seconds) == (State.ENDED_EARLY, 0.5, 720)
    assert now.ended_at is not None
    assert (now.ended_at - now.started_at).total_seconds() >= 720
    import_lines(journal, before, "before")
    import_lines(other, [*exported(journal)], "after")
    assert journal.sessions() == other.sessions() == [now]
    assert talk(correct(used, session_record().id), ["share", "0.8"]).result
    assert journal.sessions()[0].outcome is State.FINISHED
    assert not talk(correct(used, session_record().id), ["share", Aside.SKIP]).result
    assert talk(correct(used, session_record().id), ["time", "40h", "5"]).result
    assert journal.sessions()[0].progress.active_seconds == 300


def test_the_commands_correct_length_and_outcome(place: Path) -> None:
    at = ("--journal", str(place))
    hiproutine("history", "--add", "cool-down", "--on", "yesterday", "--time", "4m", "--done", "50", *at)
    assert "ended early, 50 % done" in hiproutine("history", *at).out
    assert "finished, 12 minutes" in hiproutine("history", "1", "--time", "12m", "--done", "80", *at).out
    assert "lasted until now" in hiproutine("history", "1", "--time", "47h", *at).err
    with Journal(place) as journal:
        assert [one.progress.active_seconds for one in journal.sessions()] == [720]


@pytest.mark.parametrize(
    "options",
    [
        ("history", "1", "--on", "yesterday", "--limit", "2"),
        ("history", "1", "--done", "50", "--routine", "cool-down"),
        ("history", "1", "--remove", "--note", "x"),
        ("history", "--done", "50"),
        ("history", "1", "--add", "cool-down"),
        ("pain", "--list", "--score", "2"),
        ("pain", "--undo", "--on", "yesterday"),
        ("runs", "--remove", "ab", "--weeks", "2"),
        ("onset", "--list", "yesterday"),
        ("onset", "yesterday", "--of", "ab"),
    ],
)
def test_no_option_is_swallowed(place: Path, options: tuple[str, ...]) -> None:
    hiproutine("history", "--add", "cool-down", "--on", "yesterday", "--journal", str(place))
    done = hiproutine(*options, "--journal", str(place))
    assert (done.status, done.out) == (2, "")


def test_any_beginning_of_a_pain_is_changed_ended_or_taken_out(place: Path) -> None:
    at = ("--journal", str(place))
    hiproutine("onset", "today", *at)
    assert "Kept: pain began" in hiproutine("onset", "3 days ago", *at).out
    with Journal(place) as journal:
        older, newer = onsets(journal)
    assert older.id[:8] in hiproutine("onset", "--list", *at).out
    assert "Changed" in hiproutine("onset", "5 days ago", "--change", "--of", older.id[:8], *at).out
    with Journal(place) as journal:
        assert [one.id for one in onsets(journal)] == [older.id, newer.id]
        assert (newer.at - onsets(journal)[0].at).days >= 4
    assert "no longer counts" in hiproutine("onset", "--over", "--of", older.id[:8], *at).out
    assert "Taken out" in hiproutine("onset", "--remove", newer.id[:8], *at).out
    assert hiproutine("onset", "--remove", newer.id[:8], *at).status == 2
    with Journal(place) as journal:
        assert [bool(one.over) for one in onsets(journal)] == [True]


def test_what_was_written_last_is_what_is_taken_back(place: Path) -> None:
    at = ("--journal", str(place))
    hiproutine("onset", "today", *at)
    hiproutine("onset", "3 days ago", *at)
    hiproutine("onset", "--undo", *at)
    with Journal(place) as journal:
        (left,) = onsets(journal)
        assert left.at.date() == local_now().date()


@pytest.mark.parametrize("options", [("--change", "", "--score", "1"), ("--remove", "")])
def test_an_empty_id_of_a_score_names_no_entry(place: Path, options: tuple[str, ...]) -> None:
    assert hiproutine("pain", *options, "--journal", str(place)).status == 2
    assert not place.exists()
    hiproutine("pain", "--score", "4", "--journal", str(place))
    done = hiproutine("pain", *options, "--journal", str(place))
    assert (done.status, done.out, "names no entry" in done.err) == (2, "", True)
    with Journal(place) as journal:
        assert [one.score for one in journal.readings()] == [4]


def test_an_empty_id_of_a_run_names_none(place: Path) -> None:
    done = hiproutine("run", "--change", "", "--distance", "3km", "--journal", str(place))
    assert (done.status, done.out, "names no activity" in done.err) == (2, "", True)
    with Journal(place) as journal:
        assert not outings(journal)


@pytest.mark.parametrize("options", [(), ("--on", "yesterday"), ("--note", "x"), ("--remove",)])
def test_a_session_of_a_journal_that_is_not_there_is_an_error(place: Path, options: tuple[str, ...]) -> None:
    done = hiproutine("history", "1", *options, "--journal", str(place))
    assert (done.status, done.out, done.err) == (2, "", "Nothing is kept yet.\n")
    assert not place.exists()


def test_a_beginning_that_is_not_kept_is_not_changed(place: Path) -> None:
    done = hiproutine("onset", "yesterday", "--change", "--journal", str(place))
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("There is no beginning of a pain to change")
    with Journal(place) as journal:
        assert not onsets(journal)


def entry(context: Context, words: str) -> str:
    """The key of the entry with these words."""
    return "abcdefghi"[next(n for n, one in enumerate(entries(context, Unit.KM)) if words in one.words)]


@pytest.mark.parametrize(
    ("field", "answer", "changed"),
    [
        ("distance", "6km", {"metres": 6000.0}),
        ("time", "40", {"seconds": 2400.0}),
        ("pain", 4, {"pain": 4}),
        ("surface", "trail", {"surface": Surface.TRAIL}),
        ("day", "yesterday", {"at": AT - timedelta(days=1)}),
        ("note", "in the rain", {"note": "in the rain"}),
    ],
)
def test_all_of_a_run_is_changed(
    journal: Journal, other: Journal, *, wall: Wall, field: str, answer: object, changed: dict[str, object]
) -> None:
    run = Outing(uuid_of(1), AT, Sport.RUN, 5000.0, 1800.0, Surface.ROAD, 1)
    add_outing(journal, run)
    before = exported(journal)
    import_lines(other, before, "before")
    wall.advance(60)
    used = context(journal, wall)
    assert talk(correct_entry(used, Unit.KM), [entry(used, "a run"), field, answer]).result
    assert outings(journal) == (replace(run, **changed),)  # type: ignore[arg-type]
    import_lines(journal, before, "the old one again")
    import_lines(other, exported(journal), "after")
    assert outings(journal) == outings(other) == (replace(run, **changed),)  # type: ignore[arg-type]


def test_a_score_and_when_a_pain_began_are_changed_and_taken_out(journal: Journal, other: Journal, wall: Wall) -> None:
    journal.add_reading(replace(reading(3), id=uuid_of(1)))
    add_onset(journal, Onset(uuid_of(2), AT))
    before = exported(journal)
    import_lines(other, before, "before")
    wall.advance(60)
    used = context(journal, wall)
    undone = []
    used.on_kept = lambda words, undo: undone.append((words, undo))
    assert talk(correct_entry(used, Unit.KM), [entry(used, "pain 3"), "pain", 5]).result
    assert talk(correct_entry(used, Unit.KM), [entry(used, "pain 5"), "day", "yesterday"]).result
    assert talk(correct_entry(used, Unit.KM), [entry(used, "began"), "day", "yesterday"]).result
    for one in (journal, other):
        import_lines(one, before, "the old ones again")
        import_lines(one, exported(journal), "after")
        assert [(each.score, each.at) for each in one.readings()] == [(5, AT - timedelta(days=1))]
        assert [each.at for each in onsets(one)] == [AT - timedelta(days=1)]
    for words in ("pain 5", "began"):
        assert not talk(correct_entry(used, Unit.KM), [entry(used, words), "remove", "stay"]).result
        assert talk(correct_entry(used, Unit.KM), [entry(used, words), "remove", "out"]).result
    import_lines(journal, before, "the old ones again")
    assert (journal.readings(), onsets(journal)) == ([], ())
    undone[-1][1](journal)
    assert len(onsets(journal)) == 1


def test_a_day_to_come_is_asked_about_again_and_older_entries_are_a_key_away(journal: Journal, wall: Wall) -> None:
    for number in range(12):
        add_outing(journal, Outing(uuid_of(number), AT - timedelta(days=number), Sport.WALK, 1000.0 + number, 600.0))
    used = context(journal, wall)
    found = talk(correct_entry(used, Unit.KM), ["more", "c", "day", "2099-01-01", "nonsense", "today"])
    assert found.result
    assert "still to come" in found.asked[4].kicker
    assert max(outings(journal), key=lambda one: one.metres or 0).at == AT


def test_a_session_is_moved_with_all_that_belongs_to_it(journal: Journal, other: Journal, wall: Wall) -> None:
    keep_session(journal, session_record())
    journal.add_reading(reading(4, Moment.AFTER, session=session_record().id))
    before = exported(journal)
    import_lines(other, before, "before")
    wall.advance(60)
    used = context(journal, wall)
    was = journal.session(session_record().id)
    assert was
    assert talk(correct(used, session_record().id), ["day", "3 days ago"]).result
    for one in (journal, other):
        import_lines(one, before, "the old one again")
        import_lines(one, exported(journal), "after")
        now = one.session(session_record().id)
        assert now
        by = was.record.started_at - now.record.started_at
        assert now.record.started_at.date() == (wall() - timedelta(days=3)).date()
        assert [each.at + by for each in now.intervals] == [each.at for each in was.intervals]
        assert [each.at + by for each in now.readings] == [each.at for each in was.readings]


def test_the_commands_change_what_is_kept(place: Path) -> None:
    def said(*words: str, status: int = 0) -> str:
        done = hiproutine(*words, "--journal", str(place))
        assert done.status == status, done.err
        return done.out + done.err

    said("pain", "--score", "4", "--side", "left")
    said("run", "--distance", "5km", "--time", "30m", "--on", "yesterday")
    said("onset", "today")
    with Journal(place) as journal:
        score, run = journal.readings()[0].id[:8], outings(journal)[0].id[:8]
    assert f"{score}  pain 4 of 10, left side" in said("pain", "--list")
    assert "Kept instead: pain 2 of 10, left side" in said("pain", "--change", score, "--score", "2")
    assert "names no entry" in said("pain", "--change", "zz", "--score", "2", status=2)
    said("pain", "--change", score, status=2)
    assert "6.0 km in 30 minutes" in said("run", "--change", run, "--distance", "6km")
    said("run", "--change", "zz", "--distance", "6km", status=2)
    said("run", "--change", run, "--on", "2 days ago")
    assert "Changed: pain began " in (changed := said("onset", "yesterday", "--change"))
    today = local_now().date()
    assert f"began {today - timedelta(days=1)} " in changed
    assert f", not {today} " in changed
    said("onset", "--change", status=2)
    said("history", "--add", "cool-down")
    assert "Moved: Cool-down" in said("history", "1", "--on", "yesterday")
    with Journal(place) as journal:
        assert [one.score for one in journal.readings()] == [2]
        assert [(one.metres, (local_now().date() - one.at.date()).days) for one in outings(journal)] == [(6000.0, 2)]
        assert [(local_now().date() - one.at.date()).days for one in onsets(journal)] == [1]
        assert (local_now().date() - journal.sessions()[0].started_at.date()).days == 1
    assert "Taken out: pain 2" in said("pain", "--remove", score)
    assert "No pain is kept." in said("pain", "--list")
