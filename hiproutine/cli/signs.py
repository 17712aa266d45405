"""The red-flag questions from the shell: which apply, which were checked, which were a slip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiproutine.cli.options import journal_option

if TYPE_CHECKING:
    from hiproutine.advice.assess import Assessment
    from hiproutine.journal.signs import Sign
    from hiproutine.journal.store import Journal

ALL = ""
"""Checked, without saying which: all that stand."""


@click.command()
@click.option("--apply", "applying", multiple=True, metavar="ID", help="This one applies; may be repeated.")
@click.option("--none", "nothing", is_flag=True, help="None of them applies. Those that stand still do.")
@click.option(
    "--checked",
    is_flag=False,
    flag_value=ALL,
    multiple=True,
    metavar="[ID]",
    help="A professional has checked this one, or all that stand.",
)
@click.option("--back", multiple=True, metavar="ID", help="Take this one back: it was ticked by mistake.")
@journal_option
def signs(
    place: Path | None, applying: tuple[str, ...], nothing: bool, checked: tuple[str, ...], back: tuple[str, ...]
) -> None:
    """Print the questions about warning signs, or answer them.

    A sign stands from when it is ticked until a professional has checked it (--checked), or it is taken back as a
    slip (--back). Which of the two it was is kept, and stands in the report.
    """
    from hiproutine.cli.with_journal import with_journal

    if sum(map(bool, (applying, nothing, checked, back))) > 1:
        raise click.UsageError("Give --apply, --none, --checked or --back, not several.")
    for name in (*applying, *back, *(one for one in checked if one != ALL)):
        _known(name)

    def use(journal: Journal) -> None:
        from hiproutine.journal.pain_facts import answer_flags
        from hiproutine.journal.signs import check_signs, take_back_signs

        if applying or nothing:
            answer_flags(journal, frozenset(applying), journal.now())
        elif checked:
            check_signs(journal, _standing(journal, checked), journal.now())
        elif back:
            take_back_signs(journal, _standing(journal, back), journal.now())
        click.echo(_page(journal))

    with_journal(place, use)


def _known(name: str) -> None:
    from hiproutine.advice.pain.flags import BY_ID
    from hiproutine.wording import nearest

    if name not in BY_ID:
        close = " or ".join(nearest(name, tuple(BY_ID)))
        raise click.BadParameter(f"“{name}” is none of them{f'; did you mean {close}' if close else ''}")


def _standing(journal: Journal, names: tuple[str, ...]) -> frozenset[str]:
    """The signs that are meant, or a sentence about the one that does not stand."""
    from hiproutine.journal.signs import standing_since

    stand = frozenset(standing_since(journal))
    if ALL in names:
        return stand
    for name in names:
        if name not in stand:
            raise click.ClickException(f"“{name}” does not stand, so nothing was changed.")
    return frozenset(names)


def _page(journal: Journal) -> str:
    """Every question with its id and a mark where it stands, what became of it last, and what that means."""
    from hiproutine.advice.pain.flags import BY_ID, FLAGS
    from hiproutine.advice.pain.red_flags import flag_called
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.scales import GROUPS
    from hiproutine.errors import printable
    from hiproutine.journal.signs import every_sign

    now = journal.now()
    told = {one.flag: one for one in sorted(every_sign(journal), key=lambda one: (one.stands, one.settled or now))}
    lines: list[str] = []
    for group, heading in GROUPS.items():
        lines += ["", heading] if lines else [heading]
        for flag in (flag for flag in FLAGS if flag.group == group):
            sign = told.get(flag.id)
            mark = "x" if sign and sign.stands else " "
            lines.append(f"[{mark}] {flag.id:<16}  {flag.words}{f' ({_became(sign)})' if sign else ''}")
    for name, sign in told.items():
        if sign.stands and name not in BY_ID:
            lines.append(f"[x] {printable(name):<16}  {flag_called(name).words} ({_became(sign)})")
    judged = Context(journal, now=journal.now).judged()
    words = signs_said(judged)
    lines += ["", *words, judged.closing] if words else []
    return "\n".join(lines)


def signs_said(judged: Assessment) -> list[str]:
    """What the signs that stand mean now, and that something could not be read."""
    from hiproutine.advice.finding import Kind

    return [one.sentence for one in judged.findings if one.kind in {Kind.SIGN, Kind.UNREAD}]


def _became(sign: Sign) -> str:
    """`ticked on 2026-09-20`, `checked by a professional on 2026-10-30` or `taken back on 2026-10-30`."""
    if sign.checked:
        return f"checked by a professional on {sign.checked.date().isoformat()}"
    if sign.taken_back:
        return f"taken back on {sign.taken_back.date().isoformat()}"
    return f"{'answered' if sign.answered else 'ticked'} on {sign.since.date().isoformat()}"


COMMANDS = [signs]
"""What the program registers."""
