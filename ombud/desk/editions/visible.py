"""Which editions a person may see: all for those who write reports, the published ones for every reader."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may
from ombud.reporting.models import Edition


def visible(request: DeskRequest) -> "QuerySet[Edition]":
    """An edition that is not published is answered like one that does not exist."""
    editions: QuerySet[Edition] = Edition.objects.select_related("report__period")
    writes = may(request.membership.role, Permission.REPORTS)
    return editions if writes else editions.filter(published_at__isnull=False)


def edition_or_404(request: DeskRequest, pk: int) -> Edition:
    return get_object_or_404(visible(request), pk=pk)
