"""The register of appeal decisions filtered: the very rows behind a number (R181-R186)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from ombud.appeals.models import AppealDecision, AppealRemark
from ombud.casework.queries.register_conditions import NOTHING, Condition, department_is, month_is, one_of, row_is

DIMENSIONS = ("month", "department", "body", "outcome", "remark")


@dataclass(frozen=True)
class AppealFilter:
    """What to show, as in ``casework.queries.register.RegisterFilter``. ``outcome`` is "without_remarks",
    "with_remarks" or "rejected".
    """

    received_from: date | None = None
    received_to: date | None = None
    month: str = ""
    department: str = ""
    body: str = ""
    outcome: str = ""
    remark: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)

    def asked(self) -> dict[str, str]:
        """The dimensions that are asked for, with their values."""
        return {name: getattr(self, name) for name in DIMENSIONS if getattr(self, name)}

    def as_query(self) -> str:
        """The filter as the query part of an address, without the question mark."""
        days = {name: getattr(self, name) for name in ("received_from", "received_to")}
        said = {name: day.isoformat() for name, day in days.items() if day} | self.asked()
        return urlencode(said | {f"not_{name}": value for name, value in self.left_out.items()})


def from_query(query: QueryDict) -> AppealFilter:
    """The filter in an address. A date that is none is left out; an unknown key finds nothing."""
    values: dict[str, Any] = {}
    for one in fields(AppealFilter):
        text = query.get(one.name, "").strip()
        if text and one.name in DIMENSIONS:
            values[one.name] = text
        elif text and one.name != "left_out":
            try:
                values[one.name] = date.fromisoformat(text)
            except ValueError:
                continue
    left_out = {name: value for name in DIMENSIONS if (value := query.get(f"not_{name}", ""))}
    return AppealFilter(**values, left_out=left_out)


def decisions(chosen: AppealFilter) -> "QuerySet[AppealDecision]":
    """The decisions behind a number, newest first; with ``remark`` those that have such a remark."""
    rows = AppealDecision.objects.filter(_days(chosen, "received_on"))
    conditions = DECISION_CONDITIONS | {"remark": _has_remark}
    return (
        _narrowed(rows, chosen, conditions)
        .select_related("board", "department", "source")
        .prefetch_related("remarks__theme")
    )


def remarks(chosen: AppealFilter) -> "QuerySet[AppealRemark]":
    """The remarks behind a number, in the order of their decisions."""
    by_decision = {name: value for name, value in chosen.asked().items() if name != "remark"}
    without = {name: value for name, value in chosen.left_out.items() if name != "remark"}
    of = decisions(AppealFilter(chosen.received_from, chosen.received_to, **by_decision, left_out=without))
    rows = AppealRemark.objects.filter(decision__in=of.order_by().values("pk"))
    return (
        _narrowed(rows, chosen, {"remark": row_is("theme")})
        .select_related("decision__board", "decision__department", "theme")
        .order_by("-decision__received_on", "-decision", "theme__order", "pk")
    )


def _narrowed(rows: "QuerySet[Any]", chosen: AppealFilter, conditions: dict[str, Condition]) -> "QuerySet[Any]":
    for name, values in chosen.asked().items():
        if name in conditions:
            rows = rows.filter(one_of(conditions[name], values))
    for name, values in chosen.left_out.items():
        if name in conditions:
            rows = rows.exclude(one_of(conditions[name], values))
    return rows


def _days(chosen: AppealFilter, column: str) -> Q:
    wanted = Q()
    if chosen.received_from:
        wanted &= Q(**{f"{column}__gte": chosen.received_from})
    if chosen.received_to:
        wanted &= Q(**{f"{column}__lte": chosen.received_to})
    return wanted


def _has_remark(value: str) -> Q:
    found = AppealRemark.objects.filter(row_is("theme")(value))
    return Q(pk__in=found.values("decision"))


def _outcome(value: str) -> Q:
    """With or without remarks follows from the remarks; a rejected complaint is neither."""
    remarked = Q(pk__in=AppealRemark.objects.values("decision"))
    found: dict[str, Q] = {
        "rejected": Q(rejected=True),
        "with_remarks": Q(rejected=False) & remarked,
        "without_remarks": Q(rejected=False) & ~remarked,
    }
    return found.get(value, NOTHING)


DECISION_CONDITIONS: dict[str, Condition] = {
    "month": month_is,
    "department": department_is,
    "body": row_is("board"),
    "outcome": _outcome,
}
