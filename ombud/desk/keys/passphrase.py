"""Changing one's passphrase."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys.forms import ChangeForm
from ombud.desk.keys.suggestion import suggest
from ombud.identity.models import User
from ombud.offices.actions.keys.own import change_passphrase
from ombud.privacy.sealing.errors import NeedsRecovery, NoKeys, TooManyTries, WrongSecret


def change(request: HttpRequest) -> HttpResponse:
    """The old one is asked for, also when unlocked: an open window is not enough."""
    user: User = request.user  # type: ignore[assignment]
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"suggestion": suggest()})
    if request.method == "POST" and form.is_valid() and _changed(user, form):
        messages.success(request, _("Your passphrase is changed. The cases did not have to be sealed again."))
        return redirect("keys-own")
    context = {"form": form, "suggestion": form["suggestion"].value()}
    return render(request, "keys/passphrase.html", context, status=422 if form.is_bound else 200)


def _changed(user: User, form: ChangeForm) -> bool:
    try:
        change_passphrase(user=user, old=form.cleaned_data["old"], new=form.cleaned_data["passphrase"])
    except TooManyTries:
        form.add_error("old", _("Too many tries. Wait five minutes: until then no passphrase is looked at."))
    except (WrongSecret, NeedsRecovery, NoKeys):
        form.add_error("old", _("This is not the passphrase you have now."))
    else:
        return True
    return False
