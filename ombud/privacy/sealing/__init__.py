"""Sealing without a framework: what is written on disk, and how it is opened again."""
