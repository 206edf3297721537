"""Reading is an act: the line of the log is written, and kept, before anything is opened. No line, no page.

Call these outside a transaction, so that a page that fails afterwards does not take the line back.
"""

from uuid import UUID

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.logging import log, log_list
from ombud.casework.contents.party import PartyText
from ombud.casework.models import Disclosure, Rectification
from ombud.casework.queries.case_files.dossier import Dossier, dossier
from ombud.casework.queries.case_files.finding import find_case
from ombud.casework.queries.case_files.identities import known_identities
from ombud.casework.queries.case_files.listing import PAGE, Listing, listed
from ombud.casework.queries.case_files.opened import OpenedCase, OpenedRectification
from ombud.casework.queries.case_files.opening import opened_case, opened_rectification
from ombud.casework.queries.case_files.recognising import Recognised, been_here_before
from ombud.casework.queries.case_files.search import Hit, search
from ombud.core.identities.known import KnownIdentities
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring


def read_case(case_id: UUID | str, *, keys: Keyring, by: User, purpose: str = Purpose.CASEWORK) -> OpenedCase:
    """The whole case. Raises CaseFile.DoesNotExist for one that the person may not open, and then logs nothing."""
    case = find_case(case_id, keys)
    log("case.read", case, keys=keys, by=by, purpose=purpose)
    return opened_case(case, keys)


def list_cases(
    *, municipality: Municipality, keys: Keyring, by: User, page: int = 1, only: str = "", size: int = PAGE
) -> Listing:
    """A page of the list of cases: one line in the log, whatever it shows."""
    log_list("cases.listed", municipality=municipality.code, by=by)
    return listed(keys, page=page, only=only, size=size)


def search_cases(
    words: str, *, municipality: Municipality, keys: Keyring, by: User, purpose: str = Purpose.CASEWORK
) -> list[Hit]:
    """The cases that hold every word; the log says that somebody searched, never for what."""
    if not words.split():
        return []
    log_list("cases.searched", municipality=municipality.code, by=by, purpose=purpose)
    return search(keys, words)


def read_identities(*, municipality: Municipality, keys: Keyring, by: User) -> KnownIdentities:
    """Whom a report must not name, from every case the person may open: one line in the log for the whole office."""
    log_list("identities.read", municipality=municipality.code, by=by, purpose=Purpose.PUBLICATION)
    return known_identities(keys)


def read_dossier(disclosure: Disclosure, *, keys: Keyring, by: User) -> Dossier:
    """What a disclosure gave, to be handed over or looked at again."""
    log("dossier.read", disclosure.case, keys=keys, by=by, purpose=Purpose.DISCLOSURE, disclosure=str(disclosure.pk))
    return dossier(disclosure, keys)


def read_proof(rectification: Rectification, *, keys: Keyring, by: User) -> OpenedRectification:
    """The proof, for the citizen, that the recipients of wrong data were told (R146)."""
    details = {"rectification": str(rectification.pk)}
    log("rectification.read", rectification.case, keys=keys, by=by, purpose=Purpose.RECTIFICATION, **details)
    return opened_rectification(rectification, keys)


def look_up_citizen(text: PartyText, *, municipality: Municipality, keys: Keyring, by: User) -> list[Recognised]:
    """Has this citizen been here before? The log says that somebody asked, never for whom."""
    log_list("citizen.looked_up", municipality=municipality.code, by=by, purpose=Purpose.IDENTIFICATION)
    return been_here_before(text, municipality, keys)
