"""The library: choosing a routine."""
