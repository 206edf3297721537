"""A form that is sent twice is done once: a double click, a reload, an impatient second try."""

from collections.abc import Callable

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import transaction

_KEY = "submissions"
_REMEMBERED = 30
"""How many of a session's forms are remembered: more than anyone has open at once."""


def done_once(session: SessionBase, token: str, work: Callable[[], int]) -> tuple[int, bool]:
    """The key that ``work`` gave for this token, now or before, and whether it was done now.

    Two that arrive at the same moment wait for each other at the session's row. ``work`` writes in the same
    transaction, so a failure forgets the token too.
    """
    if session.session_key is None:
        session.create()
    with transaction.atomic():
        Session.objects.select_for_update().filter(pk=session.session_key).first()
        known: dict[str, int] = type(session)(session.session_key).get(_KEY, {})
        if token in known:
            return known[token], False
        key = work()
        session[_KEY] = dict([*known.items(), (token, key)][-_REMEMBERED:])
        session.save()
        return key, True
