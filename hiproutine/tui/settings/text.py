"""The settings as rows and in words, as Textual content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from hiproutine.config.definitions import Setting, Value, action_of, value_words
from hiproutine.config.keymap import GROUPS, first_key
from hiproutine.config.sources import BUILT_IN, Row
from hiproutine.errors import Problem, printable
from hiproutine.routine.durations import parse_duration
from hiproutine.tui.player.digit_glyphs import draw
from hiproutine.wording import count

NAME = 26
"""Columns of the names."""
VALUE = 23
"""Columns of the values with their arrows."""
BAR = 10
"""Pieces of a bar of 0 to 100."""

_HEADINGS = {"cues.sound": "Cues"}
"""What stands before a setting."""
_MARKS = {True: "● ", False: "○ "}


def parts_line(part: str, parts: tuple[str, ...], path: str, width: int) -> Content:
    """The names of the parts, the one that is shown lit, and at the right where it is kept."""
    names: list[tuple[str, str]] = []
    for name in parts:
        chosen = name == part
        names.append((f"{'● ' if chosen else '  '}{name}   ", "b $phase-work" if chosen else "$quiet"))
    left = Content.assemble(*names)
    room = width - left.cell_length
    place = Content(printable(path))
    if place.cell_length > room:
        place = Content("config.toml")
    return Content.assemble(left, " " * max(0, room - place.cell_length), (place.plain, "$faint"))


def setting_options(settings: Sequence[Setting]) -> list[Option]:
    """A row for each setting by its key, with headings that cannot be chosen."""
    options: list[Option] = []
    heading = ""
    for setting in settings:
        own = _HEADINGS.get(setting.key, "")
        if setting.kind == "keys" and heading != GROUPS[action_of(setting).group]:
            heading = own = GROUPS[action_of(setting).group]
        if own:
            options.append(Option(f"\n{own}" if options else own, disabled=True))
        options.append(Option(setting.name, id=setting.key))
    return options


def keys_of_part(part: str) -> list[tuple[str, str]]:
    """The keys of a part, and what they do."""
    in_keys = part == "Keys"
    first = ("enter", "another key") if in_keys else ("← →", "change")
    return [first, ("⌫", "reset"), ("tab", "settings" if in_keys else "keys"), ("?", "more"), ("esc", "back")]


def setting_row(row: Row, width: int, *, here: bool) -> Content:
    """One line: the name, the value, and where it comes from, if that is not the program itself."""
    own = row.source != BUILT_IN
    arrows = here and row.setting.kind not in {"keys", "folders"}
    name = Content(row.setting.name).truncate(min(NAME, width // 2 - 4), ellipsis=True, pad=True)
    value = Content.assemble(
        ("‹ " if arrows else "  ", "$quiet"),
        (_value(row), "b $strong" if own else "$foreground"),
        (" ›" if arrows else "", "$quiet"),
    ).truncate(VALUE, ellipsis=True, pad=True)
    return Content.assemble(name, value, (row.source if own else "", "$quiet")).truncate(width, ellipsis=True)


def _value(row: Row) -> str:
    if row.setting.kind != "percent":
        return row.said
    full = round(int(str(row.value)) / 100 * BAR)
    return f"{'━' * full}{'─' * (BAR - full)} {row.value}"


def full_help(row: Row, keys: Mapping[str, str]) -> Content:
    """Everything about a setting, for beside the list. `keys` are those that the person has changed."""
    setting = row.setting
    parts = [Content.styled(setting.name, "b $strong"), Content(sentence(setting))]
    if choices := _choices(row):
        parts.append(choices)
    if setting.kind == "theme":
        parts.append(theme_sample(keys))
    parts.append(Content.styled("\n".join(_origin(row)), "$quiet"))
    return Content("\n\n").join(parts)


def short_help(row: Row) -> Content:
    """About a setting in two lines, for under the list."""
    return Content("\n").join([Content(sentence(row.setting)), Content.styled(_origin(row)[0], "$quiet")])


def sentence(setting: Setting) -> str:
    """What a setting means, in a sentence."""
    return f"{GROUPS[action_of(setting).group]}." if setting.kind == "keys" else setting.words


def theme_sample(keys: Mapping[str, str], *, airy: bool = True) -> Content:
    """A little of the player, to see the colours by; `airy`, with blank lines between its parts."""
    space, more = first_key("player.space", keys), first_key("player.keys", keys)
    gap = [Content("")] if airy else []
    digits = [*gap, *(Content.styled(line, "$phase-work") for line in draw("27", 5)), *gap]
    lines = [
        Content.assemble(("━━━━━━ ━━━━━━ ━━━", "$phase-work"), ("─── ──────", "$faint")),
        Content(""),
        Content.assemble(("● Hold", "b $phase-work"), ("  set 1 of 2", "$quiet")),
        Content.styled("Pigeon pose", "b $strong"),
        Content.styled("◀ left side", "b $side-left"),
        *digits,
        Content("Sink slowly, breathe out."),
        Content.assemble(("Next  ", "$quiet"), "", ("right side ▶", "b $side-right")),
        *gap,
        Content.assemble(("◌ Rest   ", "b $phase-rest"), ("▸ Get ready   ", "b $phase-ready"), ("‖ Paused", "b")),
        Content.assemble((space, "b"), (" pause   ", "$quiet"), (more, "b"), (" keys", "$quiet")),
    ]
    return Content("\n").join(lines)


def file_problem_text(problems: tuple[Problem, ...], most: int) -> Content:
    """What is wrong with the file, and that nothing is changed in it."""
    mended = "it is" if len(problems) == 1 else "they are"
    head = f"config.toml has {count(len(problems), 'problem')}. Nothing is changed here until {mended} mended."
    lines = [Content.styled(head, "b $warning"), *map(_problem, problems[:most])]
    if len(problems) > most:
        lines.append(Content.styled(f"And {len(problems) - most} more: hiproutine check", "$quiet"))
    return Content("\n").join(lines)


def _problem(problem: Problem) -> Content:
    """Where, what and the cure, without the file, which is known here."""
    where = f"Line {problem.line}  " if problem.line else ""
    said = problem._replace(path="", span=None).sentence()
    return Content.assemble((where, "b $foreground"), (said, "$foreground"))


def _choices(row: Row) -> Content | None:
    """All that it can be, the present one marked; for what is long, nothing."""
    setting = row.setting
    if setting.kind in {"theme", "percent", "count", "keys", "folders"}:
        return None
    lines = []
    for choice in setting.choices:
        chosen = choice == row.value
        lines.append(Content.styled(_MARKS[chosen] + value_words(setting, choice), "b $strong" if chosen else "$quiet"))
    return Content("\n").join(lines)


def _origin(row: Row) -> list[str]:
    """Where the value comes from, and what it is called in the file."""
    usual = value_words(row.setting, row.setting.default)
    come = f"from {row.note if row.source == 'environment' else row.source}, built in is {usual}"
    note = f" · {row.note}" if row.note and row.source != "environment" else ""
    return [f"{row.setting.key} · {'built in' if row.source == BUILT_IN else come}{note}"]


def next_value(row: Row, step: int, *, around: bool) -> Value:
    """The value before or after; `around` goes on at the other end, otherwise values have an order and end."""
    setting, choices = row.setting, row.setting.choices
    if not around:
        beyond = [choice for choice in choices[::step] if (_size(choice) - _size(row.value)) * step > 0]
        return beyond[0] if beyond else row.value
    if row.value not in choices:
        return setting.default
    return choices[(choices.index(row.value) + step) % len(choices)]


def _size(value: Value) -> int:
    """A number or a length, to compare."""
    return parse_duration(value, least=0)
