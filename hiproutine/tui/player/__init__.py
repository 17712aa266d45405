"""The player: a routine while it is played, and the screens that stand before it for a moment."""
