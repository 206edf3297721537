"""A register of enquiries, one row a matter (R19-R44, R81-R90)."""

from ombud.casework.importing.registrations.importer import Registrations

__all__ = ["Registrations"]
