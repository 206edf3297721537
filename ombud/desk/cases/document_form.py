"""The forms of documents."""

from collections.abc import Sequence
from typing import Any, TypeAlias

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ombud.casework.actions.case_files.documents import LARGEST, LONGEST_NAME
from ombud.desk.days import DayField

MEGABYTE = 1024**2
Upload: TypeAlias = "UploadedFile[Any]"


def _limit() -> str:
    """Read late, in the reader's language."""
    return _("Any kind of file, %(limit)d MB at most in one go.") % {"limit": LARGEST // MEGABYTE}


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or several; none of them is empty."""

    widget = ManyFiles

    def clean(self, data: "Sequence[Upload] | Upload | None", initial: Any = None) -> list[Upload]:
        chosen = [one for one in data if one] if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in chosen or [None]]


class _About(forms.Form):
    """What is known of a document beside its content."""

    received_from = forms.CharField(
        label=gettext_lazy("Received from"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    received_on = DayField(label=gettext_lazy("Received on"), required=False)
    description = forms.CharField(
        label=gettext_lazy("Description"),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("What it is, in your own words. It can be searched; the content cannot."),
        widget=forms.Textarea(attrs={"rows": 2, "class": "wide"}),
    )


class DocumentsForm(_About):
    """Files for the case, with one description for all of them."""

    documents = FilesField(
        label=gettext_lazy("Files"),
        help_text=lazy(_limit, str)(),
        error_messages={"required": gettext_lazy("Choose a file."), "empty": gettext_lazy("The file is empty.")},
    )
    field_order = ("documents", "received_from", "received_on", "description")


class DocumentForm(_About):
    """A document of the case as it is called."""

    name = forms.CharField(
        label=gettext_lazy("Name of the file"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "wide"}),
    )
    field_order = ("name", "received_from", "received_on", "description")
