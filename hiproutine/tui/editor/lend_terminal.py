"""Lends the terminal to the person's own editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from hiproutine.authoring.drafting import CannotWrite, open_draft, stamp_of
from hiproutine.config.external_editor import Editor, NoEditor, edit_in, find_editor
from hiproutine.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

    from hiproutine.paths import Paths


def lend(app: App[Any], editor: Editor, path: Path) -> str:
    """Opens a file in an editor while the screens are away; how it went, in a sentence."""
    try:
        with app.suspend():
            edit_in(editor, path)
    except SuspendNotSupported:
        return "This terminal cannot be lent to another program."
    except NoEditor as error:
        return str(error)
    return f"Back from {editor.name}."


def edit_outside(app: App[Any], path: Path, paths: Paths) -> bool:
    """Opens a file in the person's editor, a bundled one as their own copy; whether any file is other than before."""
    try:
        editor = find_editor()
        draft = open_draft(path, paths)
        copied = draft.save(draft.text) if draft.copies else ""
    except (NoEditor, CannotWrite) as error:
        app.notify(str(error), severity="warning", markup=False)
        return False
    except BadFile as error:
        app.notify(error.problems[0].sentence(), severity="warning", markup=False)
        return False
    before = stamp_of(draft.path)
    said = lend(app, editor, draft.path)
    for sentence in filter(None, (copied, said)):
        app.notify(sentence, markup=False)
    return bool(copied) or stamp_of(draft.path) != before
