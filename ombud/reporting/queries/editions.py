"""What can be said of an edition: whether it is unchanged, and what was corrected in the register since."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from ombud.appeals.models import AppealDecision
from ombud.audit.models import Event
from ombud.casework.models import Enquiry, Source
from ombud.privacy.keyring import Keyring
from ombud.reporting.digests import digest, edition_digest
from ombud.reporting.frozen_texts import content_of, digest_of
from ombud.reporting.models import Edition

NOUNS: dict[str, Any] = {"enquiry": Enquiry, "appealdecision": AppealDecision}
DATE = "received_on"


@dataclass(frozen=True)
class Verification:
    """``faults`` names what is not as it was; nothing of it where the edition is unchanged."""

    digest: str
    faults: tuple[str, ...]

    @property
    def is_unchanged(self) -> bool:
        return not self.faults


def verify(edition: Edition, keys: Keyring | None = None) -> Verification:
    """Count the digests again, of the frozen content and of every file, and compare them with those kept.

    Raises Locked and NoAccess for an edition that is not published.
    """
    faults = []
    files = {}
    for one in edition.files.all():
        files[one.format] = digest(bytes(one.content))
        if files[one.format] != one.digest:
            faults.append(_("The file %(name)s is not the one that was published.") % {"name": one.name})
    if edition.published_at is not None and len(files) < 4:
        faults.append(_("A file of the edition is missing."))
    found = edition_digest(content_of(edition, keys), files)
    if found != digest_of(edition, keys):
        faults.append(_("The content of the edition is not what was frozen."))
    return Verification(found, tuple(faults))


def corrections_since(edition: Edition) -> list[Event]:
    """The lines of the log about registrations of the edition's period, made after it was frozen, oldest first. A
    registration that was moved into or out of the period counts too. They never change the edition.
    """
    statistics = edition.frozen["statistics"]
    first, last = (date.fromisoformat(statistics["period"][name]) for name in ("first", "last"))
    lines = list(
        Event.objects.filter(noun__in=NOUNS, pk__gt=edition.last_event, municipality=statistics["code"])
        .exclude(action__contains="contact")
        .order_by("pk")
    )
    inside = {key for key, days in _days_of(lines).items() if any(first <= day <= last for day in days)}
    return [line for line in lines if (line.noun, line.noun_id) in inside]


@dataclass(frozen=True)
class ImportedSince:
    """A file imported after the edition was frozen, with how many registrations of its period it brought."""

    name: str
    at: datetime
    registrations: int


def imported_since(edition: Edition) -> list[ImportedSince]:
    """An import writes many registrations with one line in the log, so they are told by their file."""
    period = edition.frozen["statistics"]["period"]
    days = (date.fromisoformat(period["first"]), date.fromisoformat(period["last"]))
    found = []
    for source in Source.objects.filter(made_at__gt=edition.frozen_at).order_by("made_at"):
        enquiries = Enquiry.objects.filter(source=source, received_on__range=days).count()
        decisions = AppealDecision.objects.filter(source=source, received_on__range=days).count()
        if enquiries + decisions:
            found.append(ImportedSince(source.name, source.made_at, enquiries + decisions))
    return found


def _days_of(lines: Sequence[Event]) -> dict[tuple[str, str], set[date]]:
    """For each registration the days of receipt it has or had: in the log and as it is now."""
    days: dict[tuple[str, str], set[date]] = {(line.noun, line.noun_id): set() for line in lines}
    for line in lines:
        days[line.noun, line.noun_id].update(_dates(line.changes.get(DATE, ())))
    for noun, model in NOUNS.items():
        ids = [noun_id for of, noun_id in days if of == noun and noun_id.isdigit()]
        for pk, day in model.objects.filter(pk__in=ids).values_list("pk", DATE):
            days[noun, str(pk)].add(day)
    return days


def _dates(texts: Iterable[Any]) -> Iterator[date]:
    for text in texts:
        if isinstance(text, str):
            with suppress(ValueError):
                yield date.fromisoformat(text)
