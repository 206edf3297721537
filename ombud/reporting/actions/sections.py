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
from ombud.privacy.keyring import Keyring
from ombud.reporting.logged import heading, logged_texts
from ombud.reporting.models import Report, ReportSection
from ombud.reporting.own_texts import SECTION, Standing, is_sealing, put_texts, read_texts
from ombud.reporting.queries.standing import NOTHING, standing_sections
from ombud.reporting.section_keys import neutral_key

LOGGED = ("level", "numbered", "included")
FIELDS = (*SECTION, *LOGGED)
LONGEST_TEXT = 200_000


def _plain(text: str) -> str:
    """With plain line ends: a browser sends others, and a text that nobody changed would be another one."""
    return text.replace("\r\n", "\n")


@transaction.atomic
def change_section(
    *, section: ReportSection, version: int, by: User | None, keys: Keyring | None = None, **fields: Any
) -> ReportSection:
    """Change heading, text, level, numbering or whether it is part of the report. Raises ChangedMeanwhile when somebody
    else did so since ``version``, ValidationError with field keys, Locked and NoAccess.
    """
    current: ReportSection = ReportSection.objects.select_for_update().get(pk=section.pk)
    if current.version != version:
        raise ChangedMeanwhile
    if strange := set(fields) - set(FIELDS):
        raise TypeError(f"A section has no {sorted(strange)}")
    if "text" in fields:
        fields["text"] = _plain(fields["text"])
    before = read_texts(current, keys) | {name: getattr(current, name) for name in LOGGED}
    changed = {name: value for name, value in fields.items() if before[name] != value}
    if not changed:
        return current
    after, standing = before | changed, _standing(current)
    for name, value in after.items():
        setattr(current, name, value)
    current.version += 1
    _check(current)
    put_texts(current, {name: after[name] for name in SECTION}, standing, keys)
    current.save()
    changes = {name: [before[name], after[name]] for name in LOGGED if name in changed}
    changes |= logged_texts({name: before[name] for name in SECTION if name in changed}, after, standing)
    _record("section.changed", current, by, after["title"], changes)
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
    keys: Keyring | None = None,
) -> ReportSection:
    """A new section behind ``after``, or at the end. Raises ValidationError with field keys, Locked and NoAccess."""
    rows = _locked(report)
    place = len(rows) if after is None else [row.pk for row in rows].index(after.pk) + 1
    text = _plain(text)
    section = ReportSection(report=report, key=_key(title, rows), title=title.strip(), level=level, text=text)
    section.numbered = numbered
    _check(section)
    put_texts(section, {"title": section.title, "text": text}, NOTHING, keys)
    section.save()
    rows.insert(place, section)
    _number(rows)
    _record("section.added", section, by, section.title)
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
        _record("section.moved", section, by, section.title, {"order": [before + 1, after + 1]})
    return rows[after]


@transaction.atomic
def remove_section(*, section: ReportSection, by: User | None) -> None:
    """Remove a section and its text from the draft. Switching it off keeps the text."""
    _record("section.removed", section, by, section.title)
    section.delete()


def _locked(report: Report) -> list[ReportSection]:
    Report.objects.select_for_update().get(pk=report.pk)
    return list(ReportSection.objects.filter(report=report).order_by("order", "pk"))


def _number(rows: list[ReportSection]) -> None:
    for order, row in enumerate(rows, 1):
        row.order = order
    ReportSection.objects.bulk_update(rows, ["order"])


def _key(title: str, rows: list[ReportSection]) -> str:
    """From the heading; where headings are sealed, one that says nothing: it stands in addresses and columns."""
    taken = {row.key for row in rows}
    if is_sealing():
        return neutral_key(taken)
    wanted = slug(title)[:50].strip("-") or "section"
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _check(section: ReportSection) -> None:
    if len(section.text) > LONGEST_TEXT:
        raise ValidationError({"text": _("The text is longer than a section can be.")})
    section.full_clean(exclude=["municipality", "report"])


def _standing(section: ReportSection) -> Standing:
    return standing_sections().get(section.key, NOTHING)


def _record(
    action: str, section: ReportSection, by: User | None, title: str, changes: dict[str, list[Any]] | None = None
) -> None:
    """A line of the log; the heading stands in it where it is a standing one."""
    told = heading(title, _standing(section))
    label = f"{section.report}: {told}" if told else str(section.report)
    record(action, section, by=by, municipality=current_municipality().code, label=label, changes=changes)
