"""An exercise as its file says it: plain, so that what shows or plays it needs nothing of what read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Exercise:
    """One exercise: every key of an exercise file as an attribute, as `model.Exercise` lists and reads them; None, or
    what the model says, where the file does not say it."""

    def __init__(self, values: Mapping[str, Any], dose: str | None) -> None:
        """`values` by the names of the model's fields."""
        self.__dict__.update(values)
        self.__dict__["_dose"] = dose

    def dose(self) -> str | None:
        """The key of the dose, or None."""
        found: str | None = self.__dict__["_dose"]
        return found

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Keys and values, in the order of the model's fields."""
        return ((key, value) for key, value in self.__dict__.items() if key != "_dose")

    def __eq__(self, other: object) -> bool:
        """Whether the other says the same."""
        return isinstance(other, Exercise) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # figures are tables

    def __repr__(self) -> str:
        """What it says, for who debugs."""
        return f"Exercise({', '.join(f'{key}={value!r}' for key, value in self)})"

    def __getattr__(self, name: str) -> Any:
        """Called only for what is no key of an exercise."""
        raise AttributeError(name)
