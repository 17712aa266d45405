"""A plan being played: the engine, what it tells, what there is to see, and the record of what happened."""
