"""A matter's theme: the subtheme by name, with the theme as a check."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ombud.casework.importing.in_force import entry_on
from ombud.casework.importing.names import Entry, Unknown
from ombud.casework.importing.registrations.set_up import SetUp

Chosen = tuple[Entry, ...]


def theme_of(set_up: SetUp, tops: Chosen, subthemes: Chosen, on: str) -> int | None:
    """The key of the subtheme meant on the day; None where only a theme, or nothing, is stated.

    Raises Unknown when the subtheme stands under another theme than the one stated, or under two.
    """
    if not subthemes:
        return None
    fitting = subthemes
    if tops:
        wanted = {entry.key for entry in tops}
        fitting = tuple(entry for entry in subthemes if set_up.top_of[entry.key] in wanted)
        if not fitting:
            raise _misplaced(set_up, tops[0], subthemes)
    return entry_on(fitting, on).key


def _misplaced(set_up: SetUp, top: Entry, subthemes: Sequence[Entry]) -> Unknown:
    own = set_up.tops.entries[set_up.top_of[subthemes[0].key]]
    message = _("“%(subtheme)s” stands under “%(own)s”, not under “%(theme)s”.")
    return Unknown(
        message % {"subtheme": subthemes[0].name, "own": own.name, "theme": top.name},
        subthemes[0].name,
        ((str(own.key), own.name),),
    )
