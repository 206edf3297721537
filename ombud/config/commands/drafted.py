"""A period's draft for the command line: the one that is written, or the municipality's outline where there is none."""

import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from ombud.offices.models import Municipality
    from ombud.privacy.keyring import Keyring
    from ombud.reporting.drafts import Made, TitlePage
    from ombud.reporting.models import Report


def made(
    municipality: "Municipality", first: date, last: date, language: str, keys: "Keyring | None" = None
) -> "tuple[Made, dict[str, str]]":
    """The draft on this period with all that is wrong with it, and the titles of its sections by key. Without ``keys``
    sealed texts are left out, and standard error says how many.
    """
    from ombud.reporting.drafts import in_language, make_draft
    from ombud.reporting.models import Report
    from ombud.reporting.queries.outlines import starting_outline
    from ombud.reporting.statistics import statistics_for

    known = Report.objects.filter(period__starts_on=first, period__ends_on=last, language=language)
    report: Report | None = known.order_by("-pk").first()
    with in_language(language):
        if report is not None:
            return _written(report, keys)
        outline = starting_outline(language, translation)
        counted = statistics_for(first, last, translation)
        found = make_draft(_new_page(municipality, first, last, language), outline, counted, translation)
        return found, {section.key: section.title for section in outline}


def _written(report: "Report", keys: "Keyring | None") -> "tuple[Made, dict[str, str]]":
    """Without keys as far as the draft can be read."""
    from ombud.reporting.asking import still_open
    from ombud.reporting.drafts import make_opened
    from ombud.reporting.queries.drafts import (
        explanations_without_keys,
        open_explanations,
        open_report,
        open_sections,
        without_keys,
    )

    if keys is not None:
        page, sections = open_report(report, keys), open_sections(report, keys)
        explanations = open_explanations(report, keys)
    else:
        page, sections = without_keys(report)
        explanations = explanations_without_keys(report)
    if locked := sum(section.is_locked for section in sections if section.included):
        print(_("Sealed sections whose text is left out: %(count)d.") % {"count": locked}, file=sys.stderr)
    titles = {section.key: section.title for section in sections}
    found = make_opened(page, sections, translation, explanations)
    return replace(found, problems=tuple(still_open(report, found.problems))), titles


def _new_page(municipality: "Municipality", first: date, last: date, language: str) -> "TitlePage":
    from ombud.offices.models import ReportingPeriod
    from ombud.reporting.drafts import TitlePage
    from ombud.reporting.queries.standing import title_page_for

    period = ReportingPeriod(starts_on=first, ends_on=last)
    return TitlePage(
        language=language,
        municipality=municipality.name,
        dated="",
        legal_basis=municipality.legal_basis,
        **title_page_for(period, municipality, language),
    )
