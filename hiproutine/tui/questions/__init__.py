"""What is asked of a person, a screen a kind of question."""
