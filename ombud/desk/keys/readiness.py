"""Whether the office can open cases at all, and whether this person can: for pages that lead on to the set-up."""

from ombud.desk.request import DeskRequest
from ombud.offices.roles import Permission, may
from ombud.privacy.actions.offices import has_office_key, holders


def missing_key(request: DeskRequest) -> str:
    """ "office" before the set-up, "person" before access was given, nothing for others and for those who can open."""
    if not may(request.membership.role, Permission.CASES):
        return ""
    if not has_office_key(request.municipality.code):
        return "office"
    return "" if str(request.user.pk) in holders(request.municipality.code) else "person"
