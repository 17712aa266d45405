"""Every cure that can be followed is followed, until nothing is wrong; the plan then says what the author meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiproutine.plan.model import Plan
from tests.routine.following import followed, planned, problems_in

STEP = 'title = "Slip"\n[[steps]]\nexercise = "plank"\n{line}\n'
NAMED = 'title = "Slip"\n[[steps]]\nname = "A"\n{line}\n'
BLOCK = 'title = "Slip"\n[[blocks]]\ntitle = "B"\n{line}\n[[blocks.steps]]\nname = "A"\nhold = "20s"\n'
TOP = 'title = "Slip"\n{line}\n[[steps]]\nname = "A"\nhold = "20s"\n'


def said(plan: Plan) -> str:
    """What a plan comes to, in a line: each work with its dose, its side and how often."""
    parts = []
    for one in plan.intervals:
        if one.kind.value in {"work", "rest", "confirm"} and (one.dose or one.kind.value != "rest"):
            amount = f"{one.reps}x" if one.reps else f"{one.seconds:g}s"
            tempo = f"@{'-'.join(map(str, one.tempo))}" if one.tempo else ""
            parts.append(
                " ".join(
                    filter(
                        None,
                        [one.name, one.dose, amount + tempo, one.side, *(c.say for c in one.cues if "A" in one.name)],
                    )
                )
            )
    return "; ".join(parts)


PLANK = "Plank hold 20s"
SLIPS = [
    (STEP, 'duration = "30s"', "Plank hold 30s"),
    (STEP, "seconds = 30", "Plank hold 30s"),
    (STEP, 'Hold = "30s"', "Plank hold 30s"),
    (STEP, 'holds = "30s"', "Plank hold 30s"),
    (STEP, "repetitions = 10", "Plank reps 10x"),
    (STEP, "rep = 10", "Plank reps 10x"),
    (STEP, 'side = "left"', "Plank hold 20s left"),
    (STEP, "set = 3", f"{PLANK}; {PLANK}; {PLANK}"),
    (STEP, 'sets = "3"', f"{PLANK}; {PLANK}; {PLANK}"),
    (STEP, "sets = 3.0", f"{PLANK}; {PLANK}; {PLANK}"),
    (STEP, "reps = 10.0", "Plank reps 10x"),
    (STEP, 'pause = "10s"', f"{PLANK}; Rest rest 10s"),
    (NAMED, 'cue = "Breathe"\nhold = 20', "A hold 20s Breathe"),
    (NAMED, 'cues = "Breathe, slowly"\nhold = 20', "A hold 20s Breathe, slowly"),
    (STEP, 'description = "x"', PLANK),
    (STEP, 'note = "x"', PLANK),
    (STEP, 'exercises = "plank"', PLANK),
    (STEP, 'excercise = "plank"', PLANK),
    (STEP, 'tempo = "2-1-2"', "Plank reps 10x@2-1-2"),
    (STEP, 'reps = 8\ntempo = "2:1:2"', "Plank reps 8x@2-1-2"),
    (STEP, 'reps = 8\ntempo = "3010"', "Plank reps 8x@3-0-1-0"),
    (STEP, "reps = 8\ntempo = [2, 1, 2]", "Plank reps 8x@2-1-2"),
    (STEP, 'sides = "Left"', "Plank hold 20s left"),
    (STEP, 'sides = "l"', "Plank hold 20s left"),
    (STEP, 'sides = "links"', "Plank hold 20s left"),
    (STEP, 'sides = "left/right"', "Plank hold 20s left; Plank hold 20s right"),
    (STEP, 'sides = "both sides"', "Plank hold 20s left; Plank hold 20s right"),
    (STEP, 'sides = ["left"]', "Plank hold 20s left"),
    (STEP, "rounds = 3", f"{PLANK}; {PLANK}; {PLANK}"),
    (STEP, 'time = "30s"\nhold = "30s"', "Plank time 30s"),
    (STEP, 'hold = "30s"\nrest = "10s"', "Plank hold 30s; Rest rest 10s"),
    (STEP, 'hold = "30s"\nduration = "30s"', "Plank hold 30s"),
    (STEP, 'rest = "10s"', f"{PLANK}; Rest rest 10s"),
    (STEP, 'hold = "30s"\nsets = 2\nrest = "10s"', "Plank hold 30s; Plank hold 30s; Rest rest 10s"),
    (STEP, 'reps = "10"', "Plank reps 10x"),
    (STEP, 'reps = "8-12"', "Plank reps 12x"),
    (STEP, 'reps = "3x10"', "Plank reps 10x; Plank reps 10x; Plank reps 10x"),
    (STEP, "reps = 0", "Plank reps 1x"),
    (STEP, "sets = 21", "; ".join([PLANK] * 20)),
    (STEP, 'set-rest = "30s"', PLANK),
    (STEP, 'rest_between_sets = "30s"', PLANK),
    (STEP, 'color = "red"', PLANK),
    (STEP, 'weight = "10 kg"', PLANK),
    (STEP, 'title = "My plank"', "My plank hold 20s"),
    (STEP, 'name = ""', PLANK),
    (STEP, "name = 5", "5 hold 20s"),
    (STEP, 'stop_if = ["pain"]', PLANK),
    (STEP, 'equipment = "mat, wall"', PLANK),
    (STEP, 'load="high"', PLANK),
    (STEP, 'when="pre-run"', PLANK),
    (NAMED, 'hold = 20\ncues = [{at="half", text="x"}]', "A hold 20s x"),
    (NAMED, 'hold = 20\ncues = [{say="x"}]', "A hold 20s x"),
    (NAMED, 'hold = 20\ncues = [{at="50%", say="x"}]', "A hold 20s x"),
    (NAMED, 'hold = 20\ncues = [{at="halfway", say="x"}]', "A hold 20s x"),
    (NAMED, 'hold = 20\ncues = [{at="-1m", say="x"}]', "A hold 20s x"),
    (NAMED, 'hold = 20\ncues = ["{exercise}"]', "A hold 20s A"),
    (NAMED, 'hold = 20\ncues = ["{ name }"]', "A hold 20s A"),
    (NAMED, 'hold = 20\ncues=["100 % {"]', "A hold 20s 100 % {"),
    (NAMED, 'hold = "30 secs each side"', "A hold 30s"),
    (NAMED, 'hold = "1,5 Min."', "A hold 90s"),
    (NAMED, "hold = 00:01:30", "A hold 90s"),
    (NAMED, 'hold = ["30s", "45s"]', ""),
    (NAMED, "hold = { seconds = 30 }", ""),
    (NAMED, "hold = 30.5", "A hold 30s"),
    (NAMED, 'time = "5h"', "A time 14400s"),
    (NAMED, 'hold = "0s"', "A hold 1s"),
    (BLOCK, "sets = 3", "; ".join(["A hold 20s"] * 3)),
    (BLOCK, 'sides = "each"', "A hold 20s left; A hold 20s right"),
    (BLOCK, 'sets = "3"', "; ".join(["A hold 20s"] * 3)),
    (BLOCK, 'rest = "30s"', "A hold 20s"),
    (BLOCK, 'load = "high"', "A hold 20s"),
    (TOP, 'transition = "5s"', "A hold 20s"),
    (TOP, 'name = "T"', "A hold 20s"),
    (TOP, 'load = "Hard"', "A hold 20s"),
    (TOP, 'when = "before a run"', "A hold 20s"),
    (TOP, 'tags = "a, b"', "A hold 20s"),
    ('[[steps]]\ntitle = "Slip"\n{line}\n', 'name = "A"\nhold = 20', "A hold 20s"),
    ('title = "Slip"\n{line}\n', 'exercise = "plank"', PLANK),
    ('title = "Slip"\n[[steps]]\n{line}\n', 'exercise = "Couch stretch"', None),
    ('title = "Slip"\n[[steps]]\n{line}\n', 'exercise = "plnk"', PLANK),
    ('title = "Slip"\n[[steps]]\n{line}\n', 'exercise = "Burpee zzz"\nreps = 5', "Burpee zzz reps 5x"),
    ('title = "Slip"\n[steps]\n{line}\n', 'exercise = "plank"', PLANK),
    ('title = "Slip"\n[[steps]]\n{line}\n', "hold = 20", "A hold 20s"),
    ('title = "Slip"\n[[steps]]\n{line}\n', 'name = "A"', "A hold 30s"),
    ("[[steps]]\n{line}\n", 'name = "A"\nhold = 20', "A hold 20s"),
]  # fmt: skip


FILES = {path.stem: path.read_text() for path in sorted((Path(__file__).parent / "slips").glob("*.toml"))}
MEANT = {
    "guided-then-append": "Plank hold 30s; Curl-up reps 8x; 10 reps 10x; Bird dog reps",
    **dict.fromkeys(("k00", "k01", "k02", "k03"), "Plank hold 30s"),
    **dict.fromkeys(("k04", "k05", "k10", "k28"), "Plank reps 10x"),
    **dict.fromkeys(("k06", "k21", "k22", "k23", "k25"), f"{PLANK} left"),
    **dict.fromkeys(("k07", "k08", "k09", "k26"), f"{PLANK}; {PLANK}; {PLANK}"),
    "k11": f"{PLANK}; Rest rest 10s",
    **dict.fromkeys(("k19", "k20"), "Plank reps 10x@2-1-2"),
    "k24": f"{PLANK} left; {PLANK} right",
    "k27": "Plank time 30s",
    "k29": "Plank reps 1x",
    "k30": "; ".join([PLANK] * 20),
    "k36": "Plank hold 20s",
    "k38": "5 hold 20s",
    "k43": "Plank hold 30s",
}
"""What the plan of each file says in the end; of the others, the plank of the catalogue as it is."""
UNCHANGED = ("k14", "k15", "k16", "k17", "k18", "k31", "k32", "k33", "k34", "k35", "k37", "k41", "k42", "k44")
"""Where what is played is the same as without the line that is wrong."""


@pytest.mark.parametrize(("text", "line", "meant"), SLIPS, ids=[line for _, line, _ in SLIPS])
def test_whoever_follows_the_cures_gets_what_was_meant(text: str, line: str, meant: str | None) -> None:
    text = text.replace("{line}", line)
    text = followed(text)
    if meant != "":
        assert not problems_in(text), text
        assert meant is None or said(planned(text)).startswith(meant)


@pytest.mark.parametrize("name", FILES)
def test_whoever_follows_the_cures_of_an_authors_file_gets_what_was_meant(name: str) -> None:
    text = followed(FILES[name])
    assert not problems_in(text), text
    assert said(planned(text)).startswith(MEANT.get(name, PLANK)), text


@pytest.mark.parametrize("name", UNCHANGED)
def test_a_cure_for_what_is_not_played_changes_nothing_that_is(name: str) -> None:
    without = 'title = "Slip"\n[[steps]]\nexercise = "plank"\n'
    assert planned(followed(FILES[name])).intervals == planned(without).intervals
