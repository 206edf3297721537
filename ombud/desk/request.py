"""What a page gets: the log-in middleware has put a person on the request, the scope a municipality."""

from django.http import HttpRequest

from ombud.identity.models import User
from ombud.offices.models import Membership, Municipality
from ombud.privacy.keyring import Keyring


class DeskRequest(HttpRequest):
    """A request for a page below a municipality's code. Only a type: Django makes plain requests."""

    user: User
    municipality: Municipality
    membership: Membership
    keys: Keyring
    """Of an unlocked person; None on pages that open locked too (``desk.unlocking``)."""
