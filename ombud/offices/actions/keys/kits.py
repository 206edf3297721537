"""The office's first key and its recovery kit."""

from datetime import date
from typing import Literal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.actions.keys import own
from ombud.offices.models import Membership, Municipality
from ombud.offices.queries.memberships import case_offices_of, membership_of
from ombud.privacy.actions import kits, offices, people
from ombud.privacy.keyring import Keyring
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.errors import NoAccess, WrongSecret

Kind = Literal["envelope", "shares"]


def why_not_make_kit(municipality: Municipality, by: User) -> str | None:
    """Reason when somebody may not print the kit: a deputy who kept the paper could open what came after them."""
    membership = membership_of(by, municipality, date.today())
    if membership is not None and membership.role == Membership.Role.ADVISER:
        return None
    return _("Only an adviser prints the recovery kit: whoever keeps the paper can open the cases for good.")


@transaction.atomic
def make_kit(*, municipality: Municipality, kind: Kind, keys: Keyring, by: User) -> list[str]:
    """The codes to print: one for an envelope, three for shares. Codes printed earlier open nothing from now on.

    A new office gets its key at the same time. Raises NoAccess, and ValidationError for a deputy.
    """
    if reason := why_not_make_kit(municipality, by):
        raise ValidationError(reason)
    code = municipality.code
    if not offices.has_office_key(code):
        record("keys.office_made", municipality, by=by, municipality=code)
        _tell_of_an_appointed_holder(municipality, by)
        offices.make_office_key(code, keys)
    record("keys.kit_printed", municipality, by=by, municipality=code, changes={"kind": [None, kind]})
    return kits.make_kit(code, keys, kind)


def _tell_of_an_appointed_holder(municipality: Municipality, by: User) -> None:
    """Whoever gives a role could give it to a stooge: where somebody else gave the role, the log names both."""
    membership = membership_of(by, municipality, date.today())
    appointed_by = membership.changed_by if membership else None
    if appointed_by is not None and appointed_by != by:
        record("keys.first_holder_appointed", appointed_by, by=by, municipality=municipality.code)


@transaction.atomic
def confirm_kit(*, municipality: Municipality, typed: str, by: User) -> None:
    """A part of the printed kit was typed back: from now on cases may be opened.

    Raises WrongSecret, and ValidationError for a deputy.
    """
    if reason := why_not_make_kit(municipality, by):
        raise ValidationError(reason)
    record("keys.kit_confirmed", municipality, by=by, municipality=municipality.code)
    kits.confirm_kit(municipality.code, typed)


def begin_anew(*, municipality: Municipality, codes: list[str], passphrase: str, by: User) -> tuple[bytes, str]:
    """Passphrase and own code are lost and no colleague is left: new keys, by the kit. Nothing changes when it fails.

    Gives the user key and a code to print. Raises WrongSecret and NoAccess, which are logged, and ValidationError for a
    weak passphrase.
    """
    person, offices_open = str(by.pk), frozenset({municipality.code}) & case_offices_of(by, date.today())
    try:
        with transaction.atomic(), transaction.atomic(using=KEYS):
            record("keys.forgotten", by, by=by, municipality=municipality.code)
            people.forget_keys(person)
            user_key, code = own.choose_passphrase(user=by, passphrase=passphrase)
            record("keys.kit_used", municipality, by=by, municipality=municipality.code)
            kits.recover_office(municipality.code, codes, Keyring(person, user_key, offices_open))
            return user_key, code
    except (WrongSecret, NoAccess):
        record("keys.kit_failed", municipality, by=by, municipality=municipality.code)
        raise


def rescue(*, municipality: Municipality, codes: list[str], keys: Keyring, by: User) -> None:
    """Open the office with the kit for an appointed adviser. Raises WrongSecret; what failed is logged."""
    try:
        with transaction.atomic():
            record("keys.kit_used", municipality, by=by, municipality=municipality.code)
            kits.recover_office(municipality.code, codes, keys)
    except WrongSecret:
        record("keys.kit_failed", municipality, by=by, municipality=municipality.code)
        raise
