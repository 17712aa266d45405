"""Every guide: that it is whole, says what is true of the program, and promises nothing."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from click import Context

import hiproutine.guides
from hiproutine.advice.assess import SOON_SENTENCE
from hiproutine.advice.coming_back.stages import STAGES
from hiproutine.advice.pain.flags import FLAGS, URGENT
from hiproutine.cli.main import cli
from hiproutine.dialogue.scales import NOTICE_SENTENCES
from hiproutine.guides.lines import lines, plain
from hiproutine.guides.pages import CLOSING, NAMES, Page, page, pages
from hiproutine.paths import bundled
from hiproutine.routine.catalogue import Catalogue
from hiproutine.routine.loading import load
from tests.guides.expected import CODE, COMMANDS, EXERCISES, FILES, KEYS, OTHERS_WORDS, ROUTINES

NEVER_SAID = re.compile(
    r"!|\b(diagnos\w*|cures?|cured|heal(s|ed|ing)?|safe to|safely|prevents?|you have|you suffer|rehab\w*)\b",
    re.IGNORECASE,
)
A_DOSE = re.compile(
    r"\b(\d+ ?(mg|milligrams?|g|ml)|tablets?|pills?|capsules?|(once|twice|times) a day)\b", re.IGNORECASE
)
CATALOGUE = Catalogue([bundled() / "exercises"], [bundled()])
ALL = pytest.mark.parametrize("guide", pages(), ids=NAMES)


def joined(text: str) -> str:
    """In one line."""
    return " ".join(text.split())


def own_words(text: str) -> str:
    """Without addresses, cited titles and names."""
    return OTHERS_WORDS.sub("", joined(text))


def test_every_file_is_listed_once() -> None:
    folder = Path(hiproutine.guides.__file__).parent
    assert sorted(path.stem for path in folder.glob("*.md")) == sorted(NAMES)
    assert len({guide.title for guide in pages()}) == len(NAMES)


def test_there_is_no_guide_of_another_name() -> None:
    with pytest.raises(KeyError):
        page("../about")


@ALL
def test_a_guide_is_whole(guide: Page) -> None:
    assert guide.text.startswith(f"# {guide.title}\n\n")
    assert 0 < len(guide.title) <= 31
    assert re.fullmatch(r"[A-Z][^\n]{10,42}\.", guide.summary)
    body, _, sources = guide.text.partition("\n## Sources\n")
    assert sources.startswith("- ")
    assert "“7 Ways to Relieve Hip Pain After Running”" in joined(sources)
    assert sources.endswith(f"\n\n{CLOSING}\n")
    assert "http" not in body
    assert 25 <= len(guide.text.splitlines()) <= 70
    assert guide.play in ROUTINES | {""}
    assert not guide.play or f"`{guide.play}`" in guide.text or f"play {guide.play}`" in guide.text


@ALL
def test_a_guide_promises_nothing_blames_nobody_and_gives_no_dose(guide: Page) -> None:
    for text in (guide.title, guide.summary, own_words(guide.text)):
        assert not NEVER_SAID.search(text), NEVER_SAID.search(text)
        assert not A_DOSE.search(text), A_DOSE.search(text)


@ALL
@pytest.mark.parametrize("width", [20, 48, 60, 76, 80])
def test_a_guide_fits(guide: Page, width: int) -> None:
    found = lines(guide.text, width)
    assert max(len(plain(line)) for line in found) <= width
    assert found[0]
    assert not any(not one and not two for one, two in pairwise(found))


def assert_is_a_command(words: list[str]) -> None:
    """A command with options that it takes, and a routine that there is."""
    assert words[1] in COMMANDS, words
    command = cli.get_command(Context(cli), words[1])
    assert command
    options = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("--")} <= options, words
    if words[1] in {"play", "show"}:
        assert words[2] in ROUTINES, words


@ALL
def test_what_a_guide_names_exists(guide: Page) -> None:
    known = ROUTINES | EXERCISES | KEYS | FILES | {*NAMES}
    for code in CODE.findall(joined(guide.text)):
        if code.startswith("hiproutine "):
            assert_is_a_command(code.split())
        else:
            assert code in known, code


@ALL
def test_the_minutes_beside_a_routine_are_its_own(guide: Page) -> None:
    for name, minutes in re.findall(r"`(?:hiproutine play )?([a-z0-9-]+)` \((\d+) min\)", joined(guide.text)):
        seconds = load(bundled() / f"{name}.toml", CATALOGUE).plan.seconds
        assert abs(seconds / 60 - int(minutes)) <= 0.5, name


def test_the_warning_signs_are_those_that_are_asked_in_their_groups() -> None:
    text = joined(page("warning-signs").text)
    urgent, _, soon = text.partition("## See a doctor or physiotherapist")
    for flag in FLAGS:
        assert f"- {flag.words}" in (urgent if flag.group == URGENT else soon), flag.id
    assert SOON_SENTENCE.removeprefix("Please see a ").split(",")[0] in text
    assert all(words in text for words in ("2 weeks", "6 weeks", "2 points", "30 %"))


def test_the_notice_of_the_first_use_stands_in_about() -> None:
    assert " ".join(NOTICE_SENTENCES) in joined(page("about").text)


def test_the_seven_stages_add_up() -> None:
    text = joined(page("coming-back").text)
    runs = re.findall(r"\d\. (\d) times run (\d+)(?: minutes?)?, walk (\d): (\d+) minutes", text)
    said = [(int(times), int(run) * 60, int(walk) * 60) for times, run, walk, _ in runs]
    assert said == [(stage.repeats, stage.run, stage.walk) for stage in STAGES[:6]]
    assert [int(minutes) * 60 for *_, minutes in runs] == [times * run for times, run, _ in said]
    assert f"7. Run {STAGES[6].run // 60} minutes" in text
    plans = [load(bundled() / f"{stage.routine}.toml", CATALOGUE).plan.seconds for stage in STAGES]
    assert (min(plans), max(plans)) == (35 * 60, 40 * 60)
    assert "35 to 40 minutes" in text


def test_the_steps_of_the_warm_up_add_up() -> None:
    text = joined(page("warming-up-and-stretching").text)
    steps = re.findall(r"[1-4]\. .*?(?:(\d) minute, then .*?)?(\d) minutes", text)
    assert sum(int(minutes) for step in steps[:4] for minutes in step if minutes) == 16
    plan = load(bundled() / "warm-up-five-step.toml", CATALOGUE).plan
    holds = [one.seconds for one in plan.intervals if one.block == 2 and one.kind == "work"]
    assert {round(seconds) for seconds in holds} == {10}
    assert "10 seconds a side" in text
