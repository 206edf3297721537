"""When a person unlocked, and how often it failed, as the log has it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.queries.memberships import case_offices_of

SUCCEEDED = ("keys.unlocked", "keys.recovered")
FAILED = ("keys.unlock_failed", "keys.recovery_failed")


@dataclass(frozen=True)
class Attempt:
    at: datetime
    succeeded: bool


def last_attempts(user: User, most: int = 10) -> list[Attempt]:
    """The newest first, failed ones too."""
    return [Attempt(line.at, line.action in SUCCEEDED) for line in _lines(user, SUCCEEDED + FAILED)[:most]]


def last_unlocked(user: User) -> datetime | None:
    line = _lines(user, SUCCEEDED).first()
    return line.at if line else None


def failed_since(user: User, since: datetime | None) -> int:
    """How often it failed after ``since``; None counts from the beginning."""
    lines = _lines(user, FAILED)
    return (lines.filter(at__gt=since) if since is not None else lines).count()


def _lines(user: User, actions: tuple[str, ...]) -> QuerySet[Event]:
    # Written for the municipality of the page that was wanted, or for none.
    places = ["", *case_offices_of(user, date.today())]
    mine = Event.objects.filter(municipality__in=places, noun="user", noun_id=str(user.pk))
    return mine.filter(action__in=actions).order_by("-at")
