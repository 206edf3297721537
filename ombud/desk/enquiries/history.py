"""What the log tells of an enquiry, in sentences."""

from dataclasses import dataclass
from datetime import datetime

from ombud.audit.models import Event
from ombud.audit.record import history
from ombud.casework.models import Enquiry
from ombud.desk.log.changes import told as told_changes
from ombud.desk.log.people import People
from ombud.desk.log.sentences import sentence


@dataclass(frozen=True)
class Line:
    """One line of the log: when, who did what, and which fields changed from what to what."""

    at: datetime
    sentence: str
    details: tuple[str, ...]


def told(enquiry: Enquiry) -> list[Line]:
    """The newest first."""
    return lines(list(history(enquiry)))


def lines(events: list[Event]) -> list[Line]:
    """What the events tell, the newest first."""
    people = People(events)
    return [Line(event.at, sentence(event, people), tuple(told_changes(event))) for event in reversed(events)]
