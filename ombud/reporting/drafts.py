"""A report or an edition to the numbered tree that every writer reads, and to files."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.utils import translation

from ombud.core.report.numbering import resolve
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Problem
from ombud.core.report.tree import Document
from ombud.core.words import Words
from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.keyring import Keyring
from ombud.reporting.frozen_texts import content_of
from ombud.reporting.models import Edition, Report, WordTemplate
from ombud.reporting.queries.drafts import (
    OpenedReport,
    OpenedSection,
    open_explanations,
    open_report,
    open_sections,
)
from ombud.reporting.reconciling.before import told_before
from ombud.reporting.reconciling.differences import NOTHING_DIFFERS, Reconciled, reconcile_report, with_notes
from ombud.reporting.reconciling.kept import before_from_json
from ombud.reporting.reconciling.questions import meanings_now
from ombud.reporting.releases.making import frozen_release, release_of_draft
from ombud.reporting.releases.problems import release_problems
from ombud.reporting.releases.released import Released
from ombud.reporting.statistics import Statistics, statistics_for
from ombud.reporting.verdict.annex import annex_parts, prints_annex, with_annex
from ombud.reporting.verdict.verdict import judge
from ombud.writers import WRITERS

FORMATS = ("html", "pdf", "docx", "xlsx")
FILE_NAME = "aarsberetning"


@dataclass(frozen=True)
class TitlePage:
    """What stands on the title page (R7, R253)."""

    title: str
    subtitle: str
    language: str
    municipality: str
    author: str
    place: str
    dated: str
    legal_basis: str


@dataclass(frozen=True)
class Made:
    """A document with all that is wrong with it, the release it prints and what was compared in it."""

    document: Document
    problems: tuple[Problem, ...]
    released: Released
    reconciled: Reconciled


def render(thing: Report | Edition, words: Words, keys: Keyring | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document in the report's own language, and what is wrong with it. A report is counted anew; an edition is
    made from what was frozen and from nothing else. ``words`` must follow Django's language, as its own module does.

    Raises Locked and NoAccess where texts are sealed and ``keys`` do not open them.
    """
    if isinstance(thing, Edition):
        return render_frozen(content_of(thing, keys), words, edition=thing)
    explanations = open_explanations(thing, keys)
    return render_opened(open_report(thing, keys), open_sections(thing, keys), words, explanations)


def render_opened(
    report: OpenedReport, sections: Iterable[OpenedSection], words: Words, explanations: Mapping[str, str] | None = None
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a draft whose texts are opened. ``explanations`` are the notes on its differences, by key."""
    made = make_opened(report, sections, words, explanations)
    return made.document, made.problems


def make_opened(
    report: OpenedReport, sections: Iterable[OpenedSection], words: Words, explanations: Mapping[str, str] | None = None
) -> Made:
    """The same with all that it rests on."""
    with in_language(report.language):
        period = report.period
        counted = statistics_for(period.starts_on, period.ends_on, words, report.treatment)
        chosen, rounding = outline(sections), report.treatment.rounding
        return make_draft(title_page(report), chosen, counted, words, rounding=rounding, explanations=explanations)


def make_draft(
    page: TitlePage,
    sections: Sequence[OutlineSection],
    counted: Statistics,
    words: Words,
    *,
    rounding: int = 0,
    explanations: Mapping[str, str] | None = None,
) -> Made:
    """The draft of a title page and sections on these statistics, in Django's language of now."""
    released = release_of_draft(counted, sections, words, rounding)
    before = told_before(released.true, words)
    reconciled = reconcile_report(
        released.true, sections, words, before=before, explanations=explanations, meanings=meanings_now(words)
    )
    document, problems = render_draft(page, sections, released, words, reconciled=reconciled)
    if prints_annex(released):
        parts = judge(released, problems, words, has_checked_names=False).parts
        document = with_annex(document, annex_parts(parts), words)
    return Made(document, problems, released, reconciled)


def render_frozen(
    data: Mapping[str, Any], words: Words, edition: Edition | None = None, *, tried: bool = False
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of frozen content; not a draft once the edition is published. ``tried``: with the problems of its
    release beside all that was published before it.
    """
    made = make_frozen(data, words, edition, tried=tried)
    return made.document, made.problems


def make_frozen(data: Mapping[str, Any], words: Words, edition: Edition | None = None, *, tried: bool = False) -> Made:
    """The same with all that it rests on."""
    page = TitlePage(**data["title_page"])
    with in_language(page.language):
        sections = [OutlineSection(**one) for one in data["outline"]]
        released = frozen_release(data, words, edition, tried=tried)
        before, notes = before_from_json(data.get("before")), data.get("explanations", {})
        reconciled = reconcile_report(released.true, sections, words, before=before, explanations=notes)
        document, problems = render_draft(page, sections, released, words, tried=tried, reconciled=reconciled)
        number = "" if edition is None else words.gettext("Edition %(number)d") % {"number": edition.number}
        is_draft = edition is None or edition.published_at is None
        document = replace(document, is_draft=is_draft, edition=number)
        if not is_draft and (annex := data.get("annex")):
            document = with_annex(document, annex, words)
        return Made(document, problems, released, reconciled)


def render_draft(
    page: TitlePage,
    sections: Sequence[OutlineSection],
    released: Released,
    words: Words,
    *,
    tried: bool = True,
    reconciled: Reconciled = NOTHING_DIFFERS,
) -> tuple[Document, tuple[Problem, ...]]:
    """The document of a title page, sections and what may be printed of the statistics, marked as a draft."""
    counted = with_notes(released.statistics, reconciled.notes)
    cover = Document(
        **vars(page),
        period_from=counted.period.first,
        period_to=counted.period.last,
        sections=(),
        caveats=counted.caveats,
        is_draft=True,
    )
    shown = {name: figure for name, figure in counted.figures.items() if name not in counted.hidden}
    chosen = [replace(one, text=without_figures(one.text, counted.hidden)) for one in sections]
    document, problems = resolve(chosen, counted.tables, shown, counted.numbers, words, cover=cover)
    faults = (Problem("", 0, fault) for fault in counted.faults)
    protection = release_problems(released, words) if tried else ()
    return document, (*problems, *faults, *protection, *reconciled.problems, *reconciled.questions)


def without_figures(text: str, names: Iterable[str]) -> str:
    """The text without the insertions of figures left out by choice (R242); lines keep their numbers."""
    for name in names:
        pattern = rf"(?mi)^[ \t]*\{{\s*(?:figur|figure)\s*:\s*{re.escape(name)}\s*\}}[ \t]*$"
        text = re.sub(pattern, "", text)
    return text


def title_page(report: OpenedReport) -> TitlePage:
    """The title page as the report has it now."""
    municipality = current_municipality()
    return TitlePage(
        report.title,
        report.subtitle,
        report.language,
        municipality.name,
        report.author,
        report.place,
        report.dated,
        municipality.legal_basis,
    )


def outline(sections: Iterable[OpenedSection]) -> tuple[OutlineSection, ...]:
    """The sections that are part of the report."""
    return tuple(section.in_outline() for section in sections if section.included)


def write_files(
    document: Document, words: Words, formats: Sequence[str] = FORMATS, template: bytes | None = None
) -> dict[str, bytes]:
    """The document in each format. Word uses ``template``, else the municipality's own one. Raises WriteError."""
    options: dict[str, dict[str, Any]] = {"docx": {"template": template or word_template()}}
    with in_language(document.language):
        return {name: WRITERS[name](document, words=words, **options.get(name, {})) for name in formats}


def word_template() -> bytes | None:
    """The municipality's own Word template; None where it has none."""
    stored = WordTemplate.objects.first()
    return bytes(stored.content) if stored else None


@contextmanager
def in_language(language: str) -> Iterator[None]:
    """Django's language for as long as the block lasts."""
    with translation.override(language):
        yield
