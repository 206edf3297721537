"""An office with its key, and a look at everything that both databases hold."""

from django.db import connections

from ombud.identity.actions import make_account
from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.tenancy.scope import everywhere
from tests.cast import PASSWORD
from tests.unlocked import set_up_keys

MARKER = "Zebrafinken"


def make_adviser(municipality: Municipality, name: str = "asta") -> User:
    user = make_account(email=f"{name}@raadgiver.example", name=name, password=PASSWORD)
    appoint(user=user, municipality=municipality, by=None)
    return user


def make_keys(municipality: Municipality) -> Keyring:
    """The office gets its key, held by a new adviser."""
    return set_up_keys(municipality, make_adviser(municipality))


def found_in_databases(marker: str = MARKER) -> list[str]:
    """The tables in which the marker stands, in small or capital letters."""
    found = []
    for alias in ("default", "keys"):
        with everywhere("a test looks into every row"), connections[alias].cursor() as cursor:
            for table in connections[alias].introspection.table_names(cursor):
                cursor.execute(f'SELECT * FROM "{table}"')
                cells = (cell for row in cursor.fetchall() for cell in row)
                if any(marker.lower().encode() in _bytes(cell).lower() for cell in cells):
                    found.append(table)
    return found


def _bytes(cell: object) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
