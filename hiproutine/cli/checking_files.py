"""Files that are checked, as printed text or JSON: without click where nothing is wrong, a fifth of it otherwise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

from hiproutine.cli.output import echo, printing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hiproutine.errors import Problem
    from hiproutine.routine.checking import Checked, Checker, Source

NOTHING_WRONG, WRONG, WRONG_USAGE = 0, 1, 2
NOTHING_OF_YOURS = "You have no routines or exercises of your own yet. “hiproutine new ID” begins one."


@printing()
def check_alone(names: Sequence[str]) -> NoReturn:
    """Prints what `check` prints without options, and ends the program as click would."""
    try:
        status = check_files(names, as_json=False, strict=False)
    except KeyboardInterrupt:
        echo("\nAborted!", err=True)
        status = WRONG
    sys.exit(status)


def check_files(names: Sequence[str], *, as_json: bool, strict: bool) -> int:
    """Prints every mistake in what the names stand for, or in the person's own files; the status of the program."""
    from hiproutine.paths import find_paths
    from hiproutine.routine import snippets
    from hiproutine.routine.checking import Checker

    checker = Checker(find_paths(), _problems_of_settings)
    sources, missing = _sources(checker, names)
    checked: list[Checked] = []
    for one in checker.check(sources):
        checked.append(one)
        if one.problems and not as_json:
            _print_problems(one)
    if as_json:
        from hiproutine.cli.json_output import json_text

        there = {"missing": missing} if missing else {}
        echo(json_text(problems=snippets.records(checked), **there))
    elif checked:
        echo(snippets.summary(checked))
    elif not missing:
        echo("There are no routines or exercises in it." if names else NOTHING_OF_YOURS)
    for sentence in () if as_json else missing:
        echo(sentence, err=True)
    bad = any(one.count("error") or (strict and one.problems) for one in checked)
    return WRONG_USAGE if missing else WRONG if bad else NOTHING_WRONG


def _print_problems(checked: Checked) -> None:
    import click

    from hiproutine.cli.paint import paint
    from hiproutine.routine import snippets

    click.echo(snippets.as_text(checked, paint()) + "\n", color=True)


def _problems_of_settings(text: str, path: Path) -> tuple[Problem, ...]:
    from hiproutine.config.reading import problems_in

    return problems_in(text, path)


def _sources(checker: Checker, names: Sequence[str]) -> tuple[list[Source], list[str]]:
    """What is to be checked, and a sentence for everything that is not there."""
    from hiproutine.routine.checking import NothingThere

    if not names:
        return checker.own(), []
    sources, missing = [], []
    for name in names:
        try:
            sources += checker.named(name)
        except NothingThere as error:
            missing.append(str(error))
    return sources, missing
