"""A journal and a clock on the wall, as the journal's own tests have them."""

from tests.journal.conftest import journal, place, wall

__all__ = ["journal", "place", "wall"]
