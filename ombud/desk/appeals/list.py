"""The register of appeal decisions, filtered; and the decisions or remarks behind a number of the statistics."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.appeals.models import AppealDecision
from ombud.appeals.queries.register import decisions, remarks
from ombud.casework.models import Source
from ombud.desk.appeals.filters import FilterForm, asked, tags

PER_PAGE = 50


def show(request: HttpRequest) -> HttpResponse:
    """``grain=remarks`` lists remarks, otherwise decisions; both numbers are always said."""
    chosen = asked(request.GET)
    by_remark = request.GET.get("grain") == "remarks"
    rows_of_decisions, rows_of_remarks = decisions(chosen), remarks(chosen)
    rows = rows_of_remarks if by_remark else rows_of_decisions
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    sources = Source.objects.filter(pk__in=rows_of_decisions.order_by().values("source").distinct())
    context = {
        "form": FilterForm(request.GET),
        "tags": tags(request.GET, chosen),
        "page": page,
        "by_remark": by_remark,
        "decision_count": rows_of_decisions.count(),
        "remark_count": rows_of_remarks.count(),
        "registered": page.paginator.count or AppealDecision.objects.exists(),
        "caveats": list(dict.fromkeys(source.local_caveat for source in sources if source.caveat)),
    }
    return render(request, "appeals/list.html", context)
