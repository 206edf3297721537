"""Everyone with a role in the municipality, and what each role may do."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.offices.models import Membership
from ombud.offices.queries.memberships import serving
from ombud.offices.roles import SENTENCES


def show(request: DeskRequest) -> HttpResponse:
    """Those who serve now or later, then those who did."""
    today = date.today()
    rows = list(serving(request.municipality))
    over = [row for row in rows if row.ends_on is not None and row.ends_on < today]
    context = {
        "serving": [row for row in rows if row not in over],
        "over": over,
        "roles": [(Membership.Role(role).label, sentence) for role, sentence in SENTENCES.items()],
        "today": today,
    }
    return render(request, "members/list.html", context)
