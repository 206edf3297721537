"""Is it ready? What stops publication, what will be printed with the numbers, and the two steps."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.shortcuts import render as render_page
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.core.report.problem import Problem
from ombud.desk.editions.show import show as show_edition
from ombud.desk.reports.differences import others, shown_differences
from ombud.desk.reports.forms import ExplainForm
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.editions import PublicationRefused, freeze, why_not_publish
from ombud.reporting.actions.editions import publish as publish_edition
from ombud.reporting.drafts import render, render_opened
from ombud.reporting.models import Edition, Report
from ombud.reporting.queries.drafts import open_explanations, open_report, open_sections
from ombud.reporting.statistics import statistics_for
from ombud.writers import WriteError
from ombud.writers.basis import difference_text


@dataclass(frozen=True)
class Place:
    """A problem with the heading of its section."""

    message: str
    section: str
    title: str
    line: int


def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """POST freezes, and publishes too when asked; a draft that must not be published is frozen by neither."""
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    if request.method == "POST":
        wants_publication = request.POST.get("step") == "publish"
        if not (wants_publication and _is_stopped(request, report)):
            return _freeze(request, report, wants_publication)
        messages.error(request, why_not_publish() or _("It cannot be published before the places below are put right."))
    return page(request, report)


def page(request: DeskRequest, report: Report, *, bound: ExplainForm | None = None) -> HttpResponse:
    """All that stops publication or is worth a look. ``bound`` is the note that was just refused."""
    opened, sections = open_report(report, request.keys), open_sections(report, request.keys)
    document, problems = render_opened(opened, sections, translation, open_explanations(report, request.keys))
    titles = {section.key: section.title for section in sections}
    period, rest = report.period, others(problems)
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
        "caveats": document.caveats,
        "differences": [difference_text(one, language, translation) for one in counted.differences],
    }
    return render_page(request, "reports/publish.html", context, status=422 if bound is not None else 200)


def _is_stopped(request: DeskRequest, report: Report) -> bool:
    _document, problems = render(report, translation, request.keys)
    return bool(why_not_publish()) or any(one.stops_publication for one in problems)


def _freeze(request: DeskRequest, report: Report, wants_publication: bool) -> HttpResponse:
    edition: Edition = freeze(report=report, by=request.user, keys=request.keys)
    messages.success(request, _("The numbers and texts are frozen as edition %(number)s.") % {"number": edition.number})
    if wants_publication:
        try:
            publish_edition(edition=edition, by=request.user, keys=request.keys)
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
    return [Place(one.message, one.section, titles.get(one.section, ""), one.line) for one in problems]
