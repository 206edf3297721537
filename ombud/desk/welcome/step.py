"""One step of setting up one's own municipality. Answers wait in the session until the last step makes it."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.desk.welcome.drafting import profile_of
from ombud.desk.welcome.forms import CheckForm, DepartmentsForm, MandateForm, NameForm, PeriodForm
from ombud.desk.welcome.making import make_and_serve
from ombud.offices.actions.profiles import ProfileRefused

KEPT = "welcome"


@dataclass(frozen=True)
class Step:
    """``lead`` says what is asked and why."""

    name: str
    title: Promise
    lead: Promise
    form: type[forms.Form]


STEPS = (
    Step("name", gettext_lazy("Municipality"), gettext_lazy("Which municipality do you serve?"), NameForm),
    Step(
        "departments",
        gettext_lazy("Departments"),
        gettext_lazy("Every matter is counted in a department. Units below them can be added later."),
        DepartmentsForm,
    ),
    Step(
        "mandate",
        gettext_lazy("Mandate"),
        gettext_lazy("What the charter lets the adviser do, and how enquiries are counted."),
        MandateForm,
    ),
    Step(
        "period",
        gettext_lazy("Period and themes"),
        gettext_lazy("The period of the first report, and the legal themes to register by."),
        PeriodForm,
    ),
    Step("check", gettext_lazy("Check"), gettext_lazy("Nothing is made until you press the button."), CheckForm),
)
NAMES = [step.name for step in STEPS]


def show(request: HttpRequest, name: str) -> HttpResponse:
    """GET shows the step with what was answered, POST keeps the answer and goes on."""
    if name not in NAMES:
        raise Http404
    index = NAMES.index(name)
    answers: dict[str, dict[str, Any]] = request.session.get(KEPT, {})
    unanswered = next((earlier for earlier in NAMES[:index] if earlier not in answers), None)
    if unanswered is not None:
        return redirect("welcome-step", unanswered)
    form = STEPS[index].form(request.POST if request.method == "POST" else None, initial=answers.get(name))
    if request.method == "POST" and form.is_valid():
        if name == NAMES[-1]:
            return _make(request, answers)
        request.session[KEPT] = answers | {name: _plain(form.cleaned_data)}
        return redirect("welcome-step", NAMES[index + 1])
    page = {
        "form": form,
        "step": STEPS[index],
        "steps": [(step, number, number <= index or step.name in answers) for number, step in enumerate(STEPS)],
        "number": index + 1,
        "before": NAMES[index - 1] if index else "",
        "profile": profile_of(answers) if name == NAMES[-1] else None,
    }
    return render(request, "welcome/step.html", page)


def _make(request: HttpRequest, answers: dict[str, dict[str, Any]]) -> HttpResponse:
    try:
        municipality = make_and_serve(by=request.user, data=profile_of(answers))  # type: ignore[arg-type]
    except (ProfileRefused, ValidationError) as error:
        text = error.messages[0] if isinstance(error, ValidationError) else str(error)
        messages.error(request, text)
        return redirect("welcome-step", NAMES[0])
    del request.session[KEPT]
    messages.success(request, _("%(name)s is set up. Everything can be changed here.") % {"name": municipality})
    return redirect("office-index", municipality.code)


def _plain(cleaned: dict[str, Any]) -> dict[str, Any]:
    """Answers as the session can keep them."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in cleaned.items()}
