"""Forms of people and roles."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.desk.days import DayField
from ombud.offices.models import Membership
from ombud.offices.roles import SENTENCES


class DaysForm(forms.Form):
    """The first and the last day of a role."""

    starts_on = DayField(label=_("From"), required=False, help_text=_("The first day of the role."))
    ends_on = DayField(
        label=_("Until and including"),
        required=False,
        help_text=_("Empty: until further notice. A deputy always has a last day."),
    )


class MemberForm(DaysForm):
    """Who gets a role; each role says what it may do."""

    email = forms.CharField(
        label=_("E-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "class": "wide"}),
        help_text=_("The address the person logs in with. Whoever has an account already keeps it."),
    )
    name = forms.CharField(
        label=_("Name"), max_length=120, required=False, help_text=_("Needed when the person has no account yet.")
    )
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    field_order = ("email", "name", "role", "starts_on", "ends_on")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["role"]
        field.choices = [
            (role.value, f"{Membership.Role(role).label}: {sentence}") for role, sentence in SENTENCES.items()
        ]
