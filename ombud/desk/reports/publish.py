"""Is it ready? What stops publication, what will be printed with the numbers, and the two steps."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.shortcuts import render as render_page
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.identities.known import KnownIdentities
from ombud.core.report.problem import Problem
from ombud.desk.editions.show import show as show_edition
from ombud.desk.identities import known_to
from ombud.desk.reports.answer import asked_and_answered
from ombud.desk.reports.differences import others, shown_differences
from ombud.desk.reports.forms import ExplainForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.editions import PublicationRefused, freeze, why_not_publish
from ombud.reporting.actions.editions import publish as publish_edition
from ombud.reporting.asking import Asked
from ombud.reporting.drafts import outline, render_opened
from ombud.reporting.identities.check import Named, named_in_texts
from ombud.reporting.models import Edition, Report
from ombud.reporting.queries.drafts import open_explanations, open_report, open_sections
from ombud.reporting.statistics import statistics_for
from ombud.writers import WriteError
from ombud.writers.basis import difference_text


@dataclass(frozen=True)
class Place:
    """A problem with the heading of its section, and the words it is about where somebody is named."""

    message: str
    section: str
    title: str
    line: int
    words: Named | None = None
    question: Asked | None = None


def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """POST freezes, and publishes too when asked; a draft that must not be published is frozen by neither."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    if request.method == "POST":
        if request.POST.get("step") != "publish":
            return _freeze(request, report)
        known = known_to(request)
        if not _is_stopped(request, report, known):
            return _freeze(request, report, known)
        messages.error(request, why_not_publish() or _("It cannot be published before the places below are put right."))
        return page(request, report, known=known)
    return page(request, report)


def page(
    request: DeskRequest, report: Report, *, bound: ExplainForm | None = None, known: KnownIdentities | None = None
) -> HttpResponse:
    """All that stops publication or is worth a look. ``bound`` is the note that was just refused, ``known`` whom the
    cases know when that was read already.
    """
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    explanations = open_explanations(report, request.keys)
    document, found = render_opened(opened, sections, translation, explanations)
    named = named_in_texts(document, outline(sections), known or known_to(request), translation, explanations)
    problems = (*found, *named)
    titles = {section.key: section.title for section in sections}
    rest, answered = asked_and_answered(report, others(problems), titles)
    period = report.period
    unexplained = sum(1 for one in problems if one.stops_publication) - sum(1 for one in rest if one.stops_publication)
    counted = statistics_for(period.starts_on, period.ends_on, translation)
    language = translation.get_language() or "da"
    context = {
        "report": opened,
        "stopping": _places(titles, [one for one in rest if one.stops_publication]),
        "unlike": shown_differences(problems, titles, bound),
        "unexplained": unexplained,
        "form": bound,
        "why_not": why_not_publish(),
        "advice": _places(titles, [one for one in rest if not one.stops_publication]),
        "answered": answered,
        "page": "publish",
        "caveats": document.caveats,
        "differences": [difference_text(one, language, translation) for one in counted.differences],
    }
    return render_page(request, "reports/publish.html", context, status=422 if bound is not None else 200)


def _is_stopped(request: DeskRequest, report: Report, known: KnownIdentities) -> bool:
    """Without keeping anything: an edition that cannot be published is not frozen either."""
    if why_not_publish():
        return True
    sections, explanations = open_sections(report, request.keys), open_explanations(report, request.keys)
    document, found = render_opened(open_report(report, request.keys), sections, translation, explanations)
    named = named_in_texts(document, outline(sections), known, translation, explanations)
    return any(one.stops_publication for one in (*found, *named))


def _freeze(request: DeskRequest, report: Report, known: KnownIdentities | None = None) -> HttpResponse:
    """``known`` where it is to be published as well."""
    edition: Edition = freeze(report=report, by=request.user, keys=request.keys)
    messages.success(request, _("The numbers and texts are frozen as edition %(number)s.") % {"number": edition.number})
    if known is not None:
        try:
            publish_edition(edition=edition, by=request.user, keys=request.keys, known=known)
            messages.success(request, _("The edition is published with its four files."))
        except PublicationRefused as refused:
            return show_edition(request, edition.pk, refused.messages)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
        except WriteError as error:
            messages.error(request, str(error))
    return redirect("editions-show", request.municipality.code, edition.pk)


def _places(titles: dict[str, str], problems: list[Problem]) -> list[Place]:
    return [
        Place(
            one.message,
            one.section,
            titles.get(one.section, ""),
            one.line,
            one if isinstance(one, Named) and one.shown else None,
            one if isinstance(one, Asked) else None,
        )
        for one in problems
    ]
