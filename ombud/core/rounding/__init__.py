"""Counts rounded so that all sums still hold: the other way to keep small counts from pointing at anybody."""
