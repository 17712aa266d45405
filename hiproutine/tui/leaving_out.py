"""Loads Textual without what comes with it and no routine needs: a tenth of its time, and 4 MB.

Both are done by names that can be relied on; where they cannot be, everything is loaded as Textual would.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from types import ModuleType
from typing import Any


def without_tls() -> None:
    """asyncio as on a Python that was built without OpenSSL, for which it is made: nothing here opens a connection."""
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    modules: dict[str, Any] = sys.modules
    modules["ssl"] = None  # then importing it fails, says the reference of the import system
    try:
        import_module("asyncio")
    finally:
        del modules["ssl"]


def without_more_widgets() -> None:
    """The command palette without `textual.types`: it takes one name from it, which loads five widgets for others."""
    if "textual.types" in sys.modules:
        return
    names = import_module("textual._types")
    sys.modules["textual.types"] = few = ModuleType("textual.types")
    few.__dict__.update({name: value for name, value in vars(names).items() if not name.startswith("_")})
    with suppress(ImportError):  # another Textual takes more of it: then it is loaded below, whole
        import_module("textual.command")
    del sys.modules["textual.types"]


without_tls()
without_more_widgets()
