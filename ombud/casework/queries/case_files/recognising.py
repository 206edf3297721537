"""Has this citizen been here before? Answered by keyed digests, never by a name or a bare hash."""

import unicodedata
from dataclasses import dataclass
from uuid import UUID

from ombud.casework.contents.party import PartyText
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import Party, Trace
from ombud.core import cpr
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring

DANISH_NUMBER = 8
"""Digits of a Danish telephone number; a country code before them is left out."""


@dataclass(frozen=True)
class Recognised:
    """A case in which the same particular stands: ``by`` is "cpr", "phone", "mail" or "name" (which many may share)."""

    case: UUID
    enquiry: int
    by: str


def been_here_before(text: PartyText, municipality: Municipality, keys: Keyring) -> list[Recognised]:
    """The cases of the municipality in which somebody with one of these particulars is a party, surest first.

    Empty where the municipality does not recognise citizens, and without cases the person may not open.
    """
    if not municipality.recognises_citizens:
        return []
    wanted = _by_trace(text, municipality.code, keys)
    rows = Trace.objects.filter(trace__in=wanted).values_list("trace", "party__case", "party__case__enquiry")
    found = [(wanted[bytes(trace)], case, enquiry) for trace, case, enquiry in rows]
    allowed = keys.many_case_seals({case for _kind, case, _enquiry in found})
    order = list(wanted.values())
    ranked = sorted({row for row in found if row[1] in allowed}, key=lambda row: (order.index(row[0]), str(row[1])))
    return [Recognised(case, enquiry, kind) for kind, case, enquiry in ranked]


def met_elsewhere(party: Party, keys: Keyring) -> list[Recognised]:
    """The other cases of the municipality in which the same person is a party, surest first, each once."""
    text = unseal(keys.case_seals(party.case_id), party, PartyText)
    others = [one for one in been_here_before(text, party.municipality, keys) if one.case != party.case_id]
    return list({one.case: one for one in reversed(others)}.values())[::-1]


def traces_of(text: PartyText, office: str, keys: Keyring) -> list[bytes]:
    """The traces of a party's particulars."""
    return list(_by_trace(text, office, keys))


def _by_trace(text: PartyText, office: str, keys: Keyring) -> dict[bytes, str]:
    return {keys.trace(office, f"{kind}:{said}"): kind for kind, said in _particulars(text).items() if said}


def _particulars(text: PartyText) -> dict[str, str]:
    """Each in one spelling, so that the same citizen leaves the same trace."""
    return {
        "cpr": cpr.normal(text.cpr),
        "phone": "".join(sign for sign in text.phone if sign in "0123456789")[-DANISH_NUMBER:],
        "mail": text.mail.strip().casefold(),
        "name": " ".join(unicodedata.normalize("NFC", text.name).casefold().split()),
    }
