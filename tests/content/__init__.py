"""What the two articles advise, and where it is."""
