"""Files of watches, phones and services in, recordings out. Positions are read for a distance at most, never kept."""
