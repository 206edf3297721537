"""Codes between making and confirming: in the session, sealed to the person's own key, and gone once confirmed."""

import base64
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Literal

from django.http import HttpRequest

from ombud.privacy.inbox import open_own, seal_to_person
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import CannotOpen

Kind = Literal["code", "kit"]
_KEPT = "keys_pending"


@dataclass(frozen=True)
class Pending:
    """Codes to print. ``office`` is the municipality's code, empty for a person's own code."""

    codes: list[str] = field(repr=False)
    kind: str = ""
    office: str = ""
    municipality: str = ""
    made_on: str = ""

    @property
    def day(self) -> date:
        return date.fromisoformat(self.made_on)

    @property
    def groups(self) -> list[list[str]]:
        """Each code in its groups of letters."""
        return [code.split() for code in self.codes]


def put(request: HttpRequest, what: Kind, pending: Pending) -> None:
    """Keep codes for the pages to come."""
    sealed = seal_to_person(str(request.user.pk), json.dumps(asdict(pending)).encode(), _item(what))
    request.session[_KEPT] = request.session.get(_KEPT, {}) | {what: base64.b64encode(sealed).decode()}


def get(request: HttpRequest, what: Kind, keys: Keyring, office: str = "") -> Pending | None:
    """The codes that are not confirmed yet, or None. Those of another office are none."""
    sealed = request.session.get(_KEPT, {}).get(what)
    if sealed is None:
        return None
    try:
        found = Pending(**json.loads(open_own(keys, base64.b64decode(sealed), _item(what))))
    except CannotOpen:
        return None
    return found if found.office == office or not office else None


def forget(request: HttpRequest, what: Kind) -> None:
    """They were confirmed, and are not shown again."""
    request.session[_KEPT] = {name: value for name, value in request.session.get(_KEPT, {}).items() if name != what}


def _item(what: Kind) -> str:
    return f"pending {what}"
