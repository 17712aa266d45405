"""The figures, from their files to their dots."""
