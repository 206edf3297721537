"""The report as a tree that every writer reads."""
