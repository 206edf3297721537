"""One sample check: its drawn lines are judged one by one, then it is finished."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.audit.actions.controls import Judgement, finish, judge, why_not_finish
from ombud.audit.models import Control, Drawn, Event
from ombud.audit.record import record_case
from ombud.desk.log.control import chain_said
from ombud.desk.log.people import People
from ombud.desk.log.told import Told, tell
from ombud.desk.request import DeskRequest
from ombud.privacy.sealing.errors import CannotOpen
from ombud.privacy.seals import Seals

REMARK = "remark"


class LineForm(forms.Form):
    result = forms.ChoiceField(
        label=gettext_lazy("Judgement"), choices=Drawn.Result.choices, required=False, widget=forms.RadioSelect
    )
    remark = forms.CharField(label=gettext_lazy("Remark"), required=False, max_length=1000)


class FinishForm(forms.Form):
    remark = forms.CharField(
        label=gettext_lazy("Conclusion"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )


@dataclass(frozen=True, repr=False)
class DrawnLine:
    """A drawn line as it is told, with its form; ``told`` is None when the log no longer has the line."""

    row: Drawn
    told: Told | None
    form: LineForm
    remark: str


def show(request: DeskRequest, pk: UUID) -> HttpResponse:
    """POST saves the judgements; with ``do=finish`` it also closes the check."""
    control = get_object_or_404(Control.objects, pk=pk)
    seals = request.keys.office_seals(request.municipality.code)
    data = request.POST if request.method == "POST" and control.finished_at is None else None
    rows = list(control.drawn.all())
    forms_by_row = {row.pk: _form(row, seals, data) for row in rows}
    conclusion = FinishForm(data, prefix="finish")
    if data is not None and all(form.is_valid() for form in [conclusion, *forms_by_row.values()]):
        try:
            return _save(request, control, forms_by_row, conclusion, seals)
        except ValidationError as refused:
            conclusion.add_error(None, refused)
    if data is None:
        record_case("log.read", case=None, by=request.user, municipality=request.municipality.code, purpose="control")
    context = {
        "control": control,
        "chain": chain_said(control),
        "lines": _lines(request, rows, forms_by_row, seals),
        "forms": [*forms_by_row.values()],
        "conclusion": conclusion,
        "said": _opened(seals, "control", control.pk, control.remark),
        "why_not": why_not_finish(control),
        "drawn_by": People([], control.drawn_by).name(control.drawn_by),
    }
    return render(request, "log/check.html", context)


def _save(
    request: DeskRequest, control: Control, forms_by_row: dict[UUID, LineForm], conclusion: FinishForm, seals: Seals
) -> HttpResponse:
    office = request.municipality.code
    judgements = {
        key: Judgement(form.cleaned_data["result"], _sealed(seals, "drawn", key, form.cleaned_data["remark"]))
        for key, form in forms_by_row.items()
        if form.has_changed()
    }
    judge(control=control, judgements=judgements, by=request.user, municipality=office)
    if request.POST.get("do") != "finish":
        messages.success(request, _("The judgements are saved."))
        return redirect("log-check", office, control.pk)
    said = _sealed(seals, "control", control.pk, conclusion.cleaned_data["remark"])
    finish(control=control, by=request.user, municipality=office, remark=said)
    messages.success(request, _("The sample check is finished."))
    return redirect("log-control", office)


def _lines(
    request: DeskRequest, rows: list[Drawn], forms_by_row: dict[UUID, LineForm], seals: Seals
) -> list[DrawnLine]:
    office = request.municipality.code
    events = list(Event.objects.filter(municipality=office, position__in=[row.position for row in rows]))
    told = {one.position: one for one in tell(events, role=request.membership.role, keys=request.keys, office=office)}
    return [
        DrawnLine(row, told.get(row.position), forms_by_row[row.pk], _opened(seals, "drawn", row.pk, row.remark))
        for row in rows
    ]


def _form(row: Drawn, seals: Seals, data: object) -> LineForm:
    initial = {"result": row.result, "remark": _opened(seals, "drawn", row.pk, row.remark)}
    return LineForm(data, prefix=f"line-{row.position}", initial=initial)  # type: ignore[arg-type]


def _sealed(seals: Seals, table: str, key: UUID, text: str) -> bytes:
    return seals.seal(table, REMARK, str(key), text) if text else b""


def _opened(seals: Seals, table: str, key: UUID, sealed: bytes | memoryview) -> str:
    if not sealed:
        return ""
    try:
        return seals.unseal(table, REMARK, str(key), bytes(sealed))
    except CannotOpen:
        return _("The remark is damaged and cannot be opened.")
