"""A person's own recovery code: made, shown until a part of it is typed back, and not shown again."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys import pending
from ombud.desk.keys.forms import PassphraseForm, TypedBackForm
from ombud.identity.models import User
from ombud.offices.actions.keys import own
from ombud.privacy.sealing.errors import NeedsRecovery, NoKeys, TooManyTries, WrongSecret


def show(request: HttpRequest) -> HttpResponse:
    """Outside the set-up: a new code when the old one is lost."""
    waiting, form = step(request)
    if form is None:
        messages.success(request, _("Your recovery code is confirmed. It is not shown again."))
        return redirect("keys-own")
    if waiting is not None and not form.is_bound and request.method == "POST":
        return redirect("keys-code")
    context = {"form": form, "pending": waiting}
    return render(request, "keys/code.html", context, status=422 if form.is_bound else 200)


def step(request: HttpRequest) -> tuple[pending.Pending | None, PassphraseForm | TypedBackForm | None]:
    """The code that waits, if any, and the form to show; no form when it has just been confirmed."""
    user: User = request.user  # type: ignore[assignment]
    data = request.POST if request.method == "POST" else None
    waiting = pending.get(request, "code", request.keys)  # type: ignore[attr-defined]
    if waiting is None:
        asked = PassphraseForm(data)
        if data is not None and asked.is_valid() and _made(request, user, asked):
            waiting = pending.get(request, "code", request.keys)  # type: ignore[attr-defined]
            assert waiting is not None
            return waiting, TypedBackForm(codes=waiting.codes)
        return None, asked
    form = TypedBackForm(data, codes=waiting.codes)
    if data is not None and form.is_valid():
        own.confirm_code(user=user)
        pending.forget(request, "code")
        return waiting, None
    return waiting, form


def keep(request: HttpRequest, code: str) -> None:
    """A fresh code waits to be printed and confirmed."""
    pending.put(request, "code", pending.Pending([code], "code", made_on=date.today().isoformat()))


def _made(request: HttpRequest, user: User, form: PassphraseForm) -> bool:
    try:
        keep(request, own.new_code(user=user, passphrase=form.cleaned_data["passphrase"]))
    except TooManyTries:
        form.add_error("passphrase", _("Too many tries. Wait five minutes: until then no passphrase is looked at."))
    except (WrongSecret, NeedsRecovery, NoKeys):
        form.add_error("passphrase", _("This is not your passphrase."))
    else:
        return True
    return False
