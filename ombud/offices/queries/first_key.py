"""Who made the office's key after somebody else had given them the role: the office looks whether that is right."""

from dataclasses import dataclass
from datetime import datetime

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.models import Municipality

MADE = "keys.first_holder_appointed"


@dataclass(frozen=True)
class FirstKey:
    """``who`` holds the key; ``appointed_by`` gave the role. A person who is gone has the name ""."""

    at: datetime
    who: str
    appointed_by: str


def first_key(municipality: Municipality, *, since: datetime, reader: User) -> FirstKey | None:
    """What ``reader`` is to be told of the office's key; None for whoever made it, and when it is older."""
    lines = Event.objects.filter(municipality=municipality.code, action=MADE, at__gte=since)
    line = lines.exclude(by=str(reader.pk)).order_by("-at").first()
    if line is None:
        return None
    names = {
        str(pk): name for pk, name in User.objects.filter(pk__in=[line.by, line.noun_id]).values_list("pk", "name")
    }
    return FirstKey(line.at, names.get(line.by, ""), names.get(line.noun_id, ""))
