"""What the municipality's numbers are divided by, read once for a whole set of tables."""

from dataclasses import dataclass

from ombud.casework.queries.durations import bands, ending
from ombud.core.statistics.durations import Band, Ending, duration_dimension
from ombud.core.statistics.facts import Dimension
from ombud.core.statistics.periods import Period
from ombud.core.words import Words
from ombud.offices.models import Municipality
from ombud.reporting.facts.choices import channels, types
from ombud.reporting.facts.departments import Organisation, organisation
from ombud.reporting.facts.themes import Themes, themes


@dataclass(frozen=True)
class Setup:
    organisation: Organisation
    themes: Themes
    type: Dimension
    channel: Dimension
    duration: Dimension
    bands: tuple[Band, ...]
    ending: Ending

    def dimension(self, name: str) -> Dimension | None:
        """The dimension with this name; None for those that need no set-up."""
        known = (
            self.organisation.department,
            self.organisation.unit,
            self.themes.theme,
            self.themes.subtheme,
            self.type,
            self.type.parent,
            self.channel,
            self.duration,
        )
        return next((one for one in known if one is not None and one.name == name), None)


def read_setup(period: Period, municipality: Municipality, department_word: str, words: Words) -> Setup:
    """The dimensions as they are set up now; what is in force in the period is listed also when nothing is counted."""
    own = bands(municipality, words)
    return Setup(
        organisation(period.first, period.last, words, department_word[:1].upper() + department_word[1:]),
        themes(period.first, period.last, words),
        types(period.first, period.last, words),
        channels(period.first, period.last, words),
        duration_dimension(own, words),
        own,
        ending(municipality),
    )
