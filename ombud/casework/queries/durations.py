"""The municipality's duration bands and the day that ends an enquiry (R66, R219, R220)."""

from datetime import date, timedelta

from django.db.models import DurationField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import Coalesce

from ombud.casework.models import Enquiry
from ombud.casework.words import WORDS
from ombud.core.statistics.durations import STILL_OPEN, Band, Ending, default_bands, ended_on
from ombud.core.words import Words
from ombud.offices.models import Municipality
from ombud.offices.queries.municipalities import current_municipality


def bands(municipality: Municipality | None = None, words: Words = WORDS) -> tuple[Band, ...]:
    """The bands as the municipality set them, the default ones where it set none."""
    chosen = municipality or current_municipality()
    english = words.get_language() == "en"
    own = tuple(
        Band(row["key"], (row.get("label_en") if english else None) or row.get("label", row["key"]), row["most_days"])
        for row in chosen.duration_bands
    )
    return own or default_bands(words)


def ending(municipality: Municipality | None = None) -> Ending:
    """Which day ends an enquiry."""
    chosen = municipality or current_municipality()
    return Ending.WORK_FINISHED if chosen.duration_ends_with == "finished" else Ending.CLOSED


def end_of(enquiry: Enquiry, which: Ending) -> date | None:
    """The day the enquiry ended; None while it is open."""
    return ended_on(enquiry.finished_on, enquiry.closed_on, which)


def with_duration(enquiries: "QuerySet[Enquiry]") -> "QuerySet[Enquiry]":
    """The enquiries with ``ended`` and ``lasted``, which ``in_band`` asks for."""
    counts_finished = ending() is Ending.WORK_FINISHED
    dated = enquiries.annotate(ended=Coalesce("finished_on", "closed_on") if counts_finished else F("closed_on"))
    return dated.annotate(lasted=ExpressionWrapper(F("ended") - F("received_on"), output_field=DurationField()))


def in_band(key: str) -> Q:
    """Whether the cube counts an enquiry in the band; an unknown key finds none."""
    if key == STILL_OPEN:
        return Q(ended=None)
    own = bands()
    found = next((index for index, band in enumerate(own) if band.key == key), None)
    if found is None:
        return Q(pk__in=[])
    limits = Q(ended__isnull=False, lasted__gte=timedelta())
    if found and (below := own[found - 1].most_days) is not None:
        limits &= Q(lasted__gt=timedelta(days=below))
    if (most := own[found].most_days) is not None:
        limits &= Q(lasted__lte=timedelta(days=most))
    return limits
