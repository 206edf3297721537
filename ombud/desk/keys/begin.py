"""The set-up of keys, step by step. It can be left and come back to: each step looks at what is done already."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ombud.desk.keys import code as codes
from ombud.desk.keys import kit, opening
from ombud.desk.keys.forms import ChooseForm
from ombud.desk.keys.suggestion import suggest
from ombud.desk.request import DeskRequest
from ombud.offices.actions.keys import own
from ombud.privacy.actions.kits import kit_state
from ombud.privacy.actions.offices import has_office_key, holders
from ombud.privacy.actions.people import check_letters, has_keys


@dataclass(frozen=True)
class Step:
    name: str
    title: Promise
    lead: Promise


WHY = Step("why", _("Why keys"), _("Four short steps, about five minutes. You need a printer, or pen and paper."))
PASSPHRASE = Step("passphrase", _("Passphrase"), _("It opens the cases. The program does not know it."))
CODE = Step("code", _("Your own code"), _("If you forget the passphrase, this code on paper helps you."))
KIT = Step("kit", _("Recovery kit"), _("If nobody can unlock any more, the kit helps whoever is appointed."))
WAIT = Step("wait", _("Access"), _("A colleague who has access gives it to you."))
DONE = Step("done", _("Done"), _("The office can open its first case."))


def begin(request: DeskRequest) -> HttpResponse:
    """To the first step that is not done; who has no keys yet is told why first."""
    following = _next(request)
    first = "why" if following == "passphrase" else following
    return redirect("keys-begin-step", request.municipality.code, first)


def show(request: DeskRequest, name: str) -> HttpResponse:
    """One step. Who asks for a later one than the next is led to the next."""
    steps = _steps(request)
    names = [step.name for step in steps]
    if name not in names:
        if name in {step.name for step in (WHY, PASSPHRASE, CODE, KIT, WAIT, DONE)}:
            return redirect("keys-begin", request.municipality.code)
        raise Http404
    following = _next(request)
    if name != "why" and name != following:
        return redirect("keys-begin-step", request.municipality.code, following)
    if request.keys is None and name in ("code", "kit"):
        return redirect(f"{reverse('unlock')}?{urlencode({'next': request.path})}")
    return SHOWS[name](request)


def _why(request: DeskRequest) -> HttpResponse:
    return _page(request, WHY)


def _passphrase(request: DeskRequest) -> HttpResponse:
    form = ChooseForm(request.POST if request.method == "POST" else None, initial={"suggestion": suggest()})
    if request.method == "POST" and form.is_valid():
        try:
            user_key, code = own.choose_passphrase(user=request.user, passphrase=form.cleaned_data["passphrase"])
        except ValidationError as error:
            form.add_error(None, error.messages[0])
        else:
            response = _onward(request)
            opening.opened(request, response, user_key)
            codes.keep(request, code)
            return response
    return _page(request, PASSPHRASE, form=form, suggestion=form["suggestion"].value())


def _code(request: DeskRequest) -> HttpResponse:
    waiting, form = codes.step(request)
    if form is None or (request.method == "POST" and not form.is_bound):
        return _onward(request)
    return _page(request, CODE, form=form, pending=waiting)


def _kit(request: DeskRequest) -> HttpResponse:
    waiting, form = kit.step(request)
    if form is None or (request.method == "POST" and not form.is_bound):
        return _onward(request)
    return _page(request, KIT, form=form, pending=waiting)


def _wait(request: DeskRequest) -> HttpResponse:
    return _page(request, WAIT, letters=check_letters(str(request.user.pk)))


def _done(request: DeskRequest) -> HttpResponse:
    return _page(request, DONE, state=kit_state(request.municipality.code))


SHOWS = {"why": _why, "passphrase": _passphrase, "code": _code, "kit": _kit, "wait": _wait, "done": _done}


def _onward(request: DeskRequest) -> HttpResponse:
    return redirect("keys-begin", request.municipality.code)


def _steps(request: DeskRequest) -> tuple[Step, ...]:
    """A new office gets a kit; a new member of an office that has its keys waits for access."""
    office, person = request.municipality.code, str(request.user.pk)
    if has_office_key(office) and person not in holders(office):
        return (WHY, PASSPHRASE, CODE, WAIT)
    return (WHY, PASSPHRASE, CODE, KIT, DONE)


def _next(request: DeskRequest) -> str:
    """The first step that is not done."""
    office, person = request.municipality.code, str(request.user.pk)
    if not has_keys(person):
        return "passphrase"
    if not own.has_confirmed_code(request.user):
        return "code"
    if has_office_key(office) and person not in holders(office):
        return "wait"
    return "done" if kit_state(office) == "confirmed" else "kit"


def _page(request: DeskRequest, step: Step, **more: object) -> HttpResponse:
    steps = _steps(request)
    number = steps.index(step) + 1
    context = {"step": step, "steps": list(enumerate(steps, 1)), "number": number, "pending": None, **more}
    form = more.get("form")
    status = 422 if getattr(form, "is_bound", False) else 200
    return render(request, "keys/begin.html", context, status=status)
