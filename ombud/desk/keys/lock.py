"""Locking by hand, and the page's own questions: is it still unlocked, and for how long?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ombud.desk.keys.opening import office_of, safe_next
from ombud.desk.unlocking import lock_session
from ombud.offices.actions.keys.own import note_lock
from ombud.privacy import unlocked


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock at once, in every window of this browser."""
    response: HttpResponse = redirect("unlock") if request.accepts("text/html") else JsonResponse({"unlocked": False})
    if request.keys is not None:  # type: ignore[attr-defined]
        note_lock(user=request.user, municipality=office_of(request.user, safe_next(request)))  # type: ignore[arg-type]
    lock_session(request, response)
    return response


@require_GET
def state(request: HttpRequest) -> HttpResponse:
    """Whether it is unlocked and for how many seconds; asking does not count as work."""
    return JsonResponse(_state(request))


@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody is at work on the page: the time begins anew."""
    return JsonResponse(_state(request))


def _state(request: HttpRequest) -> dict[str, object]:
    is_open = request.keys is not None  # type: ignore[attr-defined]
    seconds = unlocked.seconds_left(request.session, timezone.now()) if is_open else 0
    return {"unlocked": is_open, "seconds": seconds, "person": str(request.user.pk), "csrf": get_token(request)}
