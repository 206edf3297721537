"""Drafts: a report is made from the outline, its title page is written, it is removed while nothing rests on it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.core.report.outline import OutlineSection
from ombud.identity.models import User
from ombud.offices.models import ReportingPeriod
from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.keyring import Keyring
from ombud.reporting.logged import logged_texts
from ombud.reporting.models import Report, ReportSection
from ombud.reporting.own_texts import TITLE_PAGE, Standing, put_texts, read_texts
from ombud.reporting.queries.outlines import starting_outline
from ombud.reporting.queries.standing import NOTHING, standing_sections, standing_title_page, title_page_for

FIELDS = (*TITLE_PAGE, "language")


@transaction.atomic
def make_report(
    *,
    period: ReportingPeriod,
    by: User | None,
    language: str = "da",
    copy_of: Report | None = None,
    keys: Keyring | None = None,
) -> Report:
    """A draft on the period with the municipality's outline, or with the sections and texts of an earlier report.

    Raises Locked and NoAccess when the texts to take over are sealed and ``keys`` do not open them.
    """
    municipality = current_municipality()
    report = Report(period=period, language=language, **title_page_for(period, municipality, language))
    report.full_clean(exclude=["municipality"])
    report.save()
    if copy_of is not None:
        standing = standing_sections()
        sections = [_copied(row, standing.get(row.key, NOTHING), keys) for row in copy_of.sections.all()]
    else:
        with translation.override(language):
            sections = [_started(one) for one in starting_outline(language, translation)]
    for order, section in enumerate(sections, 1):
        section.report, section.order = report, order
    ReportSection.objects.bulk_create(sections)
    record("report.made", report, by=by, municipality=municipality.code, label=str(report))
    return report


@transaction.atomic
def change_report(
    *, report: Report, version: int, by: User | None, keys: Keyring | None = None, **fields: Any
) -> Report:
    """Write the title page. Raises ChangedMeanwhile, ValidationError with field keys, Locked and NoAccess."""
    current: Report = Report.objects.select_for_update().get(pk=report.pk)
    if current.version != version:
        raise ChangedMeanwhile
    if strange := set(fields) - set(FIELDS):
        raise TypeError(f"A report has no {sorted(strange)}")
    before = read_texts(current, keys) | {"language": current.language}
    changed = {name: value for name, value in fields.items() if before[name] != value}
    if not changed:
        return current
    after = before | changed
    for name, value in after.items():
        setattr(current, name, value)
    current.version += 1
    current.full_clean(exclude=["municipality"])
    standing = standing_title_page(current.period)
    put_texts(current, {name: after[name] for name in TITLE_PAGE}, standing, keys)
    current.save()
    changes = {name: [before[name], after[name]] for name in changed if name == "language"}
    changes |= logged_texts({name: before[name] for name in changed if name in TITLE_PAGE}, after, standing)
    code = current_municipality().code
    record("report.changed", current, by=by, municipality=code, label=str(current), changes=changes)
    return current


def why_not_remove(report: Report) -> str:
    """Why the draft cannot be removed; "" when it can."""
    return _("There are editions of the report. They stay.") if report.editions.exists() else ""


@transaction.atomic
def remove_report(*, report: Report, by: User | None) -> None:
    """Remove a draft with its sections. Raises ValidationError when there are editions of it."""
    if reason := why_not_remove(report):
        raise ValidationError(reason)
    record("report.removed", report, by=by, municipality=current_municipality().code, label=str(report))
    report.delete()


def _started(one: OutlineSection) -> ReportSection:
    return ReportSection(key=one.key, level=one.level, title=one.title, numbered=one.numbered, text=one.text)


def _copied(row: ReportSection, standing: Standing, keys: Keyring | None) -> ReportSection:
    copy = ReportSection(key=row.key, level=row.level, numbered=row.numbered, included=row.included)
    put_texts(copy, read_texts(row, keys), standing, keys)
    return copy
