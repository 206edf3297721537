"""The form of a note."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.casework.contents.note import NoteKind
from ombud.desk.days import DayField


class NoteForm(forms.Form):
    """A day, a kind, a heading and a text."""

    on = DayField(label=_("Date"))
    kind = forms.ChoiceField(label=_("Kind"), choices=NoteKind.choices)
    title = forms.CharField(
        label=_("Heading"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "wide"}),
    )
    text = forms.CharField(label=_("Text"), required=False, widget=forms.Textarea(attrs={"rows": 4, "class": "wide"}))


def blank() -> NoteForm:
    return NoteForm(initial={"on": date.today(), "kind": NoteKind.CALL.value})
