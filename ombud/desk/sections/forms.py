"""What a section asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ombud.reporting.actions.sections import LONGEST_TEXT


class SectionForm(forms.Form):
    title = forms.CharField(label=_("Heading"), max_length=200, widget=forms.TextInput(attrs={"class": "wide"}))
    level = forms.TypedChoiceField(label=_("Level"), coerce=int, choices=[(1, _("Chapter")), (2, _("Section"))])
    numbered = forms.BooleanField(label=_("Numbered"), required=False)
    text = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=LONGEST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "spellcheck": "true"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
