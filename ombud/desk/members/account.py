"""A member's account: a new way in for whoever cannot log in. It never opens a case file."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.members.handing import handed
from ombud.desk.members.rows import membership_or_404
from ombud.desk.request import DeskRequest
from ombud.offices.actions.people import reset, why_not_reset


def account(request: DeskRequest, pk: int) -> HttpResponse:
    """GET tells what a reset does, POST does it and shows the way in once."""
    row = membership_or_404(request, pk)
    why_not = why_not_reset(row, by=request.user)
    if request.method == "POST" and not why_not:
        return handed(request, row, reset(membership=row, by=request.user))
    status = 422 if request.method == "POST" else 200
    return render(request, "members/account.html", {"row": row, "why_not": why_not}, status=status)
