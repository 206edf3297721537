"""Changing one's passphrase."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys.forms import ChangeForm
from ombud.desk.keys.suggestion import suggest
from ombud.desk.unlocking import open_session
from ombud.identity.models import User
from ombud.offices.actions.keys.own import change_passphrase
from ombud.privacy.sealing.errors import NeedsRecovery, NoKeys, TooManyTries, WrongSecret


def change(request: HttpRequest) -> HttpResponse:
    """The old one is asked for, also when unlocked: an open window is not enough."""
    user: User = request.user  # type: ignore[assignment]
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"suggestion": suggest()})
    if request.method == "POST" and form.is_valid() and (user_key := _changed(user, form)) is not None:
        messages.success(request, _("Your passphrase is changed. The cases did not have to be sealed again."))
        response = redirect("keys-own")
        if request.keys is not None:  # type: ignore[attr-defined]
            open_session(request, response, user_key)  # the other sessions lock, this one goes on
        return response
    context = {"form": form, "suggestion": form["suggestion"].value()}
    return render(request, "keys/passphrase.html", context, status=422 if form.is_bound else 200)


def _changed(user: User, form: ChangeForm) -> bytes | None:
    try:
        return change_passphrase(user=user, old=form.cleaned_data["old"], new=form.cleaned_data["passphrase"])
    except TooManyTries:
        form.add_error("old", _("Too many tries. Wait five minutes: until then no passphrase is looked at."))
    except (WrongSecret, NeedsRecovery, NoKeys):
        form.add_error("old", _("This is not the passphrase you have now."))
    return None
