"""A routine as a sound file: what sounds at which moment, the voice, the mixing, and the formats it is written in."""
