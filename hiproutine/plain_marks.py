"""Plain marks for what an encoding lacks: a dash for a long dash, a star for a dot; never an escape. Pure.

What the locale says counts before what Python writes: with `LC_ALL=C` it writes UTF-8, and a terminal that was
told the same shows other signs.
"""

from __future__ import annotations

import codecs
from collections.abc import Mapping

NAME = "plain-marks"
"""The error handler of this name is registered where it is first asked for."""
DRAWN = "▲●‖▄é⣿"
"""Of each kind of mark on the screens one."""
_MARKS = {
    **dict.fromkeys("“”„″", '"'),
    **dict.fromkeys("‘’′", "'"),
    **dict.fromkeys("–—−‐‑─━╸╶┄", "-"),
    **dict.fromkeys("●◉•■◆", "*"),
    **dict.fromkeys("·∙○◐◌", "."),
    **dict.fromkeys("▲△↑", "^"),
    **dict.fromkeys("▼▽↓", "v"),
    **dict.fromkeys("▸▶►", ">"),
    **dict.fromkeys("◂◀◄", "<"),
    **dict.fromkeys("│┃║▏", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛", "+"),
    "→": "->",
    "←": "<-",
    "…": "...",
    "×": "x",
    "‖": "||",
    "✓": "+",
    "✗": "x",
    "≈": "~",
    "≤": "<=",
    "≥": ">=",
    "½": "1/2",
    "°": " deg",
    "ß": "ss",
    "æ": "ae",
    "Æ": "Ae",
    "ø": "o",
    "Ø": "O",
    "œ": "oe",
    "Œ": "Oe",
    "€": "EUR",
    "\xa0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u200b": "",
    "\u00ad": "",
    "\ufeff": "",
}
_NO_CHARSET = frozenset({"C", "POSIX"})


def plain_mark(sign: str) -> str:
    """What stands for a sign in ASCII; `?` where nothing does."""
    if sign in _MARKS:
        return _MARKS[sign]
    if "▀" <= sign <= "▟":  # blocks, as of bars and large digits
        return "#" if sign != "░" else "."
    if "⠀" <= sign <= "⣿":  # braille cells
        return " " if sign == "⠀" else ":"
    import unicodedata

    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if part.isascii()) or ("" if unicodedata.combining(sign) else "?")


def register() -> str:
    """Makes the handler known to Python's codecs; its name."""
    codecs.register_error(NAME, _replaced)
    return NAME


def _replaced(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(plain_mark(sign) for sign in error.object[error.start : error.end]), error.end


def charset_said(environ: Mapping[str, str]) -> str:
    """The encoding that the environment says the terminal has, in small letters; empty where it says nothing of it."""
    if environ.get("PYTHONUTF8") == "1" or environ.get("PYTHONIOENCODING"):
        return ""
    said = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    name, dot, charset = said.partition("@")[0].partition(".")
    if dot:
        return charset.casefold()
    return "ascii" if name in _NO_CHARSET else ""


def lacks_marks(encoding: str) -> bool:
    """Whether an encoding cannot hold what the screens are drawn with; one that nobody knows cannot."""
    try:
        DRAWN.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return True
    return False
