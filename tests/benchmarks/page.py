"""The shared page: how long it takes to write, to open beside an empty page, and how late it is at real speed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import Browser, BrowserContext

from tests.benchmarks.accuracy import CUES_WITHIN, END_WITHIN, bells, routine_of_minutes
from tests.benchmarks.measuring import HIPROUTINE, Row, compared, in_turn, medians, said, timed
from tests.share.browsing import browser

ROUTINE = "post-run-hip-stretch"
EMPTY = '<!doctype html><html lang="en"><head><title>Empty</title></head><body><p>Empty</p></body></html>'
PAINTED = "performance.getEntriesByName('first-contentful-paint').map((one) => one.startTime)"
RING = """
window.rung = []; window.heard = [];
navigator.vibrate = () => { window.rung.push(performance.now()); return true; };
const made = AudioContext.prototype.createOscillator;
AudioContext.prototype.createOscillator = function () {
  const wave = made.call(this), start = wave.start.bind(wave);
  wave.start = (at) => { window.heard.push(performance.now() + (at - this.currentTime) * 1000); start(at); };
  return wave;
};
"""
"""Every signal shakes the phone once; its tones begin by the sound's clock."""
ANSWERS = ("Start", "I understand", "Skip", "None of these")
PRESS = """name => [...document.querySelectorAll("button")]
    .find((one) => one.offsetParent && one.textContent === name).click()"""


def writing_pages(home: Path, folder: Path, rounds: int) -> list[Row]:
    """One page beside `show`, and all of them."""
    page, every = str(folder / "page.html"), str(folder / "pages")
    measures = {
        "show": timed([*HIPROUTINE, "show", ROUTINE], home),
        "share": timed([*HIPROUTINE, "share", ROUTINE, "-o", page], home),
        "all": timed([*HIPROUTINE, "share", "--folder", every], home),
    }
    took = medians(in_turn(measures, rounds))
    paints = asyncio.run(_paints(folder, Path(page), rounds))
    ours, empty = median(paints["page"]), median(paints["empty"])
    return [
        compared("share", took["share"], "show", took["show"], "ms", below=2),
        Row("share, every routine", said(took["all"], "ms"), goal="< 1 s", met=took["all"] < 1000),
        Row("the page's first step is seen", said(ours, "ms"), f"empty page {said(empty, 'ms')}", ours / empty,
            goal="< 100 ms", met=ours < 100),
    ]  # fmt: skip


async def _paints(folder: Path, page: Path, rounds: int) -> dict[str, list[float]]:
    nothing = folder / "empty.html"
    nothing.write_text(EMPTY, encoding="utf-8")
    found: dict[str, list[float]] = {"page": [], "empty": []}
    async with browser() as running:
        context = await running.new_context(viewport={"width": 390, "height": 844})
        for _ in range(rounds + 1):  # the first of each warms the browser up
            for name, path in (("page", page), ("empty", nothing)):
                found[name].append(await _paint(context, path))
    return {name: times[1:] for name, times in found.items()}


async def _paint(context: BrowserContext, path: Path) -> float:
    """Milliseconds from opening to the first text on the screen; the page's first is the routine with its steps."""
    tab = await context.new_page()
    await tab.goto(path.as_uri())
    times: list[float] = []
    while not times:
        times = await tab.evaluate(PAINTED)
    await tab.close()
    return times[0]


def page_accuracy(folder: Path, minutes: float) -> list[Row]:
    """How late the page's signals were, and the end, each beside the most punctual."""
    path, holds = routine_of_minutes(folder, minutes)
    page = folder / "long.html"
    timed([*HIPROUTINE, "share", str(path), "-o", str(page)], folder / "page-home")()
    planned = list(dict.fromkeys(bells(holds)))  # two bells at half, one signal
    rung, heard = asyncio.run(_plays(page, planned[-1]))
    what = f"the page, {planned[-1] / 60:.3g} min at real speed"
    if len(rung) != len(planned):
        return [Row(what, f"{len(rung)} signals", f"{len(planned)} planned", goal="the same", met=False)]
    began = min(moment - plan for moment, plan in zip(rung, planned, strict=True))
    late = [1000 * (moment - plan - began) for moment, plan in zip(rung, planned, strict=True)]
    tones = [1000 * min((moment - plan - began for moment in heard), key=abs) for plan in planned]
    return [
        Row(f"{what}, tones beside their moment", said(max(map(abs, tones)), "ms"),
            f"median {said(median(tones), 'ms')}",
            goal=f"< {CUES_WITHIN:g} ms", met=max(map(abs, tones)) < CUES_WITHIN),
        Row(f"{what}, end late by", said(late[-1], "ms"), goal=f"< {END_WITHIN:g} ms", met=late[-1] < END_WITHIN),
        Row(f"{what}, signals late by", said(max(late), "ms"),
            f"{len(late)} signals, median {said(median(late), 'ms')}",
            goal=f"< {CUES_WITHIN:g} ms", met=max(late) < CUES_WITHIN),
    ]  # fmt: skip


async def _plays(page: Path, seconds: float) -> tuple[list[float], list[float]]:
    """The moments of its signals, and those of its tones, in seconds."""
    async with browser() as running:
        tab = await _open(running, page)
        await tab.wait_for_selector("body:not([data-section=play])", timeout=(seconds + 60) * 1000)
        found = [await tab.evaluate(f"window.{name}") for name in ("rung", "heard")]
        rung, heard = ([moment / 1000 for moment in moments] for moments in found)
        return rung, heard


async def _open(running: Browser, page: Path) -> Any:
    tab = await running.new_page(viewport={"width": 390, "height": 844})
    await tab.add_init_script(RING)
    await tab.goto(page.as_uri())
    await tab.wait_for_selector("#start:enabled")
    for answer in ANSWERS:
        await tab.evaluate(PRESS, answer)
    return tab
