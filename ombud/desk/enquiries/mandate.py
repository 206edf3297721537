"""The column beside the form: may I take this up? It advises; the adviser decides."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.core.words import Words
from ombud.core.workflow import mandate as rules
from ombud.desk.days import parse_day
from ombud.desk.enquiries.choices import Choices, choices_on
from ombud.desk.enquiries.sheet import Sheet, day_sent, sent
from ombud.offices.models import Mandate
from ombud.offices.queries.mandates import mandate_on
from ombud.offices.queries.municipalities import current_municipality

WORDS: Words = translation
FINE, ASK, NOT = "fine", "ask", "not"


@dataclass(frozen=True)
class Line:
    """``mark`` is "fine", "ask" or "not"."""

    mark: str
    text: str


@dataclass(frozen=True)
class Check:
    """``mandate`` None: none is in force on the day, so nothing can be said."""

    mandate: Mandate | None
    lines: tuple[Line, ...]


def show(request: HttpRequest) -> HttpResponse:
    """The column again, for what is typed now."""
    choices = choices_on(day_sent(request.GET, date.today()))
    page = sent(request.GET, choices)
    return render(request, "enquiries/_check.html", {"check": check(page)})


def check(page: Sheet) -> Check:
    """What the mandate of the day says of what is typed."""
    choices = page.choices
    mandate = mandate_on(choices.on)
    if mandate is None:
        return Check(None, ())
    lines = [_municipal(page, choices), _young_enough(page, mandate, choices.on), _appeal(mandate)]
    lines += [_of(rules.why_not_own_initiative(own_initiative=mandate.own_initiative, words=WORDS))]
    lines += [_of(rules.why_not_criticise(supervision=mandate.supervision, words=WORDS))]
    starts_on = current_municipality().takes_enquiries_from
    late = rules.why_not_yet(takes_enquiries_from=starts_on, received_on=choices.on, words=WORDS)
    lines += [Line(NOT, late) if late else None]
    return Check(mandate, tuple(line for line in lines if line is not None))


def _municipal(page: Sheet, choices: Choices) -> Line:
    chosen = choices.departments.get(str(page.form["department"].value() or ""))
    if chosen is None:
        return Line(ASK, _("Does it concern the municipality?"))
    if chosen.outside:
        return Line(NOT, _("%(body)s is outside the municipality: show the way.") % {"body": chosen.local_name})
    return Line(FINE, _("Concerns the municipality"))


def _young_enough(page: Sheet, mandate: Mandate, received_on: date) -> Line | None:
    months = mandate.age_limit_months
    if months is None:
        return None
    value = page.form["events_on"].value()
    happened = value if isinstance(value, date) else parse_day(str(value or ""))
    if happened is None:
        question = ngettext(
            "Did it happen within the last %(months)d month?",
            "Did it happen within the last %(months)d months?",
            months,
        )
        return Line(ASK, question % {"months": months})
    reason = rules.why_not_so_old(events_on=happened, received_on=received_on, age_limit_months=months, words=WORDS)
    if reason:
        return Line(NOT, reason)
    young = ngettext("Happened within the last %(months)d month", "Happened within the last %(months)d months", months)
    return Line(FINE, young % {"months": months})


def _appeal(mandate: Mandate) -> Line | None:
    return _of(rules.why_not_for_appeal(appeal_rule=mandate.appeal_rule, words=WORDS))


def _of(reason: str) -> Line | None:
    return Line(ASK, reason) if reason else None
