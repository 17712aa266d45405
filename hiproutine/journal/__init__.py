"""What is kept: sessions, readings and red-flag answers in one SQLite file."""
