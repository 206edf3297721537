"""Which days a page of numbers is about: a reporting period or two free dates, both in the address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ombud.desk.days import DayField
from ombud.offices.models import ReportingPeriod


@dataclass(frozen=True)
class Chosen:
    """The first and the last day, and the reporting period they are, where they are one."""

    first: date
    last: date
    period: ReportingPeriod | None = None

    @property
    def query(self) -> str:
        """The choice as the query part of an address."""
        return urlencode({"first": self.first.isoformat(), "last": self.last.isoformat()})


class DatesForm(forms.Form):
    first = DayField(label=_("From"))
    last = DayField(label=_("Until and including"))

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day is before the first day."))
        return given


def choose(query: QueryDict, *, today: date) -> tuple[Chosen, DatesForm]:
    """The days in the address, else the newest reporting period that has begun, else this year.

    The form carries the errors where the address names days that cannot be.
    """
    if "first" in query or "last" in query:
        form = DatesForm(query)
        if form.is_valid():
            return _with_period(form.cleaned_data["first"], form.cleaned_data["last"]), form
        return _default(today), form
    chosen = _default(today)
    return chosen, DatesForm(initial={"first": chosen.first, "last": chosen.last})


def _with_period(first: date, last: date) -> Chosen:
    return Chosen(first, last, ReportingPeriod.objects.filter(starts_on=first, ends_on=last).first())


def _default(today: date) -> Chosen:
    newest = ReportingPeriod.objects.filter(starts_on__lte=today).order_by("-starts_on", "-ends_on").first()
    if newest is None:
        return Chosen(date(today.year, 1, 1), date(today.year, 12, 31))
    return Chosen(newest.starts_on, newest.ends_on, newest)
