"""The names a value of the file can stand for."""

from typing import Any

from django.utils.translation import gettext as _

from ombud.appeals.models import AppealBoard, RemarkTheme
from ombud.offices.models import Channel, Department, EnquiryType, Theme
from ombud.offices.queries.departments import as_tree

NOT_STATED = "none"
Option = tuple[str, str]
_PLAIN: dict[str, Any] = {
    "type": EnquiryType,
    "primary_channel": Channel,
    "first_channel": Channel,
    "board": AppealBoard,
    "remarks": RemarkTheme,
}


def names_of(field: str) -> list[Option]:
    """All of them, with *not stated* last; empty for a field without names."""
    if field == "department":
        rows = [(row, "\u2003" * depth) for row, depth in as_tree(Department.objects.all())]
        options = [(str(row.pk), indent + row.local_name) for row, indent in rows]
    elif field == "theme":
        options = [(str(row.pk), row.local_name) for row in Theme.objects.filter(parent=None)]
    elif field == "subtheme":
        below = Theme.objects.exclude(parent=None).select_related("parent__parent")
        options = [(str(row.pk), " › ".join(step.local_name for step in row.path)) for row in below]
    elif field in _PLAIN:
        options = [(str(row.pk), row.local_name) for row in _PLAIN[field].objects.all()]
    else:
        return []
    return [*options, (NOT_STATED, _("Not stated"))]
