"""What the mandate lets the adviser do (R1, R3, R4). Nothing here forbids a registration: the adviser decides."""

from calendar import monthrange
from datetime import date

from ombud.core.dates import date_text
from ombud.core.words import Words

HAS_BEEN, CAN_BE = "has_been", "can_be"


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the last day of the month where there is no such day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def why_not_so_old(*, events_on: date | None, received_on: date, age_limit_months: int | None, words: Words) -> str:
    """Reason when the matter was older than the age limit on the day it came; at the limit is not too old (R4)."""
    if events_on is None or age_limit_months is None:
        return ""
    earliest = months_before(received_on, age_limit_months)
    if events_on >= earliest:
        return ""
    message = words.ngettext(
        "It happened before %(day)s. The mandate takes no matter older than %(months)d month, "
        "unless there are special reasons: write them in the case.",
        "It happened before %(day)s. The mandate takes no matter older than %(months)d months, "
        "unless there are special reasons: write them in the case.",
        age_limit_months,
    )
    return message % {"day": date_text(earliest, words.get_language()), "months": age_limit_months}


def why_not_for_appeal(*, appeal_rule: str, words: Words) -> str:
    """What the mandate says of matters for an appeal body: left out when it has been, or can be, brought there."""
    if appeal_rule == HAS_BEEN:
        return words.gettext("The mandate leaves out what has been brought before an appeal body.")
    if appeal_rule == CAN_BE:
        return words.gettext("The mandate leaves out what can be brought before an appeal body.")
    return ""


def why_not_own_initiative(*, own_initiative: bool, words: Words) -> str:
    """Reason when the adviser may take nothing up on own initiative (R3)."""
    return "" if own_initiative else words.gettext("The mandate does not allow cases on own initiative.")


def why_not_criticise(*, supervision: bool, words: Words) -> str:
    """Reason when the adviser has no supervisory task and so may express no criticism (R1)."""
    return "" if supervision else words.gettext("The mandate gives no supervisory task, so criticism is not expressed.")


def why_not_yet(*, takes_enquiries_from: date | None, received_on: date, words: Words) -> str:
    """Reason when the enquiry came before the function took enquiries."""
    if takes_enquiries_from is None or received_on >= takes_enquiries_from:
        return ""
    message = words.gettext("The function takes enquiries from %(day)s.")
    return message % {"day": date_text(takes_enquiries_from, words.get_language())}
