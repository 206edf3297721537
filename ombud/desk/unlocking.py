"""Unlocked or locked: puts the person's keys on the request, and turns away from sealed pages whoever has not unlocked.

A log-in alone opens nothing. The user key lies in the session row, sealed under a token that only this cookie holds.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from ombud.desk import keeping
from ombud.desk.access import NEEDS
from ombud.identity.models import User
from ombud.offices.queries.memberships import case_offices_of, fingerprint
from ombud.privacy import unlocked
from ombud.privacy.actions.offices import has_office_key
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import Locked, NoAccess

COOKIE: str = settings.UNLOCK_COOKIE_NAME
LOCKED = 423


class Unlocking:
    """Sets ``request.keys``: the keyring of an unlocked person, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.keys = _keyring(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        keeping.let_go(request, response)
        if COOKIE in request.COOKIES and not unlocked.seconds_left(request.session, timezone.now()):
            forget_token(response)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """After origin and role were checked, and before the page looks anything up."""
        match = request.resolver_match
        need = NEEDS.get(match.view_name if match else "")
        if need is None or request.keys is not None:  # type: ignore[attr-defined]
            return None
        return _turn_away(request) if need.unlocked or (need.once_sealed and _has_key(request)) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Locked, where only the row tells that it is sealed: unlock first. Unlocked, but without the key of this
        office: the page of its set-up says what is missing.
        """
        if isinstance(exception, Locked):
            return _turn_away(request)
        municipality = getattr(request, "municipality", None)
        if not isinstance(exception, NoAccess) or municipality is None:
            return None
        return redirect("keys-begin", municipality.code)


class KeepsWhatWasTyped:
    """A form that is sent after the session has ended is sealed to whoever the page was made for, then the log-in asks.

    Stands before the middleware that asks for a log-in, after the one that checks the form's origin.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> None:
        if request.method == "POST" and not request.user.is_authenticated and getattr(view, "login_required", True):
            keeping.keep_for_the_maker(request)


def open_session(request: HttpRequest, response: HttpResponse, user_key: bytes) -> None:
    """Keep the user key for the requests to come, and give the browser the token."""
    user: User = request.user  # type: ignore[assignment]
    token = unlocked.remember(request.session, str(user.pk), user_key, fingerprint(user, date.today()))
    response.set_cookie(COOKIE, token, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)


def lock_session(request: HttpRequest, response: HttpResponse) -> None:
    """Only the passphrase opens again."""
    unlocked.lock(request.session)
    forget_token(response)


def forget_token(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Strict")


def keyring_of(user: User, user_key: bytes) -> Keyring:
    """What the user key opens today: the offices where the person is adviser or deputy on this very day."""
    return Keyring(str(user.pk), user_key, case_offices_of(user, date.today()))


def lock(request: HttpRequest) -> dict[str, Any]:
    """For every page's frame: whether the person may hold keys, and the seconds until the page locks by itself."""
    user: Any = getattr(request, "user", None) or AnonymousUser()
    if not user.is_authenticated:
        return {"unlockable": False, "lock_seconds": 0, "lock_at": None}
    keys = getattr(request, "keys", None)
    seconds = unlocked.seconds_left(request.session, timezone.now()) if keys is not None else 0
    return {
        "unlockable": bool(case_offices_of(user, date.today())),
        "lock_seconds": seconds,
        "lock_at": timezone.localtime() + timedelta(seconds=seconds),
    }


def _keyring(request: HttpRequest) -> Keyring | None:
    token, user = request.COOKIES.get(COOKIE), request.user
    if not token or not user.is_authenticated:
        return None
    today = date.today()
    mark, touches = fingerprint(user, today), not _asks_by_itself(request)
    user_key = unlocked.recall(request.session, token, str(user.pk), mark, timezone.now(), touches=touches)
    return None if user_key is None else keyring_of(user, user_key)


def _asks_by_itself(request: HttpRequest) -> bool:
    """A page that looks whether something happened is nobody at work. Work is reported by the page's script."""
    return request.method == "GET" and ("HX-Request" in request.headers or request.path_info == reverse("keys-state"))


def _has_key(request: HttpRequest) -> bool:
    municipality = getattr(request, "municipality", None)
    return municipality is not None and has_office_key(municipality.code)


def _turn_away(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        keeping.keep(request, str(request.user.pk))
    if "HX-Request" in request.headers or (request.accepts("application/json") and not request.accepts("text/html")):
        return JsonResponse({"unlocked": False}, status=LOCKED, headers={"HX-Trigger": "ombud-locked"})
    back = request.get_full_path() if request.method in ("GET", "HEAD") else request.META.get("HTTP_REFERER", "")
    return redirect(f"{reverse('unlock')}?{urlencode({'next': back})}")
