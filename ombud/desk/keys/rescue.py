"""When nobody else can open: an appointed adviser opens the office with the printed kit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys.forms import RescueForm
from ombud.desk.keys.recover import slip_in
from ombud.desk.request import DeskRequest
from ombud.offices.actions.keys import kits
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.sealing.errors import CannotOpen, Mistyped, NoAccess


def rescue(request: DeskRequest) -> HttpResponse:
    """GET asks for the code or two shares, POST opens; then a new kit is printed, since this one was opened."""
    form = RescueForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _opened(request, form):
        text = _("You can open the cases again. Print a new kit now: the one you used has been opened.")
        messages.success(request, text)
        return redirect("keys-kit", request.municipality.code)
    context = {"form": form, "kit": kit_state(request.municipality.code)}
    return render(request, "keys/rescue.html", context, status=422 if form.is_bound else 200)


def _opened(request: DeskRequest, form: RescueForm) -> bool:
    typed = {name: form.cleaned_data[name] for name in ("first", "second") if form.cleaned_data[name].strip()}
    try:
        kits.rescue(municipality=request.municipality, codes=list(typed.values()), keys=request.keys, by=request.user)
    except Mistyped as slip:
        form.add_error(_where(typed), slip_in(slip.group))
    except NoAccess:
        form.add_error(None, _("Only somebody who is appointed adviser or deputy today can open the cases."))
    except CannotOpen:
        form.add_error(
            None,
            _("This does not open. It takes two different shares of the newest kit, or its envelope."),
        )
    else:
        return True
    return False


def _where(typed: dict[str, str]) -> str | None:
    return "first" if len(typed) == 1 else None
