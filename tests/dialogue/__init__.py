"""What is asked around a session, as a conversation."""
