"""Sessions: they end ten hours after log-in whatever is done in them, and can be ended one by one."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account import signals as account
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout, signals
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ombud.identity import limits
from ombud.identity.models import User

BEGAN_AT = "began_at"
SEEN_AT = "seen_at"
SECONDS_BETWEEN_SEEN = 300
"""How exactly the list of sessions tells when one was last used; each time is a write."""


class SessionEnds:
    """Logs out whoever logged in longer ago than SESSION_COOKIE_AGE, and notes now and then that a session is used."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = time.time()
            if now - request.session.get(BEGAN_AT, 0) > settings.SESSION_COOKIE_AGE:
                logout(request)
            elif now - request.session.get(SEEN_AT, 0) > SECONDS_BETWEEN_SEEN:
                _note_use(request, now)
        return self.get_response(request)


def sessions_of(user: User) -> list[UserSession]:
    """The sessions in which this person is logged in now, the newest first."""
    return sorted(UserSession.objects.purge_and_list(user), key=lambda session: session.created_at, reverse=True)


def end_sessions(user: User, *, but: str | None = None, only: int | None = None) -> int:
    """End the person's sessions, all but the one with this session key, or only the one with this primary key.

    They are out at their next request, and what was unlocked in them is gone with the row.
    """
    ended = 0
    for session in UserSession.objects.filter(user=user):
        if session.session_key != but and only in (None, session.pk):
            session.end()
            ended += 1
    return ended


def _note_use(request: HttpRequest, now: float) -> None:
    request.session[SEEN_AT] = now
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=timezone.now())


def _begin(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    request.session[BEGAN_AT] = request.session[SEEN_AT] = time.time()


def _tidy(sender: Any, **_: Any) -> None:
    """At each log-in what has run out is thrown away, in this table and in the one of the tries."""
    SessionStore.clear_expired()
    limits.forget_old()


def _end(sender: Any, request: HttpRequest, **_: Any) -> None:
    UserSession.objects.filter(session_key=request.session.session_key).delete()


def _end_others(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    """A new password ends every other session of the person."""
    own = request.session.session_key if request.user.pk == user.pk else None
    end_sessions(user, but=own)


def _begin_anew(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    """Whoever has the link of a mail may try the new password at once."""
    limits.forget(limits.PASSWORD, user.email)
    end_sessions(user)


def connect() -> None:
    """Called when the program starts."""
    signals.user_logged_in.connect(_begin)
    signals.user_logged_out.connect(_end)
    account.user_logged_in.connect(_tidy)
    account.password_changed.connect(_end_others)
    account.password_set.connect(_end_others)
    account.password_reset.connect(_begin_anew)
