"""Which column is which field: by name, by what was remembered, or as chosen on the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ombud.casework.importing.fields import Field
from ombud.casework.importing.personal import has_cpr_number, is_personal
from ombud.readers import ReadError, fold_name


@dataclass(frozen=True)
class Columns:
    """``places`` maps a field to the heading of its column; ``shown`` is what the preview says of every column."""

    places: dict[str, str]
    shown: list[dict[str, Any]]


class ColumnError(ReadError):
    """The columns do not fit; ``shown`` lets the page ask which is which."""

    def __init__(self, message: str, shown: list[dict[str, Any]]) -> None:
        super().__init__(message)
        self.shown = shown


def match_columns(headings: Sequence[tuple[str, str]], fields: Sequence[Field], chosen: Mapping[str, str]) -> Columns:
    """``headings`` are names with their letters; ``chosen`` maps a folded heading to a field, "" for not read.

    A column of persons is never read, whatever was chosen. Raises ColumnError when a required field has no column, or
    a field two.
    """
    shown = [_shown(heading, letter, fields, chosen) for heading, letter in headings]
    places: dict[str, str] = {}
    for column in shown:
        name = column["field"]
        if name and name in places:
            label = next(str(field.label) for field in fields if field.name == name)
            message = _("The columns “%(one)s” and “%(other)s” both say %(field)s. Choose one of them.")
            raise ColumnError(message % {"one": places[name], "other": column["heading"], "field": label}, shown)
        if name:
            places[name] = column["heading"]
    missing = [str(field.label) for field in fields if field.required and field.name not in places]
    if missing:
        message = _("The file has no column for: %(fields)s.") % {"fields": ", ".join(missing)}
        raise ColumnError(message, shown)
    return Columns(places, shown)


def _shown(heading: str, letter: str, fields: Sequence[Field], chosen: Mapping[str, str]) -> dict[str, Any]:
    if has_cpr_number(heading):
        # A table without headings: its first row is data. The column is named by its letter.
        return {"heading": letter, "letter": letter, "field": "", "personal": True}
    personal = is_personal(heading)
    name = "" if personal else _field_of(heading, fields, chosen)
    return {"heading": heading, "letter": letter, "field": name, "personal": personal}


def _field_of(heading: str, fields: Sequence[Field], chosen: Mapping[str, str]) -> str:
    folded = fold_name(heading)
    if folded in chosen and chosen[folded] in {"", *(field.name for field in fields)}:
        return chosen[folded]
    return next((field.name for field in fields if field.answers_to(heading)), "")
