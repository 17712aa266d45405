"""Plain mode: lines, questions in words, keys, and the program as a process."""
