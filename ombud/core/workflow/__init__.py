"""States, transitions and why-not rules.

A rule returns the reason in the reader's words, or "" when nothing is in the way.
"""
