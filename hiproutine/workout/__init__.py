"""A routine as a workout for a sports watch: its steps, the limits they keep, and the files they are written as."""
