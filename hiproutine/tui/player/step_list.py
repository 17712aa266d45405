"""Every step with its length, the current one lit: beside the player where there is room."""

from __future__ import annotations

from textual.content import Content

from hiproutine.tui.widgets.line import Line


class StepList(Line):
    """Shows as many steps around the current one as fit."""

    DEFAULT_CSS = """
    StepList { height: 1fr; }
    """

    def __init__(self, steps: tuple[tuple[str, str], ...], id: str | None = None) -> None:  # noqa: A002
        """`steps` are names with their lengths in words."""
        super().__init__(id=id)
        self._steps = steps
        self._lit = 0

    @property
    def steps(self) -> int:
        """How many there are; each takes a row."""
        return len(self._steps)

    def on_resize(self) -> None:
        """More steps fit, or fewer."""
        if self._lit:
            self.show(self._lit)

    def show(self, step: int) -> None:
        """Lights a step, counted from 1."""
        self._lit = step
        columns, rows = self.size
        first = max(0, min(step - 1 - rows // 3, len(self._steps) - rows))
        lines = []
        for number, (name, length) in enumerate(self._steps[first : first + max(1, rows)], first + 1):
            mark, tone = ("▸ ", "$strong b") if number == step else ("  ", "$faint" if number < step else "$quiet")
            room = max(4, columns - len(mark) - len(length) - 1)
            text = Content(name).truncate(room, ellipsis=True, pad=True)
            lines.append(Content.assemble((mark, "$phase-work"), text.stylize(tone), (f" {length}", tone)))
        self.set_text(Content("\n").join(lines))
