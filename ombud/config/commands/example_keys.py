"""The keys of the example office: an invented passphrase kept beside the example, and a recovery kit on paper."""

from datetime import date
from pathlib import Path
from typing import Any

from ombud.config.commands.secret_files import kept

SHEET = "noedkuvert-eksempel.pdf"


def set_up(municipality: Any, user: Any, out: Path) -> tuple[Any, str]:
    """The adviser's keys, opened, and the passphrase. When the sheet is not in ``out``, a new kit is made."""
    from ombud.desk.keys.suggestion import suggest
    from ombud.offices.actions.keys import own
    from ombud.offices.queries.memberships import case_offices_of
    from ombud.privacy.actions.kits import kit_state
    from ombud.privacy.actions.people import has_keys
    from ombud.privacy.keyring import Keyring

    passphrase = kept("demo-passphrase", suggest)
    if has_keys(str(user.pk)):
        user_key = own.unlock(user=user, passphrase=passphrase, municipality=municipality.code)
    else:
        user_key, _code = own.choose_passphrase(user=user, passphrase=passphrase)
        own.confirm_code(user=user)
    keys = Keyring(str(user.pk), user_key, case_offices_of(user, date.today()))
    if kit_state(municipality.code) != "confirmed" or not (out / SHEET).exists():
        _print_kit(municipality, user, keys, out)
    return keys, passphrase


def _print_kit(municipality: Any, user: Any, keys: Any, out: Path) -> None:
    from django.utils import translation
    from django.utils.translation import gettext as _

    from ombud.offices.actions.keys.kits import confirm_kit, make_kit
    from ombud.privacy.actions.kits import typed_back
    from ombud.writers import kit

    codes = make_kit(municipality=municipality, kind="envelope", keys=keys, by=user)
    holder = kit.Holder(_("Municipality of %(name)s") % {"name": municipality.name}, date.today())
    out.mkdir(parents=True, exist_ok=True)
    sheet = kit.write([kit.envelope_page(codes[0], holder, translation)], words=translation)
    (out / SHEET).write_bytes(sheet)
    confirm_kit(municipality=municipality, typed=typed_back(codes[0]), by=user)
