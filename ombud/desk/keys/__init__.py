"""Unlocking, locking, and who holds a key: the pages between a log-in and the case files."""
