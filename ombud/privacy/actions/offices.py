"""The office key: made once, granted to members, taken back, and rotated when somebody has left.

An appointment alone gives no key: ``grant`` needs somebody who holds it. ``rotate`` seals the new version only to those
who held the old one and are members still.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.privacy import places, wraps
from ombud.privacy.actions import rewrapping
from ombud.privacy.keyring import Keyring, OpenedOffice
from ombud.privacy.models import OfficeKey, OfficeWrap
from ombud.privacy.office_secrets import OfficeSecrets, new_secrets
from ombud.privacy.router import KEYS
from ombud.privacy.sealing.derivation import new_key
from ombud.privacy.sealing.errors import NoAccess
from ombud.privacy.sealing.texts import is_text, seal


def has_office_key(office: str) -> bool:
    """Whether the office was set up for case files."""
    return OfficeKey.objects.filter(office=office, retired_at=None).exists()


def holders(office: str) -> set[str]:
    """Who holds the office key."""
    return wraps.holders(office)


def held(person: str) -> set[str]:
    """The offices whose key in use the person holds."""
    return set(OfficeWrap.objects.filter(person=person).values_list("office", flat=True))


def make_office_key(office: str, keyring: Keyring) -> None:
    """The first key of an office, held by the keyring's person. Raises NoAccess, or ValidationError when it has one."""
    if office not in keyring.offices:
        raise NoAccess
    with transaction.atomic(using=KEYS):
        if has_office_key(office):
            raise ValidationError(_("The office has its key already."))
        key, secrets = new_key(), new_secrets()
        _write_version(office, 1, key, secrets)
        OfficeWrap.objects.create(
            office=office, version=1, person=keyring.person, sealed=keyring.wrapped(office, 1, key)
        )


def grant(office: str, to: str, keyring: Keyring) -> None:
    """Seal the office key to a person's public key: a deputy, or the next adviser. Twice is as good as once.

    Raises NoAccess (the giver does not hold it) or NoKeys (the receiver has chosen no passphrase yet). Cases from which
    somebody is shut out are not in it: see ``cases.let_in``.
    """
    with transaction.atomic(using=KEYS):
        opened = _opened_now(office, keyring)
        if to not in wraps.holders(office):
            OfficeWrap.objects.bulk_create(wraps.office_wraps(office, opened.version, opened.key, [to]))


def withdraw(office: str, person: str) -> bool:
    """Take a person's keys to the office away; the key is rotated when a member next unlocks.

    The last key to the office or to a case is never taken away, since nobody could open it any more: False is given
    when something of the kind was left. It opens nothing for somebody without an appointment, and goes with the first
    rotation after somebody else has come.
    """
    with transaction.atomic(using=KEYS):
        if not has_office_key(office):
            return True
        row = wraps.locked_row(office)
        row.rotation_due = True
        row.save(update_fields=["rotation_due"])
        left = rewrapping.drop_case_seals(office, {person})
        if wraps.holders(office) - {person}:
            OfficeWrap.objects.filter(office=office, person=person).delete()
            return not left
        return person not in wraps.holders(office) and not left


def rotation_due(office: str, members: set[str]) -> bool:
    """Whether somebody lost their access since the key was made.

    ``members``: everybody whose appointment as adviser or deputy has not ended, including those still to begin.
    """
    flagged = OfficeKey.objects.filter(office=office, retired_at=None, rotation_due=True).exists()
    return flagged or bool(wraps.holders(office) - members)


def rotate(office: str, keyring: Keyring, members: set[str]) -> None:
    """A new office key for those who hold the old one and are ``members`` (as in ``rotation_due``), in one transaction.

    Every case gets a new key in front of its old ones and is sealed anew; so are the office's texts, its inbox and its
    recovery kits. The old wraps are gone: a former member with a copy of yesterday's database reads yesterday's texts
    with it, and nothing written since. Raises NoAccess when the keyring's person is not a member with the key.
    """
    with transaction.atomic(using=KEYS):
        opened = _opened_now(office, keyring)
        if keyring.person not in members:
            raise NoAccess
        version, key = opened.version + 1, new_key()
        staying = wraps.holders(office) & members
        OfficeKey.objects.filter(office=office, version=opened.version).update(
            retired_at=timezone.now(), sealed_secrets=b"", rotation_due=False
        )
        secrets = opened.secrets.renewed()
        _write_version(office, version, key, secrets)
        OfficeWrap.objects.filter(office=office).delete()
        others = wraps.office_wraps(office, version, key, staying - {keyring.person})
        mine = OfficeWrap(
            office=office, version=version, person=keyring.person, sealed=keyring.wrapped(office, version, key)
        )
        OfficeWrap.objects.bulk_create([mine, *others])
        fresh = OpenedOffice(office, version, key, secrets)
        rewrapping.rewrap_kits(fresh)
        rewrapping.rewrap_cases(opened, fresh)
        rewrapping.drop_case_seals(office, rewrapping.sealed_to(office) - staying)
        rewrapping.renew_shut_out_cases(office, version, keyring)
    keyring.forget(office)


def settle(office: str, keyring: Keyring, members: set[str]) -> bool:
    """What is due when a member unlocks; True when the key was rotated. ``members`` as in ``rotation_due``.

    A key that was sent is sealed under the own user key; a due rotation is done; cases from which somebody is shut out
    get their new keys from the first member who can open them. Raises NoAccess when the member has no key yet.
    """
    with transaction.atomic(using=KEYS):
        opened = _opened_now(office, keyring)
        due = rotation_due(office, members) and keyring.person in members
        if due:
            rotate(office, keyring, members)
        else:
            _keep_sent_key(opened, keyring)
            rewrapping.renew_shut_out_cases(office, opened.version, keyring)
    return due


def _opened_now(office: str, keyring: Keyring) -> OpenedOffice:
    """The version in use, held until the transaction ends."""
    row = wraps.locked_row(office)
    opened = keyring.opened(office)
    if opened.version != row.version:
        keyring.forget(office)
        opened = keyring.opened(office)
    return opened


def _keep_sent_key(opened: OpenedOffice, keyring: Keyring) -> None:
    wrap = OfficeWrap.objects.get(office=opened.office, person=keyring.person)
    if not is_text(wrap.sealed):
        wrap.sealed = keyring.wrapped(opened.office, opened.version, opened.key)
        wrap.save(update_fields=["sealed"])


def _write_version(office: str, version: int, key: bytes, secrets: OfficeSecrets) -> None:
    OfficeKey.objects.create(
        office=office,
        version=version,
        public=secrets.public,
        sealed_secrets=seal(key, secrets.packed(), places.office_secrets(office, version)),
        made_at=timezone.now(),
    )
