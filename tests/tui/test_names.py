"""Our private names must not be Textual's: its classes have many, and a collision breaks far from its cause."""

from __future__ import annotations

import ast
import importlib
import inspect
from functools import cache
from pathlib import Path

import hiproutine.tui

FOLDER = Path(hiproutine.tui.__file__).parent
MODULES = sorted(
    "hiproutine.tui." + ".".join(path.relative_to(FOLDER).with_suffix("").parts)
    for path in FOLDER.rglob("*.py")
    if path.stem != "__init__"
)


def own_names(tree: ast.ClassDef) -> set[str]:
    methods = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))}
    assigned = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }
    return {name for name in methods | assigned if name.startswith("_") and not name.startswith("__")}


@cache
def classes_in(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


@cache
def names_of(base: type) -> frozenset[str]:
    return frozenset(vars(base)) | own_names(classes_in(base.__module__)[base.__qualname__])


def framework_names(kind: type) -> set[str]:
    bases = [base for base in kind.__mro__[1:] if base.__module__.startswith("textual")]
    return {name for base in bases for name in names_of(base)}


def test_no_private_name_is_textuals() -> None:
    modules = [importlib.import_module(name) for name in MODULES]
    collisions = {
        f"{node.name}.{own}"
        for module in modules
        for node in classes_in(module.__name__).values()
        for own in own_names(node) & framework_names(getattr(module, node.name))
    }
    assert len(modules) > 10
    assert collisions == set()
