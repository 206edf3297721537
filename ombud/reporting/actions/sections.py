"""The sections of a draft: written, named, switched on and off, moved, added and removed (R246, R252)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.actions.enquiries import ChangedMeanwhile
from ombud.core.report.outline import slug
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import Report, ReportSection

FIELDS = ("title", "text", "level", "numbered", "included")
LOGGED = ("title", "level", "numbered", "included")
LONGEST_TEXT = 200_000


@transaction.atomic
def change_section(*, section: ReportSection, version: int, by: User | None, **fields: Any) -> ReportSection:
    """Change heading, text, level, numbering or whether it is part of the report. Raises ChangedMeanwhile when somebody
    else did so since ``version``, and ValidationError with field keys.
    """
    current: ReportSection = ReportSection.objects.select_for_update().get(pk=section.pk)
    if current.version != version:
        raise ChangedMeanwhile
    if strange := set(fields) - set(FIELDS):
        raise TypeError(f"A section has no {sorted(strange)}")
    changed = {name: value for name, value in fields.items() if getattr(current, name) != value}
    if not changed:
        return current
    changes = {name: [getattr(current, name), value] for name, value in changed.items() if name in LOGGED}
    if "text" in changed:
        changes["text"] = [f"{len(current.text)} characters", f"{len(changed['text'])} characters"]
    for name, value in changed.items():
        setattr(current, name, value)
    current.version += 1
    _check(current)
    current.save()
    record(
        "section.changed",
        current,
        by=by,
        municipality=current_municipality().code,
        label=_label(current),
        changes=changes,
    )
    return current


@transaction.atomic
def add_section(
    *,
    report: Report,
    title: str,
    by: User | None,
    after: ReportSection | None = None,
    level: int = 1,
    numbered: bool = True,
    text: str = "",
) -> ReportSection:
    """A new section behind ``after``, or at the end. Raises ValidationError with field keys."""
    rows = _locked(report)
    place = len(rows) if after is None else [row.pk for row in rows].index(after.pk) + 1
    section = ReportSection(report=report, key=_key(title, rows), title=title.strip(), level=level, text=text)
    section.numbered = numbered
    _check(section)
    section.save()
    rows.insert(place, section)
    _number(rows)
    record("section.added", section, by=by, municipality=current_municipality().code, label=_label(section))
    return section


@transaction.atomic
def move_section(*, section: ReportSection, by: User | None, steps: int) -> ReportSection:
    """Move a section ``steps`` places down, or up when negative; never beyond the ends."""
    rows = _locked(section.report)
    before = [row.pk for row in rows].index(section.pk)
    after = min(max(before + steps, 0), len(rows) - 1)
    if after != before:
        rows.insert(after, rows.pop(before))
        _number(rows)
        changes = {"order": [before + 1, after + 1]}
        record(
            "section.moved",
            section,
            by=by,
            municipality=current_municipality().code,
            label=_label(section),
            changes=changes,
        )
    return rows[after]


@transaction.atomic
def remove_section(*, section: ReportSection, by: User | None) -> None:
    """Remove a section and its text from the draft. Switching it off keeps the text."""
    record("section.removed", section, by=by, municipality=current_municipality().code, label=_label(section))
    section.delete()


def _locked(report: Report) -> list[ReportSection]:
    Report.objects.select_for_update().get(pk=report.pk)
    return list(ReportSection.objects.filter(report=report).order_by("order", "pk"))


def _number(rows: list[ReportSection]) -> None:
    for order, row in enumerate(rows, 1):
        row.order = order
    ReportSection.objects.bulk_update(rows, ["order"])


def _key(title: str, rows: list[ReportSection]) -> str:
    wanted = slug(title)[:50].strip("-") or "section"
    taken, key, number = {row.key for row in rows}, wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _check(section: ReportSection) -> None:
    if len(section.text) > LONGEST_TEXT:
        raise ValidationError({"text": _("The text is longer than a section can be.")})
    section.full_clean(exclude=["municipality", "report"])


def _label(section: ReportSection) -> str:
    return f"{section.report.title}: {section.title}"
