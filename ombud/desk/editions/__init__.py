"""Frozen and published editions."""
