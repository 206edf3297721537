"""An adviser has seen who was given a role."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ombud.desk.members.rows import membership_or_404
from ombud.desk.request import DeskRequest
from ombud.offices.actions.memberships import mark_seen


@require_POST
def seen(request: DeskRequest, pk: int) -> HttpResponse:
    """It leaves this adviser's overview and stays on the others'."""
    mark_seen(membership=membership_or_404(request, pk), by=request.user)
    return redirect("overview", request.municipality.code)
