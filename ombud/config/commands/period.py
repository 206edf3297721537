"""The two dates of --from and --to."""

from argparse import Namespace
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused
from ombud.readers import ReadError, to_date


def period_of(options: Namespace) -> tuple[date, date]:
    """First and last day. ``Refused`` names the option whose date cannot be read, or a period that ends first."""
    first, last = day_of("--from", options.first), day_of("--to", options.last)
    if last < first:
        raise Refused(_("--to is before --from."))
    return first, last


def day_of(option: str, text: str) -> date:
    """The day typed after an option. ``Refused`` names the option when it cannot be read."""
    try:
        day = to_date(text, words=translation)
    except ReadError as problem:
        raise Refused(f"{option}: {problem.message}") from None
    if day is None:
        raise Refused(_("%(option)s has no date.") % {"option": option})
    return day
