"""What is left out of Textual is left out, and all of it is there where somebody asks."""

from __future__ import annotations

from tests.cli.running import python

LOOK = """
import sys
import hiproutine.tui.run
print({"ssl", "textual.types", "textual.widgets._tree", "textual.widgets._select"} & set(sys.modules))
import ssl, textual.types, textual.widgets
from textual.command import CommandPalette
print(textual.types.DirEntry.__name__, textual.widgets.Select.__name__, ssl.__name__, CommandPalette.__name__)
"""
ANOTHER_TEXTUAL = """
import sys, textual._types
del textual._types.IgnoreReturnCallbackType
from hiproutine.tui import leaving_out
print("textual.types" in sys.modules, "textual.command" in sys.modules)
"""


def test_textual_comes_without_what_no_routine_needs_and_the_rest_can_still_be_had() -> None:
    ran = python("-c", LOOK)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == ["set()", "DirEntry Select ssl CommandPalette"]


def test_a_textual_that_takes_more_is_loaded_as_it_comes() -> None:
    ran = python("-c", ANOTHER_TEXTUAL)
    assert (ran.status, ran.err, ran.out) == (0, "", "False False\n")
