"""Every kind of file that can be imported."""

from ombud.appeals.importing import Appeals
from ombud.casework.importing.engine import RegisterImporter
from ombud.casework.importing.registrations import Registrations
from ombud.reporting.importing.aggregates import Aggregates

IMPORTERS: dict[str, RegisterImporter] = {
    "registrations": Registrations(),
    "appeals": Appeals(),
    "aggregates": Aggregates(),
}


def importer_of(kind: str) -> RegisterImporter:
    """The importer of a kind. KeyError for a kind there is not."""
    return IMPORTERS[kind]
