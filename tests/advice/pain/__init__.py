"""The pain rules, edge by edge."""
