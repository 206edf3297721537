"""Copies of what the installation holds, in two sets apart: the content with its files, and the keys."""
