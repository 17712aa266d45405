"""The file format: what someone wrote, and what is wrong with it."""
