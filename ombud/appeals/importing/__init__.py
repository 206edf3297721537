"""A register of appeal decisions, one row a decision (R181-R189)."""

from ombud.appeals.importing.importer import Appeals

__all__ = ["Appeals"]
