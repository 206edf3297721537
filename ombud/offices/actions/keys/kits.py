"""The office's first key and its recovery kit."""

from typing import Literal

from django.db import transaction

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.privacy.actions import kits, offices
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import WrongSecret

Kind = Literal["envelope", "shares"]


@transaction.atomic
def make_kit(*, municipality: Municipality, kind: Kind, keys: Keyring, by: User) -> list[str]:
    """The codes to print: one for an envelope, three for shares. Codes printed earlier open nothing from now on.

    A new office gets its key at the same time. Raises NoAccess.
    """
    code = municipality.code
    if not offices.has_office_key(code):
        record("keys.office_made", municipality, by=by, municipality=code)
        offices.make_office_key(code, keys)
    record("keys.kit_printed", municipality, by=by, municipality=code, changes={"kind": [None, kind]})
    return kits.make_kit(code, keys, kind)


@transaction.atomic
def confirm_kit(*, municipality: Municipality, typed: str, by: User) -> None:
    """A part of the printed kit was typed back: from now on cases may be opened. Raises WrongSecret."""
    record("keys.kit_confirmed", municipality, by=by, municipality=municipality.code)
    kits.confirm_kit(municipality.code, typed)


def rescue(*, municipality: Municipality, codes: list[str], keys: Keyring, by: User) -> None:
    """Open the office with the kit for an appointed adviser. Raises WrongSecret; what failed is logged."""
    try:
        with transaction.atomic():
            record("keys.kit_used", municipality, by=by, municipality=municipality.code)
            kits.recover_office(municipality.code, codes, keys)
    except WrongSecret:
        record("keys.kit_failed", municipality, by=by, municipality=municipality.code)
        raise
