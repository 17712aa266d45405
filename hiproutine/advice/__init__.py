"""What the program says about the hip. Pure; each number with its source."""
