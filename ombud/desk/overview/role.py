"""The first page of a role without the register: what the role is for and where it leads."""

from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.navigation import links
from ombud.desk.request import DeskRequest
from ombud.offices.models import Membership
from ombud.offices.roles import sentence


def by_role(request: DeskRequest) -> HttpResponse:
    """Reads no row of the municipality."""
    membership = request.membership
    context = {
        "role": membership.get_role_display(),
        "sentence": sentence(membership.role),
        "ends_on": membership.ends_on,
        "places": links(request.municipality.code, "", membership.role)[1:],
        "waits_for_portal": membership.role == Membership.Role.DEPARTMENT_CONTACT,
    }
    return render(request, "overview/role.html", context)
