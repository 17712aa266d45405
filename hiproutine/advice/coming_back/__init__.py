"""Coming back to running in seven stages, and the levels of strength: which comes next, and when."""
