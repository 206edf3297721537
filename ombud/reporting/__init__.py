"""Rows to facts, definitions, imported aggregates, report outlines and frozen editions."""
