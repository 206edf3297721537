"""Giving something of a case out: chosen, with ground and purpose, then handed over as a page or an archive (R134)."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from ombud.audit.purposes import Purpose
from ombud.casework.actions.case_files.disclosures import disclose
from ombud.casework.actions.case_files.documents import DamagedDocument, read_document
from ombud.casework.actions.case_files.reading import read_dossier
from ombud.casework.contents.consent import ConsentText, DisclosureText, Ground
from ombud.casework.contents.sealing import unseal
from ombud.casework.models import CaseFile, Consent, Disclosure
from ombud.casework.queries.case_files.dossier import Chosen, Dossier
from ombud.casework.queries.case_files.opened import OpenedCase
from ombud.casework.queries.case_files.opening import opened_case
from ombud.desk.cases.finding import case_or_404, part_or_404
from ombud.desk.days import DayField
from ombud.desk.files import LOCKED_IN
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.writers.archive import Entry, pack

WIDE = {"autocomplete": "off", "class": "wide"}


class DiscloseForm(forms.Form):
    """What goes out, to whom, why and on what ground; made for one case."""

    recipient = forms.CharField(
        label=gettext_lazy("To whom"), max_length=300, required=False, widget=forms.TextInput(attrs=WIDE)
    )
    purpose = forms.CharField(
        label=gettext_lazy("What for"), max_length=500, required=False, widget=forms.TextInput(attrs=WIDE)
    )
    on = DayField(label=gettext_lazy("Date"))
    ground = forms.ChoiceField(label=gettext_lazy("On what ground"), choices=Ground.choices, widget=forms.RadioSelect)
    consent = forms.ChoiceField(label=gettext_lazy("The consent"), required=False)
    law = forms.CharField(
        label=gettext_lazy("The law and its paragraph"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Only where no consent is needed, for instance a request for access to files."),
        widget=forms.TextInput(attrs=WIDE),
    )
    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What is given"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, case: OpenedCase, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["consent"].choices = [("", _("No consent"))] + [(str(one.id), _named(one)) for one in case.consents]
        fields["parts"].choices = list(_parts(case))

    def chosen(self) -> list[Chosen]:
        return [Chosen(*part.split(":", 1)) for part in self.cleaned_data["parts"]]


def new(request: DeskRequest, case: UUID) -> HttpResponse:
    """GET asks, POST keeps the disclosure and leads to what is to be handed over."""
    row = case_or_404(request, case)
    opened = opened_case(row, request.keys)
    initial = {"on": date.today(), "ground": Ground.CONSENT.value}
    form = DiscloseForm(request.POST if request.method == "POST" else None, case=opened, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _disclose(request, row, form))
        if made is not None:
            messages.success(request, _("The disclosure is kept. Hand over what stands below."))
            return redirect("cases-disclosure", request.municipality.code, case, made.pk)
    context = {"case": row, "form": form}
    return render(request, "cases/disclose.html", context, status=422 if request.method == "POST" else 200)


@require_GET
def disclosure(request: DeskRequest, case: UUID, part: UUID) -> HttpResponse:
    """What was given, as it was that day, to be printed; the reading is logged."""
    row = part_or_404(request, Disclosure, case, part)
    found = read_dossier(row, keys=request.keys, by=request.user)
    context = {"case": row.case, "disclosure": row, "dossier": found, "consent": _consent(request, row)}
    return render(request, "cases/disclosure.html", context)


@require_GET
def archive(request: DeskRequest, case: UUID, part: UUID) -> HttpResponseBase:
    """The same with its documents as one archive. A document that is gone or damaged stops it before it begins."""
    row = part_or_404(request, Disclosure, case, part)
    found = read_dossier(row, keys=request.keys, by=request.user)
    try:
        entries = _entries(request, found, _consent(request, row))
    except DamagedDocument:
        return render(request, "cases/document_damaged.html", {"case": row.case}, status=500)
    response = StreamingHttpResponse(pack(entries, at=timezone.localtime()), content_type="application/octet-stream")
    name = _("case-%(number)s.zip") % {"number": found.number.replace("/", "-")}
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    for header, value in LOCKED_IN.items():
        response.headers[header] = value
    return response


def _disclose(request: DeskRequest, row: CaseFile, form: DiscloseForm) -> Disclosure:
    said = dict(form.cleaned_data)
    parts, consent = form.chosen(), said.pop("consent")
    given = part_or_404(request, Consent, row.pk, UUID(consent)) if consent else None
    said.pop("parts")
    return disclose(case=row, parts=parts, consent=given, keys=request.keys, by=request.user, **said)


def _consent(request: DeskRequest, row: Disclosure) -> ConsentText | None:
    """The consent that the disclosure rests on; None for a law."""
    seals = request.keys.case_seals(row.case_id)
    key = unseal(seals, row, DisclosureText).consent
    found = Consent.objects.filter(case=row.case_id, pk=key).first() if key else None
    return unseal(seals, found, ConsentText) if found else None


def _entries(request: DeskRequest, found: Dossier, consent: ConsentText | None) -> list[Entry]:
    context = {"dossier": found, "municipality": request.municipality, "consent": consent}
    page = render_to_string("cases/dossier.html", context, request)
    entries: list[Entry] = [(_("case.html"), [page.encode()])]
    for document in found.documents:
        if not document.gone:
            read = read_document(document.id, keys=request.keys, by=request.user, purpose=Purpose.DISCLOSURE)
            entries.append((read.text.name, read.pieces()))
    return entries


def _parts(case: OpenedCase) -> Iterator[tuple[str, str]]:
    for party in case.parties:
        yield f"party:{party.id}", _("Person: %(name)s") % {"name": party.text.name}
        if party.text.cpr:
            yield f"cpr:{party.id}", _("Person with the whole CPR number: %(name)s") % {"name": party.text.name}
    for note in case.notes:
        said = {"day": date_format(note.text.on, "DATE_FORMAT"), "title": note.text.title or note.text.text[:60]}
        yield f"note:{note.id}", _("Note of %(day)s: %(title)s") % said
    for document in case.documents:
        yield f"document:{document.id}", _("Document: %(name)s") % {"name": document.text.name}


def _named(consent: Any) -> str:
    day = date_format(consent.text.given_on, "DATE_FORMAT")
    text = _("%(day)s: %(scope)s") % {"day": day, "scope": consent.text.scope[:80]}
    return _("%(consent)s (withdrawn)") % {"consent": text} if consent.text.withdrawn_on else text
