"""A section's cases without their departments, put into the form to be read through; nothing is saved by it."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.core.identities.case_departments import cases_without_departments
from ombud.desk.request import DeskRequest
from ombud.desk.sections.forms import SectionForm
from ombud.reporting.drafts import in_language
from ombud.reporting.identities.allowed import department_names


def told_without_departments(request: DeskRequest, form: SectionForm, language: str) -> SectionForm:
    """The same form with the changed text. ``language`` is the report's; the message says how many names went."""
    with in_language(language):
        instead = _("a department")
    text, number = cases_without_departments(form.cleaned_data["text"], department_names(), instead)
    if number:
        said = ngettext(
            "%(number)d name of a department is taken out of the cases. Read the text through and save it.",
            "%(number)d names of departments are taken out of the cases. Read the text through and save it.",
            number,
        )
        messages.warning(request, said % {"number": number})
    else:
        messages.info(request, _("No case in this section names a department."))
    typed = request.POST.copy()
    typed["text"] = text
    return SectionForm(typed)
