"""What may be changed in the set-up without moving an old figure. Each rule returns its reason, or "" when it may."""

from dataclasses import dataclass
from datetime import date

from ombud.core.dates import date_text
from ombud.core.words import Words


@dataclass(frozen=True)
class Use:
    """The first and the last day of the registrations that rest on something."""

    first: date
    last: date

    def text(self, words: Words) -> str:
        """Such as "3. maj 2024", or "3. maj 2024 – 1. juni 2024"."""
        language = words.get_language()
        first = date_text(self.first, language)
        return first if self.first == self.last else f"{first} – {date_text(self.last, language)}"


def why_not_dates(*, starts_on: date | None, ends_on: date | None, use: Use | None, words: Words) -> str:
    """Reason when the dates are the wrong way round or leave registrations outside."""
    if starts_on and ends_on and ends_on < starts_on:
        return words.gettext("The last day is before the first day.")
    if use is None or ((starts_on is None or starts_on <= use.first) and (ends_on is None or ends_on >= use.last)):
        return ""
    message = words.gettext("Registrations received %(days)s rest on this. They would fall outside the dates.")
    return message % {"days": use.text(words)}


def why_not_remove(*, use: Use | None, words: Words) -> str:
    """Reason when registrations rest on what is to be removed (ADR 4)."""
    if use is None:
        return ""
    message = words.gettext("Registrations received %(days)s rest on this. Give it a last day instead.")
    return message % {"days": use.text(words)}


def why_not_move(*, use: Use | None, words: Words) -> str:
    """Reason when something is to be placed elsewhere, which would count its old registrations there."""
    if use is None:
        return ""
    message = words.gettext(
        "Registrations received %(days)s are counted where it stands now. "
        "Give it a last day, and make a new one in the other place."
    )
    return message % {"days": use.text(words)}


def why_not_count_otherwise(*, use: Use | None, words: Words) -> str:
    """Reason when a change would count old registrations as something else."""
    if use is None:
        return ""
    message = words.gettext(
        "Registrations received %(days)s would be counted as something else. Make a new one from the day it changes."
    )
    return message % {"days": use.text(words)}


def why_not_end(*, last_day: date, use: Use | None, words: Words) -> str:
    """Reason when something is to end before its last registration."""
    if use is None or use.last <= last_day:
        return ""
    message = words.gettext("Something was registered on it as late as %(day)s.")
    return message % {"day": date_text(use.last, words.get_language())}


def why_not_new_version(*, starts_on: date, current_starts_on: date | None, use: Use | None, words: Words) -> str:
    """Reason when a new version cannot begin on the day: it must come after the present one and its registrations."""
    language = words.get_language()
    if current_starts_on is not None and starts_on <= current_starts_on:
        message = words.gettext("The present version began on %(day)s. A new one must begin later.")
        return message % {"day": date_text(current_starts_on, language)}
    if use is not None and use.last >= starts_on:
        message = words.gettext("There are already registrations of %(day)s under the present version.")
        return message % {"day": date_text(use.last, language)}
    return ""
