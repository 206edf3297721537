"""The office's recovery kit: chosen, printed, and a part of it typed back."""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.keys import pending
from ombud.desk.keys.forms import KindForm, TypedBackForm
from ombud.desk.request import DeskRequest
from ombud.offices.actions.keys import kits
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.sealing.errors import NoAccess, WrongSecret
from ombud.reporting.actions.sealing import seal_drafts


def show(request: DeskRequest) -> HttpResponse:
    """Outside the set-up: a new kit. The old one stays good until a part of the new one is typed back."""
    waiting, form = step(request)
    if form is None:
        messages.success(request, _("The recovery kit is confirmed. Sheets printed earlier open nothing any more."))
        return redirect("keys-people", request.municipality.code)
    if not form.is_bound and request.method == "POST":
        return redirect("keys-kit", request.municipality.code)
    context = {"form": form, "pending": waiting, "state": kit_state(request.municipality.code)}
    return render(request, "keys/kit.html", context, status=422 if form.is_bound else 200)


def step(request: DeskRequest) -> tuple[pending.Pending | None, forms.Form | None]:
    """The kit that waits, if any, and the form to show; no form when it has just been confirmed."""
    code, data = request.municipality.code, request.POST if request.method == "POST" else None
    waiting = pending.get(request, "kit", request.keys, code)
    if waiting is not None and data is not None and data.get("do") == "other":
        pending.forget(request, "kit")
        return None, KindForm()
    if waiting is None:
        asked = KindForm(data)
        if data is None or not asked.is_valid() or not _made(request, asked):
            return None, asked
        waiting = pending.get(request, "kit", request.keys, code)
        assert waiting is not None
        return waiting, TypedBackForm(codes=waiting.codes)
    form = TypedBackForm(data, codes=waiting.codes)
    if data is not None and form.is_valid() and _confirmed(request, form):
        pending.forget(request, "kit")
        return waiting, None
    return waiting, form


def _made(request: DeskRequest, form: KindForm) -> bool:
    municipality, kind = request.municipality, form.cleaned_data["kind"]
    try:
        codes = kits.make_kit(municipality=municipality, kind=kind, keys=request.keys, by=request.user)
        seal_drafts(municipality=municipality, keys=request.keys, by=request.user)
    except NoAccess:
        form.add_error(None, _("You have no access to the cases yourself, so you cannot print the kit."))
        return False
    except ValidationError as error:
        form.add_error(None, error)
        return False
    waiting = pending.Pending(codes, kind, municipality.code, municipality.name, date.today().isoformat())
    pending.put(request, "kit", waiting)
    return True


def _confirmed(request: DeskRequest, form: TypedBackForm) -> bool:
    try:
        kits.confirm_kit(municipality=request.municipality, typed=form.typed, by=request.user)
    except (WrongSecret, NoAccess):
        pending.forget(request, "kit")
        form.add_error(None, _("A newer kit was printed meanwhile. Confirm that one, or print again."))
        return False
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
