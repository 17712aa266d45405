"""A record whose bulk is made when it is first asked for: most who list plans never look at their intervals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

_MAKES = "_deferred"


class Deferred:
    """For frozen records without slots; a field that is made later has no default in the class. Comparing, printing and
    pickling a record ask for the bulk."""

    @classmethod
    def begun(cls, makes: Callable[[], dict[str, Any]], **known: Any) -> Self:
        """A record of which some values are known; `makes` gives those of all other fields."""
        record = object.__new__(cls)
        record.__dict__.update(known)
        record.__dict__[_MAKES] = makes
        return record

    def __getattr__(self, name: str) -> Any:
        """Called for what is not there yet."""
        makes = self.__dict__.get(_MAKES)
        if makes is None or name.startswith("__"):
            raise AttributeError(name)
        self.__dict__.update(makes())
        self.__dict__.pop(_MAKES, None)
        return self.__dict__[name] if name in self.__dict__ else object.__getattribute__(self, name)

    def __getstate__(self) -> dict[str, Any]:
        """Everything, made where it was not yet."""
        if makes := self.__dict__.get(_MAKES):
            self.__dict__.update(makes())
            self.__dict__.pop(_MAKES, None)
        return self.__dict__
