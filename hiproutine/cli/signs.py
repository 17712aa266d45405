"""The red-flag questions from the shell: which apply, which do not any more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiproutine.cli.options import journal_option

if TYPE_CHECKING:
    from hiproutine.journal.store import Journal


@click.command()
@click.option("--apply", "applying", multiple=True, metavar="ID", help="This one applies; may be repeated.")
@click.option("--none", "nothing", is_flag=True, help="None of them applies.")
@click.option("--checked", is_flag=True, help="A professional has checked those that stand.")
@journal_option
def signs(place: Path | None, applying: tuple[str, ...], nothing: bool, checked: bool) -> None:
    """Print the questions about warning signs, or answer them."""
    from hiproutine.advice.pain.flags import BY_ID
    from hiproutine.cli.journal import with_journal
    from hiproutine.wording import nearest

    for name in applying:
        if name not in BY_ID:
            close = " or ".join(nearest(name, tuple(BY_ID)))
            raise click.BadParameter(f"“{name}” is none of them{f'; did you mean {close}' if close else ''}")
    if sum((bool(applying), nothing, checked)) > 1:
        raise click.UsageError("Give --apply, --none or --checked, not several.")

    def use(journal: Journal) -> None:
        from hiproutine.dialogue.context import Context
        from hiproutine.dialogue.red_flags import check_off
        from hiproutine.journal.pain_facts import answer_flags

        if applying or nothing:
            answer_flags(journal, frozenset(applying), journal.now())
        elif checked:
            check_off(Context(journal, now=journal.now))
        click.echo(_page(journal))

    with_journal(place, use)


def _page(journal: Journal) -> str:
    """Every question with its id and a mark where it stands, and what that means."""
    from hiproutine.advice.pain.flags import FLAGS
    from hiproutine.advice.pain.red_flags import flag_advice
    from hiproutine.dialogue.context import Context
    from hiproutine.dialogue.scales import GROUPS

    stand = Context(journal, now=journal.now).flags()
    standing = {one.flag.id: one.day for one in stand}
    lines: list[str] = []
    for group, heading in GROUPS.items():
        lines += ["", heading] if lines else [heading]
        for flag in (flag for flag in FLAGS if flag.group == group):
            said = f" (said on {standing[flag.id]})" if flag.id in standing else ""
            lines.append(f"[{'x' if flag.id in standing else ' '}] {flag.id:<16}  {flag.words}{said}")
    if advice := flag_advice(stand):
        lines += ["", advice.sentence, advice.closing]
    return "\n".join(lines)


COMMANDS = [signs]
"""What the program registers."""
