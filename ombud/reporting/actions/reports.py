"""Drafts: a report is made from the outline, its title page is written, it is removed while nothing rests on it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.core.dates import date_text
from ombud.core.report.outline import OutlineSection
from ombud.identity.models import User
from ombud.offices.models import Municipality, ReportingPeriod
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import Report, ReportSection
from ombud.reporting.queries.outlines import starting_outline

TITLE_PAGE = ("title", "subtitle", "author", "place", "dated", "language")


@transaction.atomic
def make_report(
    *, period: ReportingPeriod, by: User | None, language: str = "da", copy_of: Report | None = None
) -> Report:
    """A draft on the period with the municipality's outline, or with the sections and texts of an earlier report."""
    municipality = current_municipality()
    report = Report(period=period, language=language, **title_page_for(period, municipality, language))
    report.full_clean(exclude=["municipality"])
    report.save()
    if copy_of is not None:
        sections = [_copied(row) for row in copy_of.sections.all()]
    else:
        with translation.override(language):
            sections = [_started(one) for one in starting_outline(language, translation)]
    for order, section in enumerate(sections, 1):
        section.report, section.order = report, order
    ReportSection.objects.bulk_create(sections)
    record("report.made", report, by=by, municipality=municipality.code, label=report.title)
    return report


def title_page_for(period: ReportingPeriod, municipality: Municipality, language: str) -> dict[str, str]:
    """Title, subtitle, author and place of a new report."""
    with translation.override(language):
        first, last = date_text(period.starts_on, language), date_text(period.ends_on, language)
        return {
            "title": _("Annual report of the citizens' adviser"),
            "subtitle": f"{municipality.name}, {first} – {last}",
            "author": municipality.author or municipality.office,
            "place": municipality.place or municipality.name,
        }


@transaction.atomic
def change_report(*, report: Report, version: int, by: User | None, **fields: Any) -> Report:
    """Write the title page. Raises ChangedMeanwhile, and ValidationError with field keys."""
    current: Report = Report.objects.select_for_update().get(pk=report.pk)
    if current.version != version:
        raise ChangedMeanwhile
    if strange := set(fields) - set(TITLE_PAGE):
        raise TypeError(f"A report has no {sorted(strange)}")
    changes = {
        name: [getattr(current, name), value] for name, value in fields.items() if getattr(current, name) != value
    }
    if not changes:
        return current
    for name, value in fields.items():
        setattr(current, name, value)
    current.version += 1
    current.full_clean(exclude=["municipality"])
    current.save()
    record(
        "report.changed", current, by=by, municipality=current_municipality().code, label=current.title, changes=changes
    )
    return current


def why_not_remove(report: Report) -> str:
    """Why the draft cannot be removed; "" when it can."""
    return _("There are editions of the report. They stay.") if report.editions.exists() else ""


@transaction.atomic
def remove_report(*, report: Report, by: User | None) -> None:
    """Remove a draft with its sections. Raises ValidationError when there are editions of it."""
    if reason := why_not_remove(report):
        raise ValidationError(reason)
    record("report.removed", report, by=by, municipality=current_municipality().code, label=report.title)
    report.delete()


def _started(one: OutlineSection) -> ReportSection:
    return ReportSection(key=one.key, level=one.level, title=one.title, numbered=one.numbered, text=one.text)


def _copied(row: ReportSection) -> ReportSection:
    return ReportSection(
        key=row.key, level=row.level, title=row.title, numbered=row.numbered, included=row.included, text=row.text
    )
