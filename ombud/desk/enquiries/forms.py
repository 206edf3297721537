"""The forms of an enquiry: codes and dates only. Whoever writes a name here finds no field for it (R38)."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.models import Enquiry
from ombud.desk.days import DayField
from ombud.desk.enquiries.choices import NONE, Choices
from ombud.desk.enquiries.numbers import parse_number
from ombud.desk.enquiries.widgets import Subthemes
from ombud.offices.models import Channel

ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, NONE: None}


class EnquiryForm(forms.Form):
    """What stands once for the whole enquiry. The choices are given with ``choices``."""

    first_channel = forms.ChoiceField(label=gettext_lazy("How did it come?"), required=False, widget=forms.RadioSelect)
    received_on = DayField(label=gettext_lazy("Received"), help_text=gettext_lazy("Day-month-year"))
    department = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    type = forms.ChoiceField(
        label=gettext_lazy("What does the citizen want?"), required=False, widget=forms.RadioSelect
    )
    within_mandate = forms.ChoiceField(
        label=gettext_lazy("Within the mandate"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")), (NONE, gettext_lazy("Not judged"))],
    )
    events_on = DayField(
        label=gettext_lazy("When it happened"), help_text=gettext_lazy("For the age limit"), required=False
    )
    finished_on = DayField(label=gettext_lazy("Work finished"), required=False)
    closed_on = DayField(label=gettext_lazy("Closed"), help_text=gettext_lazy("Empty while it is open"), required=False)
    primary_channel = forms.ChoiceField(
        label=gettext_lazy("Primary channel"),
        help_text=gettext_lazy("Where most of the contact took place, if not as it came."),
        required=False,
    )
    enquirer = forms.ChoiceField(label=gettext_lazy("Who enquires"), choices=Enquiry.Enquirer.choices, required=False)
    anonymous = forms.BooleanField(label=gettext_lazy("Anonymous"), required=False)
    open_advice = forms.BooleanField(label=gettext_lazy("Came to drop-in advice"), required=False)
    counted = forms.BooleanField(label=gettext_lazy("Part of the total of enquiries"), required=False)
    without_case = forms.BooleanField(label=gettext_lazy("Helped with a single contact, no case"), required=False)
    number = forms.CharField(label=gettext_lazy("Number"), required=False, max_length=20)
    same_citizen_as = forms.CharField(
        label=gettext_lazy("Same citizen as"),
        help_text=gettext_lazy("The number of an earlier enquiry, such as 41/2024."),
        required=False,
        max_length=20,
    )

    def __init__(self, *args: Any, choices: Choices, next_number: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.next_number = next_number
        not_stated = (NONE, _("Not stated"))
        channels = [(key, row.local_name) for key, row in choices.channels.items()]
        types = [(key, row.local_name) for key, row in choices.types.items()]
        self._offer("first_channel", [*channels, not_stated])
        self._offer("primary_channel", [("", _("The same")), *channels])
        self._offer("department", [*choices.top_options(), not_stated])
        self._offer("type", [*types, not_stated])
        word = choices.words.department
        self.fields["department"].label = _("%(department)s (for all, until changed for one)") % {
            "department": word[:1].upper() + word[1:]
        }
        if next_number:
            self.fields["number"].help_text = _("Left empty it becomes %(number)s.") % {"number": next_number}

    def _offer(self, name: str, options: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = options
        field.error_messages["invalid_choice"] = _("This was not in use on the day it was received. Choose again.")

    def clean_number(self) -> tuple[int, int] | None:
        text: str = self.cleaned_data["number"]
        if not text:
            return None
        found = parse_number(text)
        if found is None:
            raise ValidationError(_("Write the number with its year, such as 41/2024."))
        return found

    def clean_same_citizen_as(self) -> Enquiry | None:
        text: str = self.cleaned_data["same_citizen_as"]
        found = parse_number(text) if text else None
        other = Enquiry.objects.filter(number=found[0], year=found[1]).first() if found else None
        if text and other is None:
            raise ValidationError(_("There is no enquiry with this number. Write it such as 41/2024."))
        return other


class MatterForm(forms.Form):
    """One matter. An empty department means: as the enquiry. ``kept`` marks one that is in the register already."""

    theme = forms.ChoiceField(label=gettext_lazy("Subtheme"), required=False)
    department = forms.ChoiceField(required=False)
    coordination = forms.BooleanField(label=gettext_lazy("Coordination across departments"), required=False)
    reminder = forms.BooleanField(label=gettext_lazy("Reminder after an unanswered complaint"), required=False)
    outside_themes = forms.BooleanField(label=gettext_lazy("Left out of the thematic statistics"), required=False)
    tags = forms.MultipleChoiceField(label=gettext_lazy("Tags"), required=False, widget=forms.CheckboxSelectMultiple)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        theme, department, tags = self.fields["theme"], self.fields["department"], self.fields["tags"]
        theme.widget = Subthemes(choices)
        theme.choices = choices.theme_options()  # type: ignore[attr-defined]
        department.choices = choices.department_options()  # type: ignore[attr-defined]
        department.label = choices.words.department[:1].upper() + choices.words.department[1:]
        tags.choices = [(key, row.local_name) for key, row in choices.tags.items()]  # type: ignore[attr-defined]
        if not choices.tags:
            del self.fields["tags"]
        for field in (theme, department):
            field.error_messages["invalid_choice"] = _("This was not in use on the day it was received. Choose again.")

    @property
    def is_blank(self) -> bool:
        """A row that was added and left empty."""
        given = self.cleaned_data
        return not any(given.get(name) for name in self.fields)


class ContactForm(forms.Form):
    """A later contact in the same matter: it never makes a new enquiry (R27)."""

    on = DayField(label=gettext_lazy("On"))
    channel = forms.ChoiceField(label=gettext_lazy("Channel"), required=False)

    def __init__(self, *args: Any, channels: dict[str, Channel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [("", _("Not stated")), *((key, row.local_name) for key, row in channels.items())]
        self.fields["channel"].choices = options  # type: ignore[attr-defined]
