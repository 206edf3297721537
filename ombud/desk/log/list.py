"""The log of the municipality: who did what, when and in which role; with the case for those who may open it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from ombud.audit.queries.lines import lines
from ombud.audit.record import record_case
from ombud.desk.log.filters import FilterForm, asked
from ombud.desk.log.reminder import control_due
from ombud.desk.log.told import tell
from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may

PER_PAGE = 50


def show(request: DeskRequest) -> HttpResponse:
    """Looking at it with its details is a read, told in the log before it is shown; the bare skeleton is not."""
    office, role = request.municipality.code, request.membership.role
    opens = request.keys is not None and may(role, Permission.CASES)
    if opens:
        record_case("log.read", case=None, by=request.user, municipality=office)
    wanted = asked(request.GET)
    page = Paginator(lines(office, wanted), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": FilterForm(request.GET, municipality=office),
        "wanted": wanted,
        "page": page,
        "lines": tell(list(page.object_list), role=role, keys=request.keys if opens else None, office=office),
        "opens": opens,
        "may_open": may(role, Permission.CASES),
        "control_due": control_due(request),
    }
    return render(request, "log/list.html", context)
