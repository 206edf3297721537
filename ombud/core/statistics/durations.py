"""How long it took, in bands: from the citizen's enquiry to the adviser's closing (R219, R220).

The bands are data. Two dates can end a case, work finished and closed; which of them counts is chosen (R66).
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ombud.core.statistics.facts import Dimension, Member, dimension
from ombud.core.words import Words

STILL_OPEN = "still_open"
NOT_A_DAY = int(np.iinfo(np.int64).min)


class Ending(StrEnum):
    """The date that counts as the end."""

    WORK_FINISHED = "work_finished"
    CLOSED = "closed"


@dataclass(frozen=True)
class Band:
    """Up to and including ``most_days`` days; None for the last band, which has no upper end."""

    key: str
    label: str
    most_days: int | None


def default_bands(words: Words) -> tuple[Band, ...]:
    """Same day, within 7, 30 and 90 days, longer."""
    return (
        Band("same_day", words.gettext("Same day"), 0),
        Band("within_7", words.gettext("Within 7 days"), 7),
        Band("within_30", words.gettext("Within 30 days"), 30),
        Band("within_90", words.gettext("Within 90 days"), 90),
        Band("longer", words.gettext("More than 90 days"), None),
    )


def why_not_bands(bands: Sequence[Band], words: Words) -> str:
    """Why these bands cannot be used; "" when they can."""
    limits = [band.most_days for band in bands]
    if not bands or limits[-1] is not None or None in limits[:-1]:
        return words.gettext("The last band, and only that, must be without an upper limit.")
    days = [limit for limit in limits if limit is not None]
    if any(low >= high for low, high in itertools.pairwise(days)) or any(limit < 0 for limit in days):
        return words.gettext("Each band must end later than the one before it.")
    if len({band.key for band in bands} | {"", STILL_OPEN}) != len(bands) + 2:
        return words.gettext("Each band must have a key of its own.")
    return ""


def ended_on(finished: date | None, closed: date | None, ending: Ending) -> date | None:
    """The date that ends the case. A closed case without a date for the work ends when it was closed."""
    return (finished or closed) if ending is Ending.WORK_FINISHED else closed


def band_of(received: date | None, ended: date | None, bands: Sequence[Band]) -> str:
    """The key of the band; ``STILL_OPEN`` when it has not ended, "" (not stated) when it cannot be told: no date of
    receipt, or an end before it.
    """
    if received is None:
        return ""
    if ended is None:
        return STILL_OPEN
    days = (ended - received).days
    if days < 0:
        return ""
    return next(band.key for band in bands if band.most_days is None or days <= band.most_days)


def band_codes(received: NDArray[np.int64], ended: NDArray[np.int64], bands: Sequence[Band]) -> NDArray[np.int16]:
    """``band_of`` for whole columns of day numbers, as codes of ``duration_dimension``; ``NOT_A_DAY`` stands for no
    date.
    """
    limits = np.array([band.most_days for band in bands if band.most_days is not None], dtype=np.int64)
    open_still = ended == NOT_A_DAY
    days = np.where(open_still, received, ended) - received
    codes = np.searchsorted(limits, days, side="left") + 1
    codes[open_still] = len(bands) + 1
    codes[(days < 0) | (received == NOT_A_DAY)] = 0
    return codes.astype(np.int16)


def duration_dimension(bands: Sequence[Band], words: Words) -> Dimension:
    """The dimension "duration": not stated, the bands, still open."""
    members = [Member(band.key, band.label) for band in bands]
    members.append(Member(STILL_OPEN, words.gettext("Still open")))
    return dimension("duration", words.gettext("Duration"), members, not_stated=words.gettext("Not stated"))
