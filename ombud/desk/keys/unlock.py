"""The locked page: the passphrase, and who is logged in. A log-in of any kind ends here."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ombud.desk import keeping
from ombud.desk.keys import opening
from ombud.desk.keys.forms import UnlockForm
from ombud.identity.models import User
from ombud.intake.queries.kept_forms import count_kept
from ombud.offices.actions.keys import own
from ombud.offices.queries.memberships import case_municipalities_of
from ombud.privacy import unlocked
from ombud.privacy.actions.people import has_keys, needs_recovery
from ombud.privacy.sealing.errors import NeedsRecovery, TooManyTries, WrongSecret


def show(request: HttpRequest) -> HttpResponse:
    """GET asks, POST unlocks and goes on to ``next``. Answers in JSON to the cover of a locked page."""
    user: User = request.user  # type: ignore[assignment]
    address = opening.safe_next(request)
    if request.method == "GET" and request.keys is not None:  # type: ignore[attr-defined]
        return redirect(address)
    if not has_keys(str(user.pk)):
        return _page(request, address, None)
    if needs_recovery(str(user.pk)) and not _wants_json(request):
        return redirect("keys-recover")
    form = UnlockForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _refused(request, address, form)
    before = opening.before_this(user)
    try:
        user_key = own.unlock(
            user=user, passphrase=form.cleaned_data["passphrase"], municipality=opening.office_of(user, address)
        )
    except (WrongSecret, NeedsRecovery):
        form.add_error("passphrase", _("This passphrase does not unlock. Look at capitals and spaces and try again."))
    except TooManyTries:
        form.add_error("passphrase", _("Too many tries. Wait five minutes: until then no passphrase is looked at."))
    else:
        return _gone_on(request, address, user_key, before)
    return _refused(request, address, form)


def _gone_on(request: HttpRequest, address: str, user_key: bytes, before: object) -> HttpResponse:
    person = str(request.user.pk)
    kept = count_kept(person)
    onward = f"{reverse('keys-kept')}?{urlencode({'next': address})}" if kept else address
    response: HttpResponse
    if _wants_json(request):
        response = JsonResponse({})
        opening.opened(request, response, user_key)
        response.content = JsonResponse(_alive(request)).content
        return response
    response = redirect(onward)
    opening.opened(request, response, user_key)
    opening.tell_of_attempts(request, before)  # type: ignore[arg-type]
    return response


def _alive(request: HttpRequest) -> dict[str, object]:
    """What the page needs to go on as it is: the time left, and fresh marks for the forms it holds."""
    seconds = unlocked.seconds_left(request.session, timezone.now())
    person = str(request.user.pk)
    marks = {"csrf": get_token(request), "maker": keeping.sign(person)}
    return {"unlocked": True, "seconds": seconds, "person": person, **marks}


def _refused(request: HttpRequest, address: str, form: UnlockForm) -> HttpResponse:
    if _wants_json(request):
        found = [str(text) for texts in form.errors.values() for text in texts]
        return JsonResponse({"unlocked": False, "problems": found}, status=422)
    return _page(request, address, form)


def _page(request: HttpRequest, address: str, form: UnlockForm | None) -> HttpResponse:
    status = 422 if form is not None and form.is_bound else 200
    user: User = request.user  # type: ignore[assignment]
    kept, offices = count_kept(str(user.pk)), case_municipalities_of(user)
    context = {"form": form, "next": address, "kept": kept, "offices": offices}
    return render(request, "keys/unlock.html", context, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return not request.accepts("text/html")
