"""Hundreds of applications are opened here: what all of them would work out for themselves is worked out once."""

from __future__ import annotations

from tests.tui.painting_seldom import paint_when_looked_at
from tests.tui.styles_once import find_styles_once

find_styles_once()
paint_when_looked_at()
