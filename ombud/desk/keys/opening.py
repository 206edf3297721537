"""What happens when a person unlocks: the session opens, due changes of keys are made, the last attempts are shown."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.desk.scope import code_in
from ombud.desk.unlocking import keyring_of, open_session
from ombud.identity.models import User
from ombud.offices.actions.keys import access
from ombud.offices.models import Municipality
from ombud.offices.queries.memberships import case_offices_of
from ombud.offices.queries.unlockings import failed_since, last_unlocked
from ombud.privacy.actions.offices import holders
from ombud.reporting.actions.sealing import seal_drafts


def opened(request: HttpRequest, response: HttpResponse, user_key: bytes) -> None:
    """Open the session and do what is due in every office of the person."""
    user: User = request.user  # type: ignore[assignment]
    open_session(request, response, user_key)
    keys = keyring_of(user, user_key)
    request.keys = keys  # type: ignore[attr-defined]
    for municipality in Municipality.objects.filter(code__in=keys.offices):
        if keys.person in holders(municipality.code):  # what was written before the office had its key
            seal_drafts(municipality=municipality, keys=keys, by=user)
        if access.settle(municipality=municipality, keys=keys, by=user):
            text = _("The office's key of %(name)s was changed, because somebody who held it serves no more.")
            messages.info(request, text % {"name": municipality.name})


def tell_of_attempts(request: HttpRequest, before: datetime | None) -> None:
    """Say how often somebody failed to unlock since ``before``, the last time it succeeded."""
    failed = failed_since(request.user, before)  # type: ignore[arg-type]
    if failed:
        text = ngettext(
            "Since you last unlocked, somebody logged in as you has tried %(count)d time without success.",
            "Since you last unlocked, somebody logged in as you has tried %(count)d times without success.",
            failed,
        )
        link = format_html('<a href="{}#attempts">{}</a>', reverse("keys-own"), _("See when it was"))
        messages.warning(request, format_html("{} {}", text % {"count": failed}, link))
    elif before is not None:
        when = date_format(timezone.localtime(before), "DATETIME_FORMAT")
        messages.info(request, _("Unlocked. The time before was %(when)s.") % {"when": when})


def before_this(user: User) -> datetime | None:
    """When the person last unlocked."""
    return last_unlocked(user)


def office_of(user: User, address: str) -> str:
    """The municipality for the log: the one in the address, else the only one the person opens cases in, else none."""
    offices = case_offices_of(user, date.today())
    code = code_in(address)
    if code in offices:
        return code
    return next(iter(offices)) if len(offices) == 1 else ""


def safe_next(request: HttpRequest) -> str:
    """Where to go on: an address of this site, or the first page."""
    address = request.POST.get("next") or request.GET.get("next") or ""
    own = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    if not own:
        return reverse("home")
    path = urlsplit(address)
    onward = path.path + (f"?{path.query}" if path.query else "")
    # Without its host once more: a path that begins with two slashes would lead to another site.
    if not url_has_allowed_host_and_scheme(onward, None) or path.path == reverse("unlock"):
        return reverse("home")
    return onward
