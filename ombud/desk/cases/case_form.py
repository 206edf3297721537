"""The form of the case as a whole."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.case import Contact


class CaseForm(forms.Form):
    """What the case is about, and how its citizen wants to be reached."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("A few words that you know the case by. Sealed, like everything in the case file."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "wide"}),
    )
    preferred_contact = forms.ChoiceField(label=_("Wants to be contacted by"), choices=Contact.choices, required=False)
    contact_note = forms.CharField(
        label=_("What is safe"),
        max_length=500,
        required=False,
        help_text=_("For instance: call before noon only, leave no message."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "wide"}),
    )
