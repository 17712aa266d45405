"""Mistakes whose message once led astray: what is said about each now, in the words a person reads."""

from __future__ import annotations

import pytest

from tests.routine.following import problems_in

HEAD = 'title = "Hips"\n'
STEP = f'{HEAD}[[steps]]\nexercise = "plank"\n'
MEANT = [
    (f'{HEAD}[[step]]\nexercise = "plank"\n', "write [[steps]]"),
    (f'{HEAD}[[steps]]\nname = "A"\nhold = 5\nsets = "three"\n', "write 3"),
    (f'{HEAD}[[blocks]]\ntitle = "A"\n[[steps]]\nname = "A"\nhold = 5\n',
     "write [[blocks.steps]] in place of [[steps]] for the steps of a block"),
    (f'{STEP}cues = ["A", {{ at = "half", say: "B" }}]\n', "write say = …"),
    (f'{STEP}cues = ["A", {{ at = 10s, say = "B" }}]\n', 'write "10s"'),
    (f'{STEP}cues = ["A", "B"\n\n[[steps]]\nname = "B"\nhold = 5\n', "add ] at its end"),
    (f'{HEAD}steps = [\n  {{ exercise = "plank"\n  {{ exercise = "plank" }},\n]\n', "add } here"),
    (f'{HEAD}steps = [\n  {{ exercise: "plank", hold: "30s" }},\n]\n', 'write exercise = "plank"'),
    (f'{HEAD}steps = [\n  exercise = "plank",\n]\n', 'write { exercise = "plank" }'),
    (f'{HEAD}[steps.1]\nexercise = "plank"\n[steps.2]\nexercise = "plank"\n', "write [[steps]] for each of them"),
    (f"{HEAD}[plank]\nhold = 30\n", 'write [[steps]], and exercise = "plank" below it, or name'),
    (f'{HEAD}[[steps]]\nplank = "30s"\n', 'write exercise = "plank", or name, and hold = "30s", a line each'),
    (f"{HEAD}[[steps]]\nexercise = plank, hold = 30s\n",
     'write exercise = "plank", and hold on a line of its own'),
    (f'{HEAD}when = "after"\n{STEP.removeprefix(HEAD)}', 'write ["post-run"]'),
    (f'{STEP}sides = "left", "right"\n', 'write "each"'),
    (f'{STEP}hold = "30"s\n', 'write "30s"'),
    (f'{STEP}cues = [["10s", "Go"]]\n', 'write { at = "10s", say = "Go" }'),
    (f"{HEAD}[[steps]]\nconfirm = true\n", "write a text in quotes"),
    (f'{STEP}position = "on back"\n', 'write "supine"'),
    (f"{STEP}sides = 2\n", 'write "each" for one side after the other, "both" for both at once'),
    (f'{HEAD}[[steps]]\ninclude = "cool-down"\nskip = [2]\n', "write the exercise or the name of the step, in quotes"),
    (f"{STEP}per_side = true\n", 'write sides = "each"'),
    (f'{STEP}work = "40s"\n', "write hold or time"),
    (f'{HEAD}rest = "20s"\n{STEP.removeprefix(HEAD)}',
     "write transition under [defaults] for the pause between steps"),
    (f'{STEP}source = "C:\\users\\me"\n',
     "write \\\\ for a backslash, or \\u and four digits, as in \\u00e9"),
    (f"{STEP}hold = 00:30\n", 'write "0:30", in quotes'),
    (f'{STEP}level = "two"\n',
     "write it as a comment in a line of its own (# level: two), or say it in the name"),
    (f'{STEP}why = "x"\nnotes = "y"\n', "write it as a comment in a line of its own (# y)"),
    (f'{STEP}cues = ["A"]\nspeak = "B"\n', "“cues” stands there already: write this into it"),
    (f'{STEP}say = ["A", "B"]\n', 'write cues = ["A", "B"]'),
    (f"{STEP}reps = ten\n", "write 10"),
    (f"{STEP}reps = 10 per side\n", "write 10"),
    (f"{STEP}breaths = 5\n", 'write open = "30s", about how long they take'),
    (f"{STEP}cues = ['Don't move']\n", 'put the text in double quotes: "…"'),
    (f'{STEP}cues = [{{ half = "B" }}]\n', 'write { at = "half", say = "B" }'),
    (f'{STEP}cues = [{{ at = "5 seconds before end", say = "B" }}]\n', 'write "-5s"'),
    (f'{STEP}[[cues]]\nat = "half"\nsay = "B"\n', "write [[steps.cues]], below the keys of its step"),
    (f'{HEAD}[[steps]]\nexercise = "exercises/plank.toml"\n', 'write "plank"'),
    (f'{HEAD}[[steps]]\nexercise = {{ id = "plank" }}\n', 'write "plank"'),
    (f'{STEP}[[rest]]\ntime = "30s"\n', "write [[steps]], and rest = … below it with its length"),
    (f'{HEAD}[settings]\ntransition = 5\n[[steps]]\nexercise = "plank"\n', "write [defaults]"),
    (f'{HEAD}when = "before and after"\n[[steps]]\nexercise = "plank"\n', 'write ["pre-run", "post-run"]'),
    (f'{HEAD}steps = [\n  {{ "plank", "30s" }},\n]\n', 'write { exercise = "…", hold = "…" }'),
    (f'{HEAD}steps = {{ exercise = "plank" }}, {{ exercise = "plank" }}\n',
     "put [ before the first and ] after the last"),
    (f'{HEAD}steps = (\n  {{ exercise = "plank" }},\n)\n', "write [ here, and ] at its end"),
    (f'{STEP}cues = ["A"]\n[[steps.cues]]\nat = "half"\nsay = "B"\n',
     "write it into that list as one more { at = …, say = … }, and take this header out"),
    (f'{HEAD}[[steps]]\nexercise = "side plank"\n',
     'write name = "side plank" in its place for one that is not in the catalogue'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cure"), MEANT, ids=[cure for _, cure in MEANT])
def test_what_once_led_astray_says_what_is_meant(text: str, cure: str) -> None:
    assert any(one.help.endswith(cure) for one in problems_in(text)), [one.sentence() for one in problems_in(text)]
