"""Sealing what was written before the office had its key."""

from django.db import transaction
from django.db.models import Q

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.privacy.keyring import Keyring
from ombud.reporting.frozen_texts import seal_content
from ombud.reporting.models import Edition, Report, ReportSection
from ombud.reporting.own_texts import TITLE_PAGE, own_texts, put_texts, read_texts
from ombud.reporting.queries.standing import NOTHING, has_own_texts, standing_sections, standing_title_page
from ombud.reporting.section_keys import NEUTRAL, neutral_key, with_new_keys
from ombud.tenancy.scope import scope

UNSEALED = Q(sealed=b"")


@transaction.atomic
def seal_drafts(*, municipality: Municipality, keys: Keyring, by: User | None) -> int:
    """Seal every own text of drafts and unpublished editions that is not sealed yet; gives how many rows had some.

    Again, it changes nothing. Raises NoAccess when ``keys`` do not open the office.
    """
    with scope(municipality):
        sealed = sum(_seal_report(report, keys) for report in Report.objects.select_for_update().order_by("pk"))
        editions = Edition.objects.filter(UNSEALED, published_at=None).select_related("report__period")
        sealed += sum(_seal_edition(edition, keys) for edition in editions)
        if sealed:
            changes = {"sealed": [None, sealed]}
            record("drafts.sealed", municipality, by=by, municipality=municipality.code, changes=changes)
    return sealed


def _seal_report(report: Report, keys: Keyring) -> int:
    """The title page and the sections that were in the clear."""
    standing = standing_sections()
    sections = list(report.sections.all())
    clear = [row for row in sections if not row.sealed]
    _rename(sections, frozenset(standing), keys)
    for row in clear:
        if not row.sealed and put_texts(row, read_texts(row, keys), standing.get(row.key, NOTHING), keys):
            row.save()
    sealed = sum(1 for row in clear if row.sealed)
    page = {name: getattr(report, name) for name in TITLE_PAGE}
    known = standing_title_page(report.period)
    for note in report.explanations.filter(UNSEALED):
        if put_texts(note, read_texts(note, keys), NOTHING, keys):
            note.save()
            sealed += 1
    if not report.sealed and own_texts(page, known):
        put_texts(report, page, known, keys)
        report.save()
        sealed += 1
    return sealed


def _rename(sections: list[ReportSection], standing: frozenset[str], keys: Keyring) -> None:
    """Keys made from a heading say what it was: give others, also where a text refers to them."""
    taken, new = {row.key for row in sections}, {}
    for row in sections:
        if row.key not in standing and not NEUTRAL.fullmatch(row.key):
            new[row.key] = neutral_key(taken)
            taken.add(new[row.key])
    if not new:
        return
    known = standing_sections()
    for row in sections:
        texts, old = read_texts(row, keys), row.key
        row.key = new.get(old, old)
        referring = with_new_keys(texts["text"], new)
        if row.key != old or referring != texts["text"]:
            put_texts(row, texts | {"text": referring}, known.get(row.key, NOTHING), keys)
            row.save()


def _seal_edition(edition: Edition, keys: Keyring) -> int:
    if not has_own_texts(edition.frozen, edition.report.period):
        return 0
    seal_content(edition, edition.frozen, edition.digest, keys)
    edition.save()
    return 1
