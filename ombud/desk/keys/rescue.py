"""When nobody else can open: an appointed adviser opens the office with the printed kit."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys import code as codes
from ombud.desk.keys import opening
from ombud.desk.keys.forms import AnewForm, RescueForm
from ombud.desk.keys.recover import slip_in
from ombud.desk.keys.suggestion import suggest
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


def anew(request: DeskRequest) -> HttpResponse:
    """Passphrase and own code are lost, and there is no colleague: new keys by the kit."""
    form = AnewForm(request.POST if request.method == "POST" else None, initial={"suggestion": suggest()})
    if request.method == "POST" and form.is_valid():
        with _problems_on(form):
            user_key, code = kits.begin_anew(
                municipality=request.municipality,
                codes=_typed(form),
                passphrase=form.cleaned_data["passphrase"],
                by=request.user,
            )
            response = redirect("keys-code")
            opening.opened(request, response, user_key)
            codes.keep(request, code)
            messages.success(request, _("You have new keys. Print your own code, and then a new kit for the office."))
            return response
    context = {"form": form, "suggestion": form["suggestion"].value(), "kit": kit_state(request.municipality.code)}
    return render(request, "keys/anew.html", context, status=422 if form.is_bound else 200)


def _opened(request: DeskRequest, form: RescueForm) -> bool:
    with _problems_on(form):
        kits.rescue(municipality=request.municipality, codes=_typed(form), keys=request.keys, by=request.user)
        return True
    return False


def _typed(form: RescueForm | AnewForm) -> list[str]:
    return [form.cleaned_data[name] for name in ("first", "second") if form.cleaned_data[name].strip()]


@contextmanager
def _problems_on(form: RescueForm | AnewForm) -> Iterator[None]:
    try:
        yield
    except Mistyped as slip:
        form.add_error("first" if len(_typed(form)) == 1 else None, slip_in(slip.group))
    except NoAccess:
        form.add_error(None, _("Only somebody who is appointed adviser or deputy today can open the cases."))
    except CannotOpen:
        text = _("This does not open. It takes two different shares of the newest kit, or its envelope.")
        form.add_error(None, text)
