"""The settings, and choosing a theme."""
