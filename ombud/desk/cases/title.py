"""The title of a case and how its citizen wants to be reached."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.case import correct_case, text_of
from ombud.desk.cases.case_form import CaseForm
from ombud.desk.cases.correcting import correct
from ombud.desk.cases.finding import case_or_404
from ombud.desk.request import DeskRequest

FIELDS = ("title", "preferred_contact", "contact_note")


def title(request: DeskRequest, case: UUID) -> HttpResponse:
    """Corrected with the version that was seen."""
    row = case_or_404(request, case)

    def stored() -> CaseForm:
        text = text_of(case_or_404(request, case), request.keys)
        return CaseForm(initial={name: getattr(text, name) for name in FIELDS})

    return correct(
        request,
        row,
        noun="casefile",
        row=str(row.pk),
        version=lambda: case_or_404(request, case).version,
        stored=stored,
        typed=lambda: CaseForm(request.POST),
        save=lambda form, seen: correct_case(
            case=row, version=seen, keys=request.keys, by=request.user, **form.cleaned_data
        ),
        context={"heading": _("Title and contact")},
    )
