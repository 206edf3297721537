"""The first page of a municipality: what there is, what is missing, and the quick ways on."""

from datetime import date, timedelta

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ombud.casework.models import ImportRun, Tally
from ombud.casework.queries.register import RegisterFilter, enquiries
from ombud.desk.keys.readiness import missing_key
from ombud.desk.log.reminder import control_due
from ombud.desk.overview.headline import headline
from ombud.desk.overview.missing import missing
from ombud.desk.overview.role import by_role
from ombud.desk.request import DeskRequest
from ombud.offices.queries.first_key import first_key
from ombud.offices.queries.mandates import words_on
from ombud.offices.queries.memberships import unseen_by
from ombud.offices.roles import Permission, may
from ombud.reporting.models import Aggregate

LATEST = 8
TOLD_FOR = timedelta(days=30)
"""How long the office is told who made its key."""
WAITING = (ImportRun.State.UPLOADED, ImportRun.State.READING, ImportRun.State.READY, ImportRun.State.REFUSED)


def show(request: DeskRequest) -> HttpResponse:
    """GET only shows; the tallies beside it are sent to their own. Without the register: a page of the role."""
    role = request.membership.role
    if not may(role, Permission.REGISTER):
        return by_role(request)
    today = date.today()
    told = headline(on=today)
    context = {
        "headline": told,
        "missing": missing(told.period, on=today),
        "words": words_on(told.period.ends_on if told.period else today),
        "latest": enquiries(RegisterFilter())[:LATEST],
        "imports": ImportRun.objects.filter(state__in=WAITING),
        "tallies": _tallies(today),
        "has_published_figures": Aggregate.objects.exists(),
        "today": today,
        "missing_key": missing_key(request),
        "control_due": control_due(request),
        "first_key": first_key(request.municipality, since=timezone.now() - TOLD_FOR, reader=request.user),
        "appointments": unseen_by(request.user, request.municipality) if may(role, Permission.CASES) else [],
    }
    return render(request, "overview/show.html", context)


def _tallies(today: date) -> list[tuple[str, str, int, int]]:
    """Kind, its name, how many today and how many this year."""
    year = dict(Tally.objects.filter(on__year=today.year).values_list("kind").annotate(Sum("count")).order_by())
    now = dict(Tally.objects.filter(on=today).values_list("kind", "count"))
    return [(kind, str(label), now.get(kind, 0), year.get(kind, 0)) for kind, label in Tally.Kind.choices]
