"""The steps of setting up one's own municipality."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from ombud.desk.days import DayField
from ombud.desk.office.fields import Lines
from ombud.offices.models import Mandate, Municipality
from ombud.offices.queries.profiles import theme_files


class NameForm(forms.Form):
    """Which municipality it is."""

    code = forms.CharField(
        label=_("Municipality code"),
        max_length=4,
        help_text=_("The official four digits, such as 0165."),
        validators=[RegexValidator(r"^\d{3,4}$", _("The municipality code has four digits, such as 0165."))],
    )
    name = forms.CharField(label=_("Municipality"), max_length=80, help_text=_("Without the word municipality."))
    office = forms.CharField(label=_("Name of the function"), max_length=80, initial="Borgerrådgiveren")

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"]).zfill(4)
        if Municipality.objects.filter(code=code).exists():
            raise forms.ValidationError(
                _("This municipality is already set up. Ask the people who serve it to let you in.")
            )
        return code


class DepartmentsForm(forms.Form):
    """The departments, pasted from wherever they stand."""

    departments = Lines(
        label=_("Departments"),
        help_text=_("One a line, as you call them. They can be pasted, and changed later."),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=True,
    )
    outside = forms.CharField(
        label=_("Bodies outside the municipality are called"),
        max_length=120,
        required=False,
        initial="Øvrige",
        help_text=_("Counts enquiries about others, such as Udbetaling Danmark. Empty: none."),
    )
    department = forms.CharField(label=_("A department is called"), max_length=40, initial="afdeling")
    departments_word = forms.CharField(label=_("Several are called"), max_length=40, initial="afdelinger")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        names = [name.casefold() for name in cleaned.get("departments", [])]
        if any(len(name) > 120 for name in names):
            self.add_error("departments", _("A name has at most 120 characters."))
        if len(set(names)) < len(names):
            self.add_error("departments", _("A name is there twice."))
        if str(cleaned.get("outside", "")).casefold() in names:
            self.add_error("outside", _("There is already a department with this name."))
        return cleaned


class MandateForm(forms.Form):
    """What the adviser may do, and how enquiries are counted."""

    supervision = forms.TypedChoiceField(
        label=_("Supervisory task"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes: the adviser may express criticism")), ("no", _("No: the adviser advises and guides"))],
        initial="yes",
    )
    own_initiative = forms.BooleanField(label=_("May take up cases on own initiative"), required=False)
    age_limit_months = forms.IntegerField(
        label=_("Takes no matter older than (months)"),
        required=False,
        min_value=1,
        max_value=1200,
        help_text=_("Empty: no limit."),
    )
    appeal_rule = forms.ChoiceField(
        label=_("Matters for an appeal body"),
        widget=forms.RadioSelect,
        choices=Mandate.AppealRule.choices,
        initial=Mandate.AppealRule.NONE,
    )
    principle = forms.ChoiceField(
        label=_("Registration principle"),
        widget=forms.RadioSelect,
        choices=Mandate.Principle.choices,
        initial=Mandate.Principle.MAIN_AND_FOLLOW_ON,
    )
    matter = forms.CharField(label=_("A matter is called"), max_length=40, initial="sag")
    matters = forms.CharField(label=_("Several are called"), max_length=40, initial="sager")


class PeriodForm(forms.Form):
    """The first reporting period and the themes."""

    name = forms.CharField(label=_("Name of the reporting period"), max_length=60)
    starts_on = DayField(label=_("From"))
    ends_on = DayField(label=_("Until and including"))
    taxonomy = forms.ChoiceField(label=_("Themes"), widget=forms.RadioSelect, initial="taxonomy-default.json")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["taxonomy"]
        field.choices = theme_files()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day is before the first day."))
        return cleaned


class CheckForm(forms.Form):
    """Nothing more to fill in: the last step only asks."""
