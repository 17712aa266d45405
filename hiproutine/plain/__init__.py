"""The player as printed lines, for ears, braille displays, logs and terminals that cannot move their cursor."""
