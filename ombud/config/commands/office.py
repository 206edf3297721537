"""The municipality that --municipality means, made from its shipped profile at the first call."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ombud.config.commands.installation import make_ready
from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.offices.models import Municipality


@contextmanager
def office(code: str) -> Iterator["Municipality"]:
    """The municipality, in scope until the block ends. ``Refused`` names those shipped when the code is unknown."""
    from ombud.tenancy.scope import scope

    found = municipality_of(code)
    with scope(found):
        yield found


def municipality_of(code: str) -> "Municipality":
    """The municipality with this code, loaded from its profile when it is shipped and not here yet."""
    from ombud.offices.actions.profiles import shipped_codes
    from ombud.offices.models import Municipality
    from ombud.reporting.actions.municipalities import make_municipality

    digits = code.strip()
    wanted = digits.zfill(4)
    shipped = dict(shipped_codes())
    is_code = digits.isascii() and digits.isdigit() and len(wanted) == 4
    if not is_code:
        raise Refused(_unknown(code, shipped))
    make_ready()
    found = Municipality.objects.filter(code=wanted).first()
    if found is None and wanted not in shipped:
        raise Refused(_unknown(code, shipped))
    return found or make_municipality(code=wanted, by=None)


def _unknown(code: str, shipped: dict[str, str]) -> str:
    known = ", ".join(f"{code} {name}" for code, name in sorted(shipped.items()))
    return _(
        "There is no municipality with the code %(code)s. Shipped with the program: %(known)s. "
        "Your own is made on the set-up pages or with `ombud municipality load`."
    ) % {"code": code, "known": known}
