"""Short pages to read, in Markdown: what to know about hips that run. Pure."""
