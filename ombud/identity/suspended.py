"""The log-in library puts a form aside in the session while it asks for the password once more, cookies and all.

The cookies hold the token that opens the sealed user key in that same row (``privacy.unlocked``): a copy of the
database would open cases. So no form is put aside: the page asks first and the form is filled in again.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

View = Callable[..., HttpResponse]


def never_kept(view: View) -> View:
    """Where the password would be asked for again, a sent form begins anew at the page it came from."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asks = request.user.is_authenticated and is_reauthentication_required(request, app="allauth.mfa")
        if request.method not in ("GET", "HEAD") and asks:
            return HttpResponseRedirect(request.path)
        return view(request, *args, **kwargs)

    return guarded
