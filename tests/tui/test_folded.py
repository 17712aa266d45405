"""Text in any script folds, is never cut short, and says where there is more."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content

from hiproutine.tui.widgets.folded import DOWN, Folded, folded

TEXTS = [
    "Stand tall, and let the shoulders sink while the hip turns outward, slowly, as far as it goes without pain.",
    "股関節をゆっくり外に開き、痛みのないところで止めて、呼吸を続けながら肩の力を抜いてください。足の裏を床につけたままにします。",
    "ยืนตัวตรงแล้วปล่อยไหล่ลงช้าๆหมุนสะโพกออกด้านนอกเท่าที่ทำได้โดยไม่เจ็บปวดหายใจเข้าออกตามปกติ",
    "Stehfestigkeitsübungswiederholungszählervorrichtungsbeschreibungstextüberlänge" * 2,
    "😀" * 60,
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [2, 17, 36, 56])
def test_nothing_is_lost_by_folding(text: str, width: int) -> None:
    rows = [row.plain for row in folded(Content(text), width)]
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(row.rstrip()) <= width for row in rows)


@pytest.mark.parametrize("text", TEXTS)
async def test_what_does_not_fit_says_so_and_is_scrolled_to(text: str) -> None:
    class Two(App[None]):
        CSS = "Folded { width: 30; height: 2; }"

        def compose(self) -> ComposeResult:
            yield Folded(id="text")

    app = Two()
    async with app.run_test(size=(40, 5)) as pilot:
        shown = app.query_one(Folded)
        shown.set_text(text)
        await pilot.pause()
        assert shown.text == text
        seen: list[str] = []
        for _ in range(20):
            rows = str(shown.content).split("\n")
            if not seen:
                assert rows[-1].endswith(DOWN)
            seen += [row.rstrip("↑↓↕ ") for row in rows if row.rstrip("↑↓↕ ") not in seen]
            shown.scroll_rows(1)
        whole = "".join(seen).replace(" ", "")
        assert len(whole) >= len(text.replace(" ", "")) or set(whole) == set(text)
        assert "…" not in whole
