"""When a case file cannot be opened, a department not contacted, a thing not given out and a case not erased."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from ombud.core.dates import date_text
from ombud.core.words import Words

LEAP_DAY = (2, 29)


class ConsentTerms(Protocol):
    """What the rules ask of a consent (R133)."""

    @property
    def given_on(self) -> date: ...
    @property
    def withdrawn_on(self) -> date | None: ...
    @property
    def anyone(self) -> bool: ...
    @property
    def departments(self) -> tuple[int, ...]: ...


def is_in_force(consent: ConsentTerms, on: date) -> bool:
    """Whether it was given by the day and not withdrawn by then; the day of the withdrawal is without consent."""
    return consent.given_on <= on and (consent.withdrawn_on is None or consent.withdrawn_on > on)


def why_not_open(*, printed: bool, confirmed: bool, words: Words) -> str:
    """Reason while the office's recovery kit is not on paper: a lost passphrase would lose every case."""
    if not printed:
        return words.gettext("Print the office's recovery kit first: without it a lost passphrase would lose the case.")
    if not confirmed:
        return words.gettext("Type a part of the printed recovery kit back first: it shows that the paper is at hand.")
    return ""


def why_not_contact(
    *, consents: Iterable[ConsentTerms], place: frozenset[int], name: str, on: date, words: Words
) -> str:
    """Reason when no consent covers the department on the day. ``place`` holds the department and those above it."""
    covering = [consent for consent in consents if consent.anyone or place & set(consent.departments)]
    if any(is_in_force(consent, on) for consent in covering):
        return ""
    withdrawn = [consent.withdrawn_on for consent in covering if consent.withdrawn_on and consent.withdrawn_on <= on]
    if withdrawn:
        message = words.gettext("The consent to contact %(name)s was withdrawn on %(day)s.")
        return message % {"name": name, "day": date_text(max(withdrawn), words.get_language())}
    return words.gettext("The citizen has not consented to contact with %(name)s.") % {"name": name}


def why_not_disclose(*, by_law: bool, law: str, consent: ConsentTerms | None, on: date, words: Words) -> str:
    """Reason when what the citizen told would leave the office without a consent in force or a law (R134)."""
    if by_law:
        return "" if law.strip() else words.gettext("Name the law and its paragraph.")
    if consent is None:
        return words.gettext("Choose the consent that the disclosure rests on.")
    return "" if is_in_force(consent, on) else words.gettext("The consent is not in force on that day.")


def why_not_erase(*, retention_years: int | None, closed_on: date | None, today: date, words: Words) -> str:
    """Reason while a case must be kept: nothing is erased before the municipality has decided for how long."""
    if retention_years is None:
        return words.gettext("The municipality has not decided how long closed cases are kept.")
    if closed_on is None:
        return words.gettext("The case is not closed.")
    free_on = erasable_on(closed_on, retention_years)
    if today < free_on:
        message = words.gettext("The case is kept until %(day)s.")
        return message % {"day": date_text(free_on, words.get_language())}
    return ""


def erasable_on(closed_on: date, retention_years: int) -> date:
    """The first day a case closed on a day may be erased; a leap day counts as 1 March."""
    year = closed_on.year + retention_years
    if (closed_on.month, closed_on.day) == LEAP_DAY and (year % 4 or (year % 100 == 0 and year % 400)):
        return date(year, 3, 1)
    return closed_on.replace(year=year)
