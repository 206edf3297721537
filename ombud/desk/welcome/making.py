"""What every way ends with: the municipality is made, and whoever made it serves it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.identity.models import User
from ombud.offices.actions.memberships import appoint, why_not_begin
from ombud.offices.models import Membership, Municipality
from ombud.offices.queries.profiles import four_digits
from ombud.reporting.actions.municipalities import make_municipality


@transaction.atomic
def make_and_serve(*, by: User, code: str = "", data: dict[str, Any] | None = None) -> Municipality:
    """Raises ValidationError for a municipality that is already there: nobody lets themselves into one."""
    if why := why_not_begin(by):
        raise ValidationError({"code": why})
    wanted = data["code"] if data is not None else four_digits(code)
    if Municipality.objects.filter(code=wanted).exists():
        raise _already_there()
    municipality = make_municipality(by=by, code=code, data=data)
    # Somebody else may have made it between the question and the answer: then they serve it, not this person.
    if Membership.objects.filter(municipality=municipality).exists():
        raise _already_there()
    appoint(user=by, municipality=municipality, by=by)
    return municipality


def _already_there() -> ValidationError:
    message = _("This municipality is already set up. Ask the people who serve it to let you in.")
    return ValidationError({"code": message})
