"""One sentence for every action that is written into the log. A test reads the actions from the source."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.desk.log.people import People
from ombud.desk.log.sentences import cases, keys, log, office, register, reports

FAMILIES = (register, reports, office, cases, keys, log)
SENTENCES: dict[str, Promise] = {action: text for family in FAMILIES for action, text in family.SENTENCES.items()}


def sentence(event: Event, people: People) -> str:
    """Who did what, without naming the thing: the number of an enquiry or a case stands beside, for those who may."""
    words = {"who": people.who(event), "whom": people.whom(event)}
    if known := SENTENCES.get(event.action):
        return str(known % words)
    noun, _dot, verb = event.action.partition(".")
    if verb in office.VERBS and noun in office.NOUNS:
        return str(office.VERBS[verb] % (words | {"noun": office.NOUNS[noun]}))
    # A line of a version that is no longer installed.
    return _("%(who)s: %(action)s") % (words | {"action": event.action})
