"""What is asked around a session: before it, during it, after it, and the morning after. Screens and lines ask it."""
