"""The answer to a question about a text, given or taken back from the page where it is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.core.report.problem import Problem
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.questions import answer as answer_question
from ombud.reporting.actions.questions import ask_again
from ombud.reporting.asking import Asked, answer_to, marked
from ombud.reporting.drafts import render
from ombud.reporting.models import Report

PAGES = ("publish", "verdict")


@dataclass(frozen=True)
class Answered:
    """A question that was answered, with the heading of its section."""

    question: Asked
    title: str


@require_POST
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Back to the page it was asked on. A question that is gone needs no answer, and that is said: so is one that the
    counts have an answer to by now.
    """
    report = get_object_or_404(Report.objects.select_related("period"), pk=pk)
    page = request.POST.get("page", "")
    name = f"reports-{page if page in PAGES else PAGES[0]}"
    there = redirect(reverse(name, args=[request.municipality.code, pk]) + "#questions")
    question = _find(request, report, request.POST.get("key", ""))
    if question is None:
        messages.warning(request, _("The text or the numbers have changed: this question is no longer there."))
    elif request.POST.get("step") == "withdraw":
        row = answer_to(question, report.answered.all())
        if row is not None:
            ask_again(answered=row, by=request.user)
            messages.success(request, _("The answer is taken back."))
    else:
        answer_question(report=report, question=question, by=request.user)
        messages.success(request, _("It is not asked about again while the sentence stays as it is."))
    return there


def asked_and_answered(
    report: Report, problems: Iterable[Problem], titles: Mapping[str, str]
) -> tuple[list[Problem], list[Answered]]:
    """The problems that are left, and the questions that were answered."""
    left: list[Problem] = []
    answered: list[Answered] = []
    for one in marked(report, problems):
        if isinstance(one, Asked) and one.is_answered:
            answered.append(Answered(one, titles.get(one.section, "")))
        else:
            left.append(one)
    return left, answered


def _find(request: DeskRequest, report: Report, key: str) -> Asked | None:
    _document, problems = render(report, translation, request.keys)
    return next((one for one in problems if isinstance(one, Asked) and one.key == key), None)
