"""The guides to read."""
