"""A membership of the municipality in the address; another municipality's is not found."""

from django.shortcuts import get_object_or_404

from ombud.desk.request import DeskRequest
from ombud.offices.models import Membership
from ombud.offices.queries.memberships import serving


def membership_or_404(request: DeskRequest, pk: int) -> Membership:
    found: Membership = get_object_or_404(serving(request.municipality), pk=pk)
    return found
