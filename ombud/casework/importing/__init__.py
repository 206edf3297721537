"""Importing a register from a file: preview first, all or nothing, and what was corrected by hand is kept."""
