"""Names for the people in the log, who stand there by number: asked for once for many lines."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.identity.models import User
from ombud.offices.models import Membership


class People:
    """The names in some lines of the log, and of others by their numbers."""

    def __init__(self, events: Iterable[Event], *others: str) -> None:
        events = list(events)
        roles = {event.noun_id for event in events if event.noun == "membership" and event.noun_id.isdigit()}
        self._of_role = {
            str(pk): str(user) for pk, user in Membership.objects.filter(pk__in=roles).values_list("pk", "user")
        }
        named = {event.by for event in events} | {event.noun_id for event in events if event.noun == "user"}
        asked = {key for key in named | set(self._of_role.values()) | set(others) if key.isdigit()}
        self._names = {str(pk): name for pk, name in User.objects.filter(pk__in=asked).values_list("pk", "name")}

    def who(self, event: Event) -> str:
        """Who did it; a line without a person was written by the command line or the clock."""
        return self.name(event.by) if event.by else _("The command line")

    def whom(self, event: Event) -> str:
        """To whom it was done, where the line is about a person or a person's role."""
        key = self._of_role.get(event.noun_id, "") if event.noun == "membership" else event.noun_id
        return self.name(key)

    def name(self, key: str) -> str:
        return self._names.get(key, _("A former user"))
