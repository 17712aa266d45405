"""Files with one fault each. What the problem points at stands between « and », or is where ¦ stands.

The first word of a name is the code. The steps name the exercises `bridge` and `plank`, which the desk has.
"""

from __future__ import annotations

from dataclasses import dataclass

from hiproutine.errors import Span

STEP = '[[steps]]\nname = "A"\nhold = 30\n'
HEAD = 'title = "T"\n'
BLOCK = '[[blocks]]\ntitle = "B"\n'
INSIDE = '[[blocks.steps]]\nname = "A"\nhold = 30\n'

MANY = '"x", ' * 101

ROUTINES = {
    # tables with headers
    "bad-duration": f'{HEAD}[[steps]]\nname = "A"\nhold = «"30 secs"»\n',
    "bad-duration in the second table": f'{HEAD}{STEP}\n[[steps]]\nname = "B"\nhold = «"soon"»\n',
    "bad-duration in a nested list of tables": f"{HEAD}{BLOCK}{INSIDE}[[blocks.steps]]\nname = 'B'\ntime = «'1:60'»\n",
    "bad-duration in the second block": f'{HEAD}{BLOCK}{INSIDE}{BLOCK}{INSIDE}[[blocks.steps]]\nname="B"\nhold=«"x"»\n',
    "bad-duration of a default": f'{HEAD}[defaults]\nswitch = «"5 sx"» # soon\n{STEP}',
    "bad-duration after a default with a dot": f'{HEAD}defaults.get_ready = «"x"»\n{STEP}',
    "bad-duration behind spaces in a dotted key": f'{HEAD}defaults . "switch" = «1.5»\n{STEP}',
    "bad-duration of a block": f'{HEAD}{BLOCK}time = «"long"»\n{INSIDE}',
    "bad-duration beside a comment with quotes": f'{HEAD}[[steps]] # hold = "x"\nname = "hold"\nhold = «"x"» # "x"\n',
    "bad-duration of the same text as elsewhere": (
        f'{HEAD}why = "30 secs"\n[[steps]]\nname = "30 secs"\nhold = «"30 secs"»\n'
    ),
    # inline tables and lists
    "bad-duration in an inline table": f'{HEAD}steps = [{{ name = "A", hold = «"x"» }}]\n',
    "bad-duration in the third inline table": (
        f'{HEAD}steps = [\n  {{ name = "A", hold = 5 }}, # one\n  {{ name = "B", hold = 5 }},\n'
        '  # three\n  { name = "C", hold = «"x"» },\n]\n'
    ),
    "bad-duration in an inline table of a block": (
        f'{HEAD}blocks=[{{title="B",steps=[{{name="A",hold=5}},{{name="A",hold=«5.5»}}]}}]\n'
    ),
    "bad-duration in a dotted key of an inline table": f'{HEAD}defaults = {{ set_rest = «"a"», switch = 5 }}\n{STEP}',
    # characters
    "bad-duration after a tab": f'{HEAD}[[steps]]\nname = "A"\n\thold\t=\t«"x"»\n',
    "bad-duration after wide characters": f'{HEAD}steps = [{{ name = "股関節ストレッチ", hold = «"x"» }}]\n',
    "bad-duration after combining characters": f'{HEAD}steps = [{{ name = "Hu\u0308fte e\u0301", hold = «"x"» }}]\n',
    "bad-duration after an emoji of several characters": f'{HEAD}steps = [{{ name = "🏃‍♀️", hold = «"x"» }}]\n',
    "bad-duration of wide characters": f'{HEAD}[[steps]]\nname = "A"\nhold = «"三十秒"»\n',
    "bad-duration after an escape": f'{HEAD}steps = [{{ name = "a\\"b\\u00e9", hold = «"x"» }}]\n',
    "bad-duration below a text of several lines": (
        f'{HEAD}[[steps]]\nname = "A"\nsetup = """\nLie down.\nhold = "x"\n[[steps]]\n"""\nhold = «"x"»\n'
    ),
    "bad-duration below a plain text of several lines": (
        f"{HEAD}why = '''\n[[steps]]\n'''\n[[steps]]\nname = 'A'\nhold = «'x'»\n"
    ),
    "wrong-type over several lines": f'{HEAD}[[steps]]\nname = «["A",\n  "B",\n]»\nhold = 30\n',
    "bad-duration over several lines": f'{HEAD}[[steps]]\nname = "A"\nhold = «"""\n30 secs"""»\n',
    # keys
    "unknown-key": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\n«sids» = "each"\n',
    "unknown-key at the top": f'«titel» = "T"\n{HEAD}{STEP}',
    "unknown-key of a default": f"{HEAD}[defaults]\n«get_redy» = 5\n{STEP}",
    "unknown-key with a dot": f"{HEAD}defaults.«get_redy» = 5\n{STEP}",
    "unknown-key that is a header": f"{HEAD}[«default»]\nswitch = 5\n{STEP}",
    "unknown-key that is the end of a header": f"{HEAD}[defaults . «sides»]\nswitch = 5\n{STEP}",
    "unknown-key that is a list of tables": f"{HEAD}{STEP}[[«stages»]]\na = 1\n[[stages]]\na = 2\n",
    "unknown-key in quotes": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\n«"a b"» = 1\n',
    "unknown-key in an inline table": f'{HEAD}steps = [{{ name = "A", hold = 5, «rounds» = 2 }}]\n',
    "unknown-key in a cue": (
        f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = ["x", {{ at = 5, say = "x", «by» = "me" }}]\n'
    ),
    "unknown-key instead of a dose": f'{HEAD}[[steps]]\nname = "A"\n«seconds» = 30\n',
    "unknown-key of a rest": f"{HEAD}{STEP}[[steps]]\nrest = 30\n«sets» = 2\n",
    # what is missing
    "missing-key title": f"¦{STEP}",
    "missing-key title of a block": f"{HEAD}«[[blocks]]»\n{INSIDE}",
    "missing-key title of an inline block": f'{HEAD}blocks = [«{{ steps = [{{ name = "A", hold = 5 }}] }}»]\n',
    "missing-key steps of a block": f"{HEAD}{BLOCK}{INSIDE}«[[blocks]]»\ntitle = 'C'\n",
    "missing-key name": f"{HEAD}{STEP}«[[ steps ]]» # two\nhold = 30\n",
    "missing-key name in a nested list": f"{HEAD}{BLOCK}{INSIDE}«[[blocks.steps]]»\nhold = 30\n",
    "missing-key name in an inline table": f'{HEAD}steps = [{{ name = "A", hold = 5 }}, «{{ hold = 5 }}»]\n',
    "missing-key in a cue": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = ["x", «{{ at = "half" }}»]\n',
    "no-dose": f'{HEAD}{STEP}«[[steps]]»\nname = "B"\n',
    "no-dose of an exercise without one": f'{HEAD}«[[steps]]»\nexercise = "plank"\n',
    "no-dose in an inline table": f'{HEAD}steps = [«{{ name = "A" }}»]\n',
    "no-steps": f"¦{HEAD}",
    "no-steps in a list": f"¦{HEAD}steps = []\n",
    "no-steps in a block": f"{HEAD}{BLOCK}{INSIDE}«[[blocks]]»\ntitle = 'C'\nsteps = []\n",
    # values
    "wrong-type text": f"{HEAD}why = «5»\n{STEP}",
    "wrong-type in a list": f'{HEAD}tags = ["a", «2026-03-31», "b"]\n{STEP}',
    "wrong-type of one table of steps": f'{HEAD}«[steps]»\nname = "A"\nhold = 30\n',
    "wrong-type of a step": f'{HEAD}steps = [{{ name = "A", hold = 5 }}, «"squats"»]\n',
    "wrong-type of the defaults": f"{HEAD}«[[defaults]]»\nswitch = 5\n{STEP}",
    "wrong-type of a cue": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = ["x", «true»]\n',
    "unknown-value": f'{HEAD}load = «"hgih"»\n{STEP}',
    "unknown-value in a list": f'{HEAD}when = ["post-run",\n  "rest-day", «"noon"»]\n{STEP}',
    "unknown-value of sides": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\nsides = «"bth"»\n',
    "out-of-range": f'{HEAD}[[steps]]\nname = "A"\nreps = «201»\n',
    "out-of-range title": f'title = «"{"x" * 81}"»\n{STEP}',
    "out-of-range zero": f'{HEAD}[[steps]]\nname = "A"\nhold = «"0s"»\n',
    "out-of-range rounds": f"{HEAD}{BLOCK}rounds = «0»\n{INSIDE}",
    "out-of-range cues": f'{HEAD}[[steps]]\nname = "A"\nhold = 300\ncues = «[{MANY}]»\n',
    "bad-tempo": f'{HEAD}[[steps]]\nname = "A"\nreps = 8\ntempo = «"2/1/2"»\n',
    "bad-tempo without reps": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ntempo = «"2-1-2"»\n',
    "bad-cue": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = [\n  "Fine",\n  «"{{who}}"»,\n]\n',
    "bad-cue moment": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = [{{ at = «"hlf"», say = "x" }}]\n',
    "bad-cue outside its step": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\ncues = [{{ at = «"31s"», say = "x" }}]\n',
    "bad-cue in a table with a header": f'{HEAD}{STEP}[[steps.cues]]\nat = "half"\nsay = «"{{who}}"»\n',
    "bad-id": f'{HEAD}[[steps]]\nexercise = «"Hip/Bridge"»\nhold = 30\n',
    "bad-id of a neighbour": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\neasier = ["plank", «"B!"»]\n',
    "unknown-exercise": f'{HEAD}[[steps]]\nexercise = «"brigde"»\nhold = 30\n',
    "unknown-exercise as a neighbour": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\nharder = [«"plnk"», "bridge"]\n',
    "unknown-exercise as the only neighbour": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\nharder = [«"plnk"»]\n',
    "two-doses": f'{HEAD}[[steps]]\nname = "A"\ntime = 30\nreps = «8»\n',
    "block-time": f"{HEAD}{BLOCK}time = «60»\n{INSIDE}",
    "block-time too short to share": (
        f'{HEAD}{BLOCK}time = «"6s"»\n[[blocks.steps]]\nexercise = "bridge"\nsides = "each"\n'
    ),
    "steps-and-blocks": f"{HEAD}{STEP}«[[blocks]]»\ntitle = 'B'\n{INSIDE}",
    "steps-and-blocks in lists": f'{HEAD}«blocks» = [{{ title = "B", steps = [{{ name = "A", hold = 5 }}] }}]\n{STEP}',
    "plan-too-long": f"¦{HEAD}{BLOCK}rounds = 20\n[[blocks.steps]]\nname = 'A'\ntime = '4h'\n",
    "unsupported-format": f"{HEAD}format = «2»\n{STEP}",
    "control-character": f'{HEAD}[[steps]]\nname = «"a\\u001bb"»\nhold = 30\n',
    "control-character in a list": f'{HEAD}tags = ["a", «"b\\tc"»]\n{STEP}',
    "control-character that turns the reading direction": f'{HEAD}[[steps]]\nname = «"a\u202eb"»\nhold = 30\n',
    "control-character as it is": f'{HEAD}[[steps]]\nname = "é«\x1b»[2J"\nhold = 30\n',
    "long-static-hold-before-run": f'{HEAD}when = ["pre-run"]\n[[steps]]\nname = "A"\nhold = «"60s"»\n',
    "long-static-hold-before-run in rounds": (
        f'{HEAD}when = ["pre-run"]\n{BLOCK}rounds = 2\n{INSIDE}'.replace("hold = 30", "hold = «30»")
    ),
    "long-static-hold-before-run from an exercise": (
        f'{HEAD}when = ["any-time", "pre-run"]\n[[steps]]\nexercise = «"bridge"»\nsets = 12\n'
    ),
    # TOML itself
    "toml-syntax no value": f"{HEAD}load = ¦\n{STEP}",
    "toml-syntax duration without quotes": f'{HEAD}[[steps]]\nname = "A"\nhold = «30s»\n',
    "toml-syntax clock without quotes": f'{HEAD}[[steps]]\nname = "A"\nhold = «1:30» # so\n',
    "toml-syntax text without quotes": f"{HEAD}load = «low»\n{STEP}",
    "toml-syntax curly quotes": f"title = ««»T“\n{STEP}".replace("««»", "«“»"),
    "toml-syntax quotes that stay open": f'title = "T¦\n{STEP}',
    "toml-syntax plain quotes that stay open": f"title = 'T¦\n{STEP}",
    "toml-syntax three quotes that stay open": f'{HEAD}why = «"""»\n{STEP}',
    "toml-syntax list that stays open": f'{HEAD}{STEP}cues = ["a", "b"¦\n',
    "toml-syntax no comma": f'{HEAD}{STEP}cues = ["a" «"»b"]\n',
    "toml-syntax inline table of two lines without a comma": f'{HEAD}steps = [{{ name = "A"\n  «h»old = 5 }}]\n',
    "bad-duration in an inline table of several lines": (
        f'{HEAD}steps = [{{ # é }}\n  name = "A\\x41",\n  hold = «"x"», # y\n }},\n]\n'
    ),
    "unknown-key after a comma at the end of an inline table": (
        f'{HEAD}steps = [{{ name = "A", hold = 5, }}, {{\n name = "B", hold = 5, «sids» = "each",}}]\n'
    ),
    "toml-syntax colon": f'title«:» "T"\n{STEP}',
    "toml-syntax no sign": f'title «"»T"\n{STEP}',
    "toml-syntax twice": f'{HEAD}[[steps]]\nname = "A"\nhold = 30\n«name» = "B"\n',
    "toml-syntax twice in an inline table": f'{HEAD}steps = [{{ name = "A", hold = 5, «hold» = 6 }}]\n',
    "toml-syntax a table twice": f"{HEAD}[defaults]\nswitch = 5\n[«defaults»]\nget_ready = 5\n{STEP}",
    "toml-syntax backslash": f'title = "a«\\d»"\n{STEP}',
    "toml-syntax header that stays open": f'{HEAD}[[steps«]»\nname = "A"\nhold = 30\n',
    "toml-syntax a line of something": f"{HEAD}«!!»\n{STEP}",
}

EXERCISES = {
    "missing-key": "¦kind = 'strength'\n",
    "unknown-value": 'name = "A"\nkind = «"yoga"»\n',
    "unknown-value in a list": 'name = "A"\navoid_if = ["groin", «"knee"»]\n',
    "two-doses": 'name = "A"\ntime = 5\nreps = «3»\n',
    "unknown-key": 'name = "A"\nreps = 8\n«tempo» = "2-1-2"\n',
    "bad-duration": 'name = "A"\nrep_time = «"quick"»\n',
    "bad-cue": 'name = "A"\ncues = ["{name}", «"{nme}"»]\n',
    "unknown-exercise": 'name = "A"\neasier = [«"none-such"»]\n',
}

BRIDGE = 'name = "Bridge"\nhold = "5s"\n'
PLANK = 'name = "Plank"\n'


@dataclass(frozen=True)
class Broken:
    """A file and where its only problem stands."""

    code: str
    text: str
    span: Span


def broken(name: str, marked: str) -> Broken:
    """A file without its marks, and what they say."""
    start, end = (marked.index("¦"),) * 2 if "¦" in marked else (marked.index("«"), marked.index("»") - 1)
    text = marked.replace("¦", "", 1) if "¦" in marked else marked.replace("«", "", 1).replace("»", "", 1)
    return Broken(name.split(maxsplit=1)[0], text, Span(*_place(text, start), *_place(text, end)))


def _place(text: str, offset: int) -> tuple[int, int]:
    before = text[:offset].split("\n")
    return len(before), len(before[-1]) + 1
