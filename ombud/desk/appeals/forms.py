"""The form of an appeal decision: codes and dates, and a short phrase that narrows a remark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.appeals.actions.decisions import RemarkInput
from ombud.appeals.models import AppealBoard, AppealDecision, RemarkTheme
from ombud.casework.words import WORDS
from ombud.core.workflow.registration import why_not_qualified
from ombud.desk.days import DayField
from ombud.offices.models import Department
from ombud.offices.queries.departments import departments_on

REJECTED, PROCESSED = "yes", "no"


@dataclass(frozen=True)
class Remark:
    """One theme with its tick and its qualifier."""

    theme: RemarkTheme
    ticked: BoundField
    qualifier: BoundField


class DecisionForm(forms.Form):
    """Filled in from a decision, or empty; ``on`` is the day whose departments are offered."""

    board = forms.ChoiceField(label=gettext_lazy("Appeal board"), widget=forms.RadioSelect)
    received_on = DayField(label=gettext_lazy("Received"), help_text=gettext_lazy("Day-month-year"))
    decided_on = DayField(
        label=gettext_lazy("The municipality decided on"), help_text=gettext_lazy("Shows the lag"), required=False
    )
    department = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    rejected = forms.ChoiceField(
        label=gettext_lazy("What did the board do?"),
        widget=forms.RadioSelect,
        choices=[
            (PROCESSED, gettext_lazy("Processed the complaint")),
            (REJECTED, gettext_lazy("Rejected the complaint")),
        ],
    )
    result = forms.ChoiceField(
        label=gettext_lazy("Result"),
        required=False,
        choices=[("", gettext_lazy("Not stated")), *AppealDecision.Result.choices],
    )

    def __init__(self, *args: Any, on: date, word: str, decision: AppealDecision | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boards = {str(row.pk): row for row in AppealBoard.objects.all()}
        offered = [
            *departments_on(on).filter(parent=None),
            *([decision.department] if decision and decision.department else []),
        ]
        self.departments: dict[str, Department] = {str(row.pk): row for row in offered}
        self.themes = list(RemarkTheme.objects.all())
        self.fields["board"].choices = _options(self.boards.values())  # type: ignore[attr-defined]
        self.fields["department"].choices = [  # type: ignore[attr-defined]
            *_options(self.departments.values()),
            ("none", _("Not stated")),
        ]
        self.fields["department"].label = word[:1].upper() + word[1:]
        for theme in self.themes:
            self.fields[f"theme-{theme.pk}"] = forms.BooleanField(label=theme.local_name, required=False)
            self.fields[f"qualifier-{theme.pk}"] = forms.CharField(
                label=_("More precisely, on %(theme)s") % {"theme": theme.local_name},
                required=False,
                # The model's; why_not_qualified asks for less, and says why.
                max_length=200,
            )

    def remarks(self) -> list[Remark]:
        """Each theme with its two fields."""
        return [Remark(row, self[f"theme-{row.pk}"], self[f"qualifier-{row.pk}"]) for row in self.themes]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for theme in self.themes:
            if why_not := why_not_qualified(given.get(f"qualifier-{theme.pk}") or "", words=WORDS):
                self.add_error(f"theme-{theme.pk}", why_not)
            if given.get(f"qualifier-{theme.pk}") and not given.get(f"theme-{theme.pk}"):
                self.add_error(f"theme-{theme.pk}", _("Tick the theme too, or take the text out."))
        return given

    def inputs(self) -> dict[str, Any]:
        """What the actions take, from a valid form."""
        given = self.cleaned_data
        return {
            "board": self.boards[given["board"]],
            "received_on": given["received_on"],
            "decided_on": given["decided_on"],
            "department": self.departments.get(given["department"]),
            "rejected": given["rejected"] == REJECTED,
            "result": given["result"],
            "remarks": [
                RemarkInput(theme, given[f"qualifier-{theme.pk}"].strip())
                for theme in self.themes
                if given[f"theme-{theme.pk}"]
            ],
        }

    def refuse(self, error: ValidationError) -> None:
        """Put what an action refused at its fields; remarks as a whole have no field of their own."""
        for field, errors in error.error_dict.items():
            self.add_error(field if field in self.fields else None, errors)


def initial_of(decision: AppealDecision) -> dict[str, Any]:
    """A decision as the first content of its page."""
    given: dict[str, Any] = {
        "board": str(decision.board_id),
        "received_on": decision.received_on,
        "decided_on": decision.decided_on,
        "department": str(decision.department_id or "none"),
        "rejected": REJECTED if decision.rejected else PROCESSED,
        "result": decision.result,
    }
    for remark in decision.remarks.all():
        given |= {f"theme-{remark.theme_id}": True, f"qualifier-{remark.theme_id}": remark.qualifier}
    return given


def _options(rows: Iterable[AppealBoard | Department]) -> list[tuple[str, str]]:
    return [(str(row.pk), row.local_name) for row in rows]
