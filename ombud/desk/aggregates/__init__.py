"""Figures taken over from earlier reports."""
