"""Lines of the log as a page shows them: the skeleton to all who may see the log, more to those who may see more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ombud.audit.models import Event
from ombud.audit.purposes import Purpose
from ombud.desk.log.cases import NamedCase, OpenedCases
from ombud.desk.log.changes import told as told_changes
from ombud.desk.log.people import People
from ombud.desk.log.sentences import sentence
from ombud.offices.models import Membership
from ombud.offices.roles import Permission, may
from ombud.privacy.keyring import Keyring


@dataclass(frozen=True, repr=False)
class Told:
    """``case`` is the random id; ``named`` the case behind it, when the reader may open it. ``about`` is the number of
    a registration or the name of a row of the set-up.
    """

    position: int
    at: datetime
    sentence: str
    role: str
    purpose: str
    case: UUID | None
    named: NamedCase | None
    about: str
    details: tuple[str, ...]


def tell(events: Sequence[Event], *, role: str, keys: Keyring | None, office: str) -> list[Told]:
    """The lines for a reader in a role. Without keys no case is named; without the register no registration is."""
    people = People(events)
    cases = OpenedCases(events, keys, office) if keys is not None and office in keys.offices else None
    return [_told(event, people, cases, may(role, Permission.REGISTER)) for event in events]


def _told(event: Event, people: People, cases: OpenedCases | None, registers: bool) -> Told:
    details = list(told_changes(event)) if registers else []
    if cases is not None:
        details += cases.details(event, people)
    return Told(
        position=event.position,
        at=event.at,
        sentence=sentence(event, people),
        role=role_label(event.role),
        purpose=purpose_label(event.purpose),
        case=event.case,
        named=cases.case(event) if cases is not None else None,
        about=event.label if registers else "",
        details=tuple(details),
    )


def role_label(role: str) -> str:
    """The role in words; "" where nobody acted in one."""
    return str(Membership.Role(role).label) if role in Membership.Role.values else role


def purpose_label(purpose: str) -> str:
    """The purpose in words; "" where none was needed."""
    return str(Purpose(purpose).label) if purpose in Purpose.values else purpose
