"""Looking back: the month, the pain, the sessions."""
