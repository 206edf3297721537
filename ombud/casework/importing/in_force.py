"""Which of the rows with a name is meant on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from ombud.casework.importing.names import Entry, Unknown
from ombud.casework.words import WORDS
from ombud.core.workflow.registration import why_not_in_use


def entry_on(entries: Sequence[Entry], on: str, successors: Mapping[int, Entry] | None = None) -> Entry:
    """The one entry in force on the day, or the only successor of one that ended. Raises Unknown otherwise."""
    current = [entry for entry in entries if entry.starts <= on <= entry.ends]
    if len(current) == 1:
        return current[0]
    if current:
        message = _("“%(name)s” can be more than one thing: state the theme as well.")
        raise Unknown(message % {"name": current[0].name}, current[0].name)
    after = _succeeding(entries[0], on, successors or {})
    if after is not None:
        return after
    entry = entries[0]
    starts = date.fromisoformat(entry.starts) if entry.starts else None
    ends = date.fromisoformat(entry.ends) if entry.ends != "9" else None
    reason = why_not_in_use(name=entry.name, starts_on=starts, ends_on=ends, on=date.fromisoformat(on), words=WORDS)
    raise Unknown(reason, entry.name)


def _succeeding(entry: Entry, on: str, successors: Mapping[int, Entry]) -> Entry | None:
    seen = {entry.key}
    found: Entry | None = entry
    while found is not None and not found.starts <= on <= found.ends:
        found = successors.get(found.key)
        if found is not None and found.key in seen:
            return None
        seen |= {found.key} if found is not None else set()
    return found
