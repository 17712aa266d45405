"""The editor: a file, what comes of it, and what is wrong with it."""
