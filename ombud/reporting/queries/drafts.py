"""Drafts as their writers read them: the rows with their texts opened."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ombud.core.release.treatment import PLAIN, Treatment, treatment_from_json
from ombud.core.report.outline import OutlineSection
from ombud.offices.models import ReportingPeriod
from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.keyring import Keyring
from ombud.reporting.models import Report, ReportSection
from ombud.reporting.own_texts import read_texts
from ombud.reporting.queries.standing import title_page_for


@dataclass(frozen=True)
class OpenedReport:
    """A report's title page. ``is_locked``: what is sealed could not be read, standing texts are in its place."""

    pk: int
    period: ReportingPeriod
    language: str
    version: int
    title: str = field(repr=False)
    subtitle: str = field(repr=False)
    author: str = field(repr=False)
    place: str = field(repr=False)
    dated: str = field(repr=False)
    is_locked: bool = False
    treatment: Treatment = PLAIN


@dataclass(frozen=True)
class OpenedSection:
    """A section. ``is_locked``: a sentence stands for what is sealed and could not be read."""

    pk: int
    key: str
    level: int
    numbered: bool
    included: bool
    version: int
    title: str = field(repr=False)
    text: str = field(repr=False)
    is_locked: bool = False

    def in_outline(self) -> OutlineSection:
        """As the report's outline has it."""
        return OutlineSection(self.key, self.title, self.level, self.numbered, self.text)


def open_report(report: Report, keys: Keyring | None) -> OpenedReport:
    """The title page. Raises Locked and NoAccess."""
    return _report(report, read_texts(report, keys))


def open_section(section: ReportSection, keys: Keyring | None) -> OpenedSection:
    """The section. Raises Locked and NoAccess."""
    return _section(section, read_texts(section, keys))


def open_sections(report: Report, keys: Keyring | None) -> list[OpenedSection]:
    """All sections of the report, in order. Raises Locked and NoAccess."""
    return [open_section(row, keys) for row in _rows(report)]


def open_explanations(report: Report, keys: Keyring | None) -> dict[str, str]:
    """The explanations of differences by the key of each. Raises Locked and NoAccess."""
    return {row.key: read_texts(row, keys)["text"] for row in report.explanations.all()}


def explanations_without_keys(report: Report) -> dict[str, str]:
    """The same as far as they can be read: a sealed one says that it is there."""
    sealed = _("There is a note on this that only the office can open.")
    return {row.key: sealed if row.sealed else read_texts(row, None)["text"] for row in report.explanations.all()}


def without_keys(report: Report) -> tuple[OpenedReport, list[OpenedSection]]:
    """The report as far as it can be read without keys, as on the command line: standing texts stay as they are."""
    if report.sealed:
        page = title_page_for(report.period, current_municipality(), report.language)
    else:
        page = read_texts(report, None)
    return _report(report, page, bool(report.sealed)), [_shut(row) for row in _rows(report)]


def _rows(report: Report) -> list[ReportSection]:
    return list(report.sections.order_by("order", "pk"))


def _report(report: Report, texts: dict[str, str], is_locked: bool = False) -> OpenedReport:
    shown = {"dated": ""} | texts
    treatment = treatment_from_json(report.treatment)
    return OpenedReport(
        report.pk, report.period, report.language, report.version, is_locked=is_locked, treatment=treatment, **shown
    )


def _section(row: ReportSection, texts: dict[str, str], is_locked: bool = False) -> OpenedSection:
    return OpenedSection(
        row.pk, row.key, row.level, row.numbered, row.included, row.version, texts["title"], texts["text"], is_locked
    )


def _shut(row: ReportSection) -> OpenedSection:
    if not row.sealed:
        return _section(row, read_texts(row, None))
    texts = {
        "title": row.title or _("Sealed section"),
        "text": row.text or _("The text is sealed and can only be read in an unlocked session."),
    }
    return _section(row, texts, is_locked=True)
