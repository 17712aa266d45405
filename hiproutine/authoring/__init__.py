"""Help for who writes routines and exercises: drafts, completion, templates, the schema, search."""
