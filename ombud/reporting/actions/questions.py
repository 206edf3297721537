"""Answering a question about a text with "it is about something else", and taking the answer back (R284)."""

from django.db import transaction

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.asking import Asked, answer_to
from ombud.reporting.models import AnsweredQuestion, Report


@transaction.atomic
def answer(*, report: Report, question: Asked, by: User | None) -> AnsweredQuestion:
    """The question is not asked again as long as its sentence stays. What is false is no question (``Asked``)."""
    current = Report.objects.select_for_update().get(pk=report.pk)
    known = answer_to(question, current.answered.all())
    if known is not None:
        return known
    row = AnsweredQuestion(report=current, by=by)
    row.digest = question.digest(bytes(row.salt))
    row.save()
    _record("question.answered", row, by)
    return row


@transaction.atomic
def ask_again(*, answered: AnsweredQuestion, by: User | None) -> None:
    """Take the answer back."""
    _record("question.reopened", answered, by)
    answered.delete()


def _record(action: str, row: AnsweredQuestion, by: User | None) -> None:
    """Without the digest: the log is kept longer than the draft."""
    record(action, row, by=by, municipality=current_municipality().code, label=str(row.report))
