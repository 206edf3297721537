"""Who can open the office's cases: giving access, taking it away, handing over, changing the key."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.keys.forms import HandoverForm
from ombud.desk.request import DeskRequest
from ombud.intake.actions import handover_notes
from ombud.intake.models import HandoverNote
from ombud.intake.queries.handover_notes import handover_notes as notes_of
from ombud.offices.actions.keys import access
from ombud.offices.queries.key_holders import Holder, key_holders
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.actions.offices import has_office_key, holders
from ombud.privacy.sealing.errors import NoAccess


def show(request: DeskRequest) -> HttpResponse:
    """Advisers and deputies with their state, and what one may do for each."""
    municipality = request.municipality
    mine = str(request.user.pk) in holders(municipality.code)
    rows = [
        {
            "holder": holder,
            "is_me": holder.user.pk == request.user.pk,
            "why_not_grant": access.why_not_grant(municipality, holder.user),
            "why_not_withdraw": access.why_not_withdraw(municipality, holder.user, request.user),
        }
        for holder in key_holders(municipality, date.today())
    ]
    context = {
        "rows": rows,
        "holds": mine,
        "has_key": has_office_key(municipality.code),
        "kit": kit_state(municipality.code),
        "notes": notes_of(request.keys),
    }
    return render(request, "keys/people.html", context)


@require_POST
def grant(request: DeskRequest, pk: int) -> HttpResponse:
    """Give the office's key to a member."""
    holder = _member(request, pk)
    try:
        access.grant(municipality=request.municipality, to=holder.user, keys=request.keys, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    except NoAccess:
        messages.error(request, _("You have no access to the cases yourself, so you cannot give it."))
    else:
        messages.success(request, _("%(name)s now has access to the cases.") % {"name": holder.user.name})
    return redirect("keys-people", request.municipality.code)


def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """GET says what goes, POST takes the key away and changes it."""
    holder = _member(request, pk)
    reason = access.why_not_withdraw(request.municipality, holder.user, request.user)
    if request.method != "POST" or reason is not None:
        status = 422 if request.method == "POST" else 200
        return render(request, "keys/withdraw.html", {"holder": holder, "reason": reason}, status=status)
    try:
        access.withdraw(municipality=request.municipality, person=holder.user, keys=request.keys, by=request.user)
    except NoAccess:
        messages.error(request, _("You have no access to the cases yourself, so you cannot change the key."))
    else:
        text = _("%(name)s no longer has access to the cases, and the office's key is changed.")
        messages.success(request, text % {"name": holder.user.name})
    return redirect("keys-people", request.municipality.code)


def renew(request: DeskRequest, pk: int) -> HttpResponse:
    """A colleague lost passphrase and code. GET says what goes, POST takes the useless keys away."""
    holder = _member(request, pk)
    reason = access.why_not_renew(request.municipality, holder.user, request.user)
    if request.method != "POST" or reason is not None:
        context = {"holder": holder, "reason": reason}
        return render(request, "keys/renew.html", context, status=422 if request.method == "POST" else 200)
    access.renew(municipality=request.municipality, person=holder.user, keys=request.keys, by=request.user)
    text = _("%(name)s can now choose a passphrase anew. Then you give access again.")
    messages.success(request, text % {"name": holder.user.name})
    return redirect("keys-people", request.municipality.code)


@require_POST
def rotate(request: DeskRequest) -> HttpResponse:
    """Change the office's key now."""
    try:
        access.rotate(municipality=request.municipality, keys=request.keys, by=request.user)
    except NoAccess:
        messages.error(request, _("You have no access to the cases yourself, so you cannot change the key."))
    else:
        messages.success(request, _("The office's key is changed. Everybody who had access has it still."))
    return redirect("keys-people", request.municipality.code)


def handover(request: DeskRequest, pk: int) -> HttpResponse:
    """Give the key to the one who takes over, with a note that only they can read."""
    holder = _member(request, pk)
    form = HandoverForm(request.POST if request.method == "POST" else None)
    reason = _why_not_hand_over(request, holder)
    if request.method == "POST" and form.is_valid() and reason is None:
        if not holder.holds:
            access.grant(municipality=request.municipality, to=holder.user, keys=request.keys, by=request.user)
        if form.cleaned_data["note"].strip():
            handover_notes.leave(
                municipality=request.municipality, to=holder.user, text=form.cleaned_data["note"], by=request.user
            )
        messages.success(request, _("Handed over to %(name)s.") % {"name": holder.user.name})
        return redirect("keys-people", request.municipality.code)
    context = {"form": form, "holder": holder, "reason": reason}
    return render(request, "keys/handover.html", context, status=422 if form.is_bound else 200)


@require_POST
def put_away(request: DeskRequest) -> HttpResponse:
    """The note was read."""
    name = request.POST.get("name", "")
    try:
        note = HandoverNote.objects.filter(person=str(request.user.pk), pk=name).first()
    except ValidationError:
        note = None
    if note is None:
        raise Http404
    handover_notes.put_away(note=note, by=request.user)
    return redirect("keys-people", request.municipality.code)


def _why_not_hand_over(request: DeskRequest, holder: Holder) -> str | None:
    if str(request.user.pk) not in holders(request.municipality.code):
        return _("You have no access to the cases yourself, so you cannot give it.")
    if holder.user.pk == request.user.pk:
        return _("One hands over to somebody else.")
    return None if holder.holds else access.why_not_grant(request.municipality, holder.user)


def _member(request: DeskRequest, pk: int) -> Holder:
    found = [one for one in key_holders(request.municipality, date.today()) if one.user.pk == pk]
    if not found:
        raise Http404
    return found[0]
