"""Whom the cases know, for as long as a report is checked: gathered anew for each request, with its line in the log."""

from ombud.casework.actions.case_files.reading import read_identities
from ombud.core.identities.known import KnownIdentities
from ombud.desk.request import DeskRequest
from ombud.privacy.actions.offices import has_office_key


def known_to(request: DeskRequest) -> KnownIdentities:
    """From every case that the unlocked person may open. An office without a key has no case, and nothing is logged."""
    if not has_office_key(request.municipality.code):
        return KnownIdentities()
    return read_identities(municipality=request.municipality, keys=request.keys, by=request.user)
