"""What will happen, second by second: the frozen plan, and the rules that lay a routine out in time."""
