"""Every kind of file that can be imported. Each import takes a fresh importer: it keeps the file's names."""

from ombud.appeals.importing import Appeals
from ombud.casework.importing.engine import RegisterImporter
from ombud.casework.importing.registrations import Registrations
from ombud.reporting.importing.aggregates import Aggregates

IMPORTERS: dict[str, type[RegisterImporter]] = {
    "registrations": Registrations,
    "appeals": Appeals,
    "aggregates": Aggregates,
}


def importer_of(kind: str) -> RegisterImporter:
    """An importer for one file. KeyError for a kind there is not."""
    return IMPORTERS[kind]()
