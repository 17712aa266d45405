"""The page's modules as one script, each in a scope of its own, in the order in which they need one another."""

from __future__ import annotations

import re
from functools import cache

from hiproutine.share.minifying import minified
from hiproutine.share.sources import ASKED_BACK, OPEN_ROUNDS, PROPOSED, SOUND, source

ORDER = (
    "plan", "rounds", "open_rounds", "interval_run", "engine", "words", "clock", "stored_rows", "keeping", "figure",
    "cues", "findings", "trends", "judging", "proposed", "easing", "signs", "record", "questions", "asked_back",
    "asking", "screen", "sound", "media", "done", "keys", "app",
)  # fmt: skip
"""Every module after those that it imports."""
_LEFT_OUT = {
    SOUND: "const Sound={of:()=>null};",
    PROPOSED: "const withLoads=plan=>plan;",
    ASKED_BACK: "const askEffort=async()=>null,askLoads=async()=>[];",
    OPEN_ROUNDS: "const roundsOf=plan=>new Rounds(plan),piecesOf=(_,of)=>of.map((_,at)=>at);",
}
"""What stands in their place."""
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_CHECKED = "// @ts-check\n"
_COMMENT = re.compile(r"/\*\*.*?\*/ ?", re.DOTALL)
_BLANK = re.compile(r"^\s*\n|^[ \t]+", re.MULTILINE)
"""Comments, empty lines and indents are for who reads the modules, not for a phone."""
_AROUND = re.compile(r"\s*;?\s*(\})\s*|\s*([{;,])\s*")
_AFTER_COLON = re.compile(r":\s+")


@cache
def script(names: tuple[str, ...] = ORDER) -> str:
    """Modules as one script, each in a scope of its own: every import is taken from the module before, `$plan` for
    `plan.js`."""
    return '"use strict";\n' + "".join(map(_scoped, names))


@cache
def style() -> str:
    """The styles of a page, without the spaces that are for who reads them."""
    return _AFTER_COLON.sub(":", _AROUND.sub(r"\1\2", source("style.css"))).strip()


@cache
def page_script(without: frozenset[str] = frozenset()) -> str:
    """All of them for a page in one scope, `without` those that it does not need: no two use a name for something."""
    parts = (_LEFT_OUT[name] if name in without else _open(name) for name in ORDER)
    return f'"use strict";{{{"".join(parts)}}}\n'


@cache
def beginning() -> str:
    """The first script of a page, which runs the other when the first step is on the screen."""
    return _bare(source("begin.js"))


def _scoped(name: str) -> str:
    text = source(f"{name}.js")
    exported = ",".join(_EXPORT.findall(text))
    inside = _bare(_EXPORT.sub("", _IMPORT.sub(r"const \1 = $\2;\n", text)))
    return f"const ${name}=(()=>{{{inside}return{{{exported}}}}})();\n"


def _open(name: str) -> str:
    return _bare(_EXPORT.sub("", _IMPORT.sub("", source(f"{name}.js")))).strip("\n")


def _bare(text: str) -> str:
    return minified(_BLANK.sub("", _COMMENT.sub("", text.replace(_CHECKED, "\n"))))
