"""One key of a dimension as a condition on the rows, coded exactly as the cube codes them."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from django.db.models import Q

from ombud.casework.queries.durations import in_band
from ombud.casework.queries.hierarchy import family
from ombud.casework.queries.register_filter import NONE
from ombud.offices.models import Department, EnquiryType, Theme

Condition = Callable[[str], Q]
NOTHING = Q(pk__in=[])
MOST_VALUES = 200
"""Each value asks the database: more than any table's row stands for, and not what fits in an address."""
ANSWERS = {"yes": True, "no": False}


def primary_key(value: str) -> int:
    """A primary key; text that is none can belong to no row."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 18 else -1


def one_of(condition: Condition, values: str) -> Q:
    """Any of the values between commas."""
    wanted = NOTHING
    for value in list(dict.fromkeys(values.split(",")))[:MOST_VALUES]:
        wanted |= condition(value.strip())
    return wanted


def row_is(column: str) -> Condition:
    return lambda value: Q(**{f"{column}_id": None if value == NONE else primary_key(value)})


def answer_is(column: str) -> Condition:
    def condition(value: str) -> Q:
        if value == NONE:
            return Q(**{f"{column}__isnull": True})
        return Q(**{column: ANSWERS[value]}) if value in ANSWERS else NOTHING

    return condition


def _under(model: type[Department] | type[Theme], column: str) -> Condition:
    def condition(value: str) -> Q:
        return Q(**{f"{column}__in": family(model, primary_key(value))})

    return condition


def department_is(value: str) -> Q:
    return Q(department=None) if value == NONE else _under(Department, "department")(value)


def _unit(value: str) -> Q:
    """A matter that stands on the department itself has no sub-unit."""
    return Q(department=None) | Q(department__parent=None) if value == NONE else row_is("department")(value)


def _theme(value: str) -> Q:
    """Without a subtheme the theme is not stated either: both tables are margins of one cube."""
    return Q(theme=None) | Q(theme__parent=None) if value == NONE else _placed(value)


def _placed(value: str) -> Q:
    return _under(Theme, "theme")(value) & Q(theme__parent__isnull=False)


def month_is(value: str) -> Q:
    try:
        first = date.fromisoformat(f"{value}-01")
    except ValueError:
        return NOTHING
    return Q(received_on__range=(first, first.replace(day=monthrange(first.year, first.month)[1])))


def type_group_is(value: str) -> Q:
    """Complaints, other enquiries, or the types that are in neither group."""
    if value == NONE:
        return Q(type=None)
    return Q(type__group=value if value in EnquiryType.Group.values else "", type__isnull=False)


ENQUIRY_CONDITIONS: dict[str, Condition] = {
    "month": month_is,
    "type": row_is("type"),
    "type_group": type_group_is,
    "channel": row_is("primary_channel"),
    "duration": in_band,
    "anonymous": answer_is("anonymous"),
    "within_mandate": answer_is("within_mandate"),
    "open_advice": answer_is("open_advice"),
}
MATTER_CONDITIONS: dict[str, Condition] = {
    "department": department_is,
    "unit": _unit,
    "theme": _theme,
    "subtheme": _theme,
    "role": lambda value: Q(role=value),
    "outside_themes": answer_is("outside_themes"),
    "coordination": answer_is("coordination"),
    "reminder": answer_is("reminder"),
    "tag": lambda value: Q(tags=None if value == NONE else primary_key(value)),
}
