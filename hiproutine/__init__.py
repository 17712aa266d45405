"""A guided routine player for runners' hips, in the terminal."""

__version__ = "0.1.0"
