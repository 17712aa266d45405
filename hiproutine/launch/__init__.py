"""From the command line to the first screen, and what makes it soon."""
