"""Controls of the enquiry page."""

from typing import Any

from django import forms

from ombud.desk.enquiries.choices import Choices


class Subthemes(forms.Select):
    """A select by theme; each option carries what it includes, for the help beside it."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(attrs={"data-find": "", "class": "wide"}, choices=choices.theme_options())
        self.notes = {key: row.local_scope_note for key, row in choices.subthemes.items()}

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(*args, **kwargs)
        if note := self.notes.get(str(option["value"])):
            option["attrs"]["data-note"] = note
        return option
