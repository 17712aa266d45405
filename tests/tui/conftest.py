"""Hundreds of applications are opened here: what all of them would work out for themselves is worked out once."""

from __future__ import annotations

from tests.tui.handlers_once import find_handlers_once
from tests.tui.painting_seldom import paint_when_looked_at
from tests.tui.styles_once import find_styles_once
from tests.tui.until_at_rest import wait_until_at_rest

find_styles_once()
find_handlers_once()
paint_when_looked_at()
wait_until_at_rest()
