"""The register: filtered, counted in enquiries and in matters, and the rows behind any number of the statistics."""

from datetime import date

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ombud.casework.models import Enquiry, Source
from ombud.casework.queries.register import enquiries, matters
from ombud.desk.enquiries.filters import FilterForm, asked
from ombud.desk.enquiries.tags import tags
from ombud.offices.queries.mandates import words_on

PER_PAGE = 50
ORDERS = {
    "received": ("received_on", "year", "number"),
    "-received": ("-received_on", "-year", "-number"),
    "number": ("year", "number"),
    "-number": ("-year", "-number"),
    "closed": ("closed_on", "year", "number"),
    "-closed": ("-closed_on", "-year", "-number"),
}


def show(request: HttpRequest) -> HttpResponse:
    """``grain=matters`` lists matters, otherwise enquiries; both numbers are always said."""
    chosen = asked(request.GET)
    by_matter = request.GET.get("grain") == "matters"
    order = request.GET.get("order", "-received")
    rows_of_enquiries, rows_of_matters = enquiries(chosen), matters(chosen)
    rows: QuerySet[Enquiry] = _ordered(rows_of_matters if by_matter else rows_of_enquiries, order, by_matter)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    sources = Source.objects.filter(pk__in=rows_of_enquiries.order_by().values("source").distinct())
    context = {
        "form": FilterForm(request.GET, on=date.today()),
        "tags": tags(request.GET, chosen),
        "page": page,
        "by_matter": by_matter,
        "enquiry_count": rows_of_enquiries.count(),
        "matter_count": rows_of_matters.count(),
        "words": words_on(chosen.received_to or date.today()),
        "order": order,
        "registered": page.paginator.count or Enquiry.objects.exists(),
        "caveats": list(dict.fromkeys(source.local_caveat for source in sources if source.caveat)),
    }
    return render(request, "enquiries/list.html", context)


def _ordered(rows: QuerySet, order: str, by_matter: bool) -> QuerySet:  # type: ignore[type-arg]
    fields = ORDERS.get(order, ORDERS["-received"])
    if not by_matter:
        return rows.order_by(*fields)
    return rows.order_by(*(f"-enquiry__{f[1:]}" if f.startswith("-") else f"enquiry__{f}" for f in fields), "position")
