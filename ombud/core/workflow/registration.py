"""When a registration cannot stand."""

import re
from datetime import date

from ombud.core.dates import date_text
from ombud.core.words import Words

EARLIEST_YEAR = 1990
"""Before it there were no citizens' advisers in Denmark: an older date is a slip of the key."""

LONGEST_QUALIFIER = 80
"""Characters: enough to narrow a remark ("in the reassessment"), too few to tell what somebody went through."""
_POINTS_AT_SOMEBODY = re.compile(r"@|\d(?:[ .\-/]?\d){5}")


def why_not_received(*, received_on: date | None, today: date, words: Words) -> str:
    """Reason when the day of arrival is missing, in the future or long before there were advisers."""
    if received_on is None:
        return words.gettext("The day it was received is missing.")
    if received_on > today:
        return words.gettext("The day it was received is in the future.")
    if received_on.year < EARLIEST_YEAR:
        return words.gettext("The day it was received is before %(year)d.") % {"year": EARLIEST_YEAR}
    return ""


def why_not_closed(*, closed_on: date | None, received_on: date | None, today: date, words: Words) -> str:
    """Reason when it was closed before it came, or in the future."""
    if closed_on is None:
        return ""
    if received_on is not None and closed_on < received_on:
        return words.gettext("It was closed before it was received.")
    return words.gettext("The day it was closed is in the future.") if closed_on > today else ""


def why_not_finished(*, finished_on: date | None, received_on: date | None, today: date, words: Words) -> str:
    """Reason when the work was finished before it came, or in the future."""
    if finished_on is None:
        return ""
    if received_on is not None and finished_on < received_on:
        return words.gettext("The work was finished before it was received.")
    return words.gettext("The day the work was finished is in the future.") if finished_on > today else ""


def why_not_happened(*, events_on: date | None, received_on: date | None, words: Words) -> str:
    """Reason when what it is about happened after it was received."""
    if events_on is None or received_on is None or events_on <= received_on:
        return ""
    return words.gettext("It happened after it was received.")


def why_not_in_use(*, name: str, starts_on: date | None, ends_on: date | None, on: date, words: Words) -> str:
    """Reason when a department, theme, type or channel was not in use on the day."""
    language = words.get_language()
    if starts_on is not None and on < starts_on:
        message = words.gettext("“%(name)s” is used from %(day)s only.")
        return message % {"name": name, "day": date_text(starts_on, language)}
    if ends_on is not None and on > ends_on:
        message = words.gettext("“%(name)s” was used until %(day)s only.")
        return message % {"name": name, "day": date_text(ends_on, language)}
    return ""


def why_not_appealed(*, received_on: date | None, decided_on: date | None, words: Words) -> str:
    """Reason when an appeal body decided before the municipality did."""
    if received_on is None or decided_on is None or decided_on <= received_on:
        return ""
    return words.gettext("The municipality's decision is later than the appeal body's.")


def why_not_remarked(*, rejected: bool, has_remarks: bool, words: Words) -> str:
    """Reason when a rejected complaint is said to have remarks: it was never processed in substance."""
    if not (rejected and has_remarks):
        return ""
    return words.gettext("A rejected complaint was not processed in substance, so it has no remarks on it.")


def why_not_qualified(text: str, *, words: Words) -> str:
    """Reason when the text that narrows a remark is long, or holds a mail address or a number of six digits or more.

    It stands in the clear beside the registration: a CPR number, a telephone number or a case number may not (R188).
    """
    if len(text) > LONGEST_QUALIFIER:
        said = words.gettext("Write at most %(most)d characters: the text only narrows the remark.")
        return said % {"most": LONGEST_QUALIFIER}
    if _POINTS_AT_SOMEBODY.search(text):
        return words.gettext("Take out long numbers and mail addresses: the text is not sealed and is for print.")
    return ""
