"""What the terminal in which the program runs can do beside showing text, as far as its environment tells. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

ESC = "\x1b"
ST = f"{ESC}\\"
"""Ends a sequence; a bell would end it too, but some terminals of the VTE family want this."""
Notice = Literal["9", "777", "99", ""]
"""The sequence with which a terminal shows a notification; nothing where it shows none."""

BY_PROGRAM: dict[str, tuple[str, Notice]] = {
    "iTerm.app": ("iTerm2", "9"),
    "WezTerm": ("WezTerm", "777"),
    "ghostty": ("Ghostty", "777"),
    "WarpTerminal": ("Warp", "9"),
    "Apple_Terminal": ("Terminal", ""),
    "vscode": ("Visual Studio Code", ""),
}
"""By TERM_PROGRAM (LIBRARIES.md 4: Terminal, Visual Studio Code, Windows Terminal and Alacritty know none)."""
BY_MARK: tuple[tuple[str, str, Notice], ...] = (
    ("KITTY_WINDOW_ID", "kitty", "99"),
    ("GHOSTTY_RESOURCES_DIR", "Ghostty", "777"),
    ("WEZTERM_PANE", "WezTerm", "777"),
    ("ITERM_SESSION_ID", "iTerm2", "9"),
    ("KONSOLE_VERSION", "Konsole", "777"),
    ("WT_SESSION", "Windows Terminal", ""),
    ("ALACRITTY_WINDOW_ID", "Alacritty", ""),
)
"""By what a terminal leaves in the environment; it is still there inside tmux."""
BY_TERM: tuple[tuple[str, str, Notice], ...] = (
    ("xterm-kitty", "kitty", "99"),
    ("xterm-ghostty", "Ghostty", "777"),
    ("foot", "foot", "777"),
    ("rxvt-unicode", "urxvt", "777"),
    ("wezterm", "WezTerm", "777"),
    ("alacritty", "Alacritty", ""),
)
"""By how TERM begins; it is all that comes through ssh."""
LONGEST = 120
"""Characters of a title or a notification."""


class Terminal(NamedTuple):
    """A terminal and what it understands."""

    name: str = ""
    notice: Notice = ""
    title: bool = False
    progress: bool = False
    tmux: bool = False
    """Whether tmux stands between, to which sequences that it does not know are given wrapped."""

    def notification(self, title: str, body: str) -> str:
        """The sequence that shows a notification, or nothing."""
        head, text = plain(title).replace(";", ","), plain(body).replace(";", ",")
        both = f"{head}: {text}" if text else head
        made = {
            "9": f"{ESC}]9;{both}{ST}",
            "777": f"{ESC}]777;notify;{head};{text}{ST}",
            "99": f"{ESC}]99;i=hiproutine:d=0:o=unfocused;{head}{ST}{ESC}]99;i=hiproutine:p=body;{text}{ST}",
            "": "",
        }[self.notice]
        return self._through(made)

    def progress_of(self, percent: int, *, paused: bool = False) -> str:
        """The sequence that shows a progress, or nothing."""
        state = f"{4 if paused else 1};{max(0, min(100, percent))}"
        return self._through(f"{ESC}]9;4;{state}{ST}") if self.progress else ""

    def progress_over(self) -> str:
        """The sequence that takes the progress away, or nothing."""
        return self._through(f"{ESC}]9;4;0;0{ST}") if self.progress else ""

    def title_of(self, text: str) -> str:
        """The sequence that names the window, or nothing."""
        return f"{ESC}]2;{plain(text)}{ST}" if self.title else ""

    def title_kept(self) -> str:
        """The sequence that remembers the window's name, or nothing."""
        return f"{ESC}[22;2t" if self.title else ""

    def title_restored(self) -> str:
        """The sequence that gives the window its name back; an empty one where it was not remembered."""
        return f"{ESC}]2;{ST}{ESC}[23;2t" if self.title else ""

    def _through(self, sequence: str) -> str:
        if not (self.tmux and sequence):
            return sequence
        return f"{ESC}Ptmux;{sequence.replace(ESC, ESC + ESC)}{ST}"


def plain(text: str) -> str:
    """One line of printable characters, not too long: nothing in it can end a sequence or begin one."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def terminal_of(environ: Mapping[str, str], *, windows: bool = False) -> Terminal:
    """The terminal that an environment tells of."""
    term = environ.get("TERM", "")
    tmux = bool(environ.get("TMUX"))
    bare = term in {"dumb", "unknown", "linux"} or (not term and not windows)
    if bare and not environ.get("WT_SESSION"):
        return Terminal()
    if environ.get("STY") and not tmux:  # GNU Screen passes nothing on
        return Terminal("GNU Screen", title=True)
    name, notice = _known(environ, term)
    return Terminal(name, notice, title=True, progress=_progress(environ, name), tmux=tmux)


def _known(environ: Mapping[str, str], term: str) -> tuple[str, Notice]:
    program = environ.get("TERM_PROGRAM", "")
    if program in BY_PROGRAM:
        return BY_PROGRAM[program]
    if environ.get("LC_TERMINAL") == "iTerm2":
        return "iTerm2", "9"
    marked = next(((name, notice) for mark, name, notice in BY_MARK if environ.get(mark)), None)
    begins = next(((name, notice) for start, name, notice in BY_TERM if term.startswith(start)), None)
    return marked or begins or (program if program.isprintable() and program != "tmux" else "", "")


def _progress(environ: Mapping[str, str], name: str) -> bool:
    """Whether it shows progress: from the version on that does not take it for a notification."""
    inside = environ.get("TERM_PROGRAM") == "tmux"  # which gives its own version
    version = _version(environ.get("LC_TERMINAL_VERSION" if inside else "TERM_PROGRAM_VERSION") or "")
    if name == "Ghostty":
        return version >= (1, 2)
    if name == "iTerm2":
        return version >= (3, 6, 6)
    if name == "Windows Terminal" or environ.get("ConEmuANSI") == "ON":
        return True
    return not name and _version(environ.get("VTE_VERSION", "")) >= (8000,)


def _version(text: str) -> tuple[int, ...]:
    numbers = []
    for part in text.split("."):
        if not part.isascii() or not part.isdecimal():
            break
        numbers.append(int(part))
    return tuple(numbers)
