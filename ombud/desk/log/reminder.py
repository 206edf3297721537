"""The reminder of the half-yearly sample check, on the overview and on the log's own page."""

from datetime import date

from ombud.audit.queries.controls import due_since
from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may


def control_due(request: DeskRequest) -> date | None:
    """Since when a check is due, for those who can make one; None when there is nothing to remind of."""
    if not may(request.membership.role, Permission.CASES):
        return None
    return due_since(request.municipality.code, date.today())
