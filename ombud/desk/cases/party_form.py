"""The form of a person in a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.case import Contact
from ombud.casework.contents.party import PartyRole, PartyText, Relation
from ombud.casework.queries.case_files.opened import OpenedParty

WIDE = {"autocomplete": "off", "class": "wide"}


class PartyForm(forms.Form):
    """Everything may be left out but one particular. ``others`` are the other persons of the case."""

    role = forms.ChoiceField(label=_("In the case as"), choices=PartyRole.choices)
    name = forms.CharField(label=_("Name"), max_length=200, required=False, widget=forms.TextInput(attrs=WIDE))
    cpr = forms.CharField(
        label=_("CPR number"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        help_text=_("Only when you must be sure who it is. It is shown masked, and seeing it whole is logged."),
    )
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False, widget=forms.TextInput(attrs=WIDE))
    mail = forms.CharField(label=_("E-mail"), max_length=254, required=False, widget=forms.TextInput(attrs=WIDE))
    address = forms.CharField(
        label=_("Address"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2, "class": "wide"})
    )
    preferred_contact = forms.ChoiceField(label=_("Wants to be contacted by"), choices=Contact.choices, required=False)
    contact_note = forms.CharField(
        label=_("What is safe"),
        max_length=500,
        required=False,
        help_text=_("For instance: call before noon only, leave no message."),
        widget=forms.TextInput(attrs=WIDE),
    )
    relation = forms.CharField(
        label=_("Relation"),
        max_length=200,
        required=False,
        help_text=_("For instance: mother of."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    relation_to = forms.ChoiceField(label=_("To whom"), required=False)

    def __init__(self, *args: Any, others: tuple[OpenedParty, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", _("Nobody in the case"))] + [(str(one.id), one.text.name or one.id) for one in others]
        self.fields["relation_to"].choices = choices  # type: ignore[attr-defined]

    def text(self) -> PartyText:
        """What was typed, as it is sealed."""
        said = dict(self.cleaned_data)
        relation, party = said.pop("relation"), said.pop("relation_to")
        return PartyText(**said, relations=(Relation(relation, party),) if relation or party else ())


def typed_from(text: PartyText) -> dict[str, str]:
    """The form's initial values for a person who is known."""
    first = text.relations[0] if text.relations else Relation("")
    fields = ("role", "name", "cpr", "phone", "mail", "address", "preferred_contact", "contact_note")
    return {name: getattr(text, name) for name in fields} | {"relation": first.sentence, "relation_to": first.party}
