"""The command that looks at the machine, and lets its cues be heard."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from hiproutine.cli.json_output import json_text

if TYPE_CHECKING:
    from hiproutine.cues.finding import Finding

SPOKEN = "Next: hip bridge, ten times. Lie on your back, knees bent."
SPEAKING = 5.0
"""Seconds that takes, and a little more."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--play", "aloud", is_flag=True, help="Give every cue, to hear and see which arrive.")
def doctor(as_json: bool, aloud: bool) -> None:
    """Print what this machine can do, and what it lacks.

    Changes nothing.
    """
    if as_json and aloud:
        raise click.UsageError("Give --json or --play, not both.")
    from shutil import get_terminal_size

    from hiproutine.cli.machine import Surroundings, lines, look, records
    from hiproutine.paths import find_paths

    size = get_terminal_size()
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    around = Surroundings(os.environ, interactive, size.columns, size.lines, encoding)
    findings = look(around, find_paths(), attempt=True)
    if as_json:
        click.echo(json_text(findings=records(findings)))
        return
    click.echo("\n".join(lines(findings)))
    if aloud:
        click.echo()
        _play(findings, bell=interactive)


def _play(findings: list[Finding], *, bell: bool) -> None:
    """Every cue there is here, one after the other."""
    from time import sleep

    from hiproutine.cli.machine import play_signals
    from hiproutine.cues import CueOutput
    from hiproutine.cues.bell import Bell
    from hiproutine.cues.finding import State
    from hiproutine.cues.sound import Sound
    from hiproutine.cues.terminals import terminal_of

    states = {finding.name: finding.state for finding in findings}
    outputs: list[CueOutput] = [Bell(lambda: _write("\a"))] if bell else []
    if states["sound"] is not State.MISSING:
        outputs.append(Sound())
    for output in outputs:
        click.echo(f"Listen: {output.name}")
        play_signals([output], lambda text: click.echo(f"  {text}"), sleep)
        output.close()
    if states["voice"] is not State.MISSING:
        click.echo(f"Listen: voice\n  {SPOKEN}")
        _speak(sleep)
    notification = terminal_of(os.environ, windows=os.name == "nt").notification("hiproutine", "This is a cue.")
    if bell and notification:
        click.echo("Look: notification")
        _write(notification)
    if not outputs and states["voice"] is State.MISSING:
        click.echo("There is nothing here to hear.")


def _speak(sleep: object) -> None:
    from hiproutine.cues.speech import Voice
    from hiproutine.cues.utterance import Utterance, Weight

    voice = Voice()
    voice.say(Utterance(SPOKEN, Weight.CHANGE))
    if callable(sleep):
        sleep(SPEAKING)
    if voice.trouble:
        click.echo(f"  The voice does not work: {voice.trouble}")
    voice.close()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


COMMANDS = [doctor]
"""What the program registers."""
