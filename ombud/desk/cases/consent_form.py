"""The forms of a consent and of its withdrawal."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.consent import ConsentForm as Form
from ombud.casework.contents.consent import ConsentText
from ombud.casework.queries.case_files.opened import OpenedCase
from ombud.desk.days import DayField
from ombud.offices.queries.departments import departments_on

WIDE = {"autocomplete": "off", "class": "wide"}


class ConsentForm(forms.Form):
    """What may be told to whom; made for one case, whose persons and documents it offers."""

    scope = forms.CharField(
        label=_("What may be told or asked for"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "class": "wide"}),
        error_messages={"required": _("Write what the consent covers.")},
    )
    departments = forms.MultipleChoiceField(
        label=_("To which departments"), required=False, widget=forms.CheckboxSelectMultiple
    )
    anyone = forms.BooleanField(label=_("To all departments of the municipality"), required=False)
    to_whom = forms.CharField(
        label=_("To others"),
        max_length=300,
        required=False,
        help_text=_("For instance a hospital, a landlord or a relative."),
        widget=forms.TextInput(attrs=WIDE),
    )
    form = forms.ChoiceField(label=_("How it was given"), choices=Form.choices)
    given_on = DayField(label=_("Given on"))
    given_by = forms.ChoiceField(label=_("Given by"), required=False)
    document = forms.ChoiceField(label=_("The paper"), required=False)

    def __init__(self, *args: Any, case: OpenedCase, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        tops = [row for row in departments_on(date.today()) if row.parent_id is None and not row.outside]
        fields["departments"].choices = [(str(row.pk), row.local_name) for row in tops]
        nobody, nothing = ("", _("Not stated")), ("", _("No document"))
        fields["given_by"].choices = [nobody, *((str(one.id), one.text.name or one.id) for one in case.parties)]
        fields["document"].choices = [nothing, *((str(one.id), one.text.name) for one in case.documents)]

    def text(self) -> ConsentText:
        """What was typed, as it is sealed."""
        said = dict(self.cleaned_data)
        return ConsentText(**said | {"departments": tuple(int(key) for key in said["departments"])})


class WithdrawalForm(forms.Form):
    """When the citizen took it back, and what was said."""

    on = DayField(label=_("Withdrawn on"))
    remark = forms.CharField(label=_("Remark"), max_length=500, required=False, widget=forms.TextInput(attrs=WIDE))
