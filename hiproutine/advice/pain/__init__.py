"""Scores, changes and red flags -> advice: pure rules, each with its source. Knows nothing else of the program."""
