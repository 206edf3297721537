"""Explaining a difference in a note that is printed with the numbers, and taking the note back (R278, R281)."""

import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.keyring import Keyring
from ombud.reporting.logged import logged_texts
from ombud.reporting.models import Explanation, Report
from ombud.reporting.own_texts import put_texts, read_texts
from ombud.reporting.queries.standing import NOTHING

LONGEST_NOTE = 1000
_KEY = re.compile(r"[0-9a-f]{32}")


def why_not_explain(key: str, text: str) -> str:
    """Why the text cannot be the note of a difference; "" when it can."""
    if not _KEY.fullmatch(key):
        return _("There is no such difference.")
    if not text.strip():
        return _("Write what the readers must know of the difference.")
    if len(text) > LONGEST_NOTE:
        return _("A note is at most %(most)d characters long.") % {"most": LONGEST_NOTE}
    return ""


@transaction.atomic
def explain(*, report: Report, key: str, text: str, by: User | None, keys: Keyring | None = None) -> Explanation:
    """Write the note of the difference ``key`` (``Discrepancy.key``). Raises ValidationError, Locked and NoAccess."""
    if reason := why_not_explain(key, text):
        raise ValidationError({"text": reason})
    current = Report.objects.select_for_update().get(pk=report.pk)
    row = current.explanations.filter(key=key).first() or Explanation(report=current, key=key)
    before = read_texts(row, keys)
    after = {"text": " ".join(text.split())}
    row.by = by
    put_texts(row, after, NOTHING, keys)
    row.save()
    _record("explanation.put", row, by, before["text"], after["text"])
    return row


@transaction.atomic
def withdraw(*, explanation: Explanation, by: User | None, keys: Keyring | None = None) -> None:
    """Take the note away: the difference stops publication again. Raises Locked and NoAccess."""
    _record("explanation.removed", explanation, by, read_texts(explanation, keys)["text"], "")
    explanation.delete()


def _record(action: str, row: Explanation, by: User | None, before: str, after: str) -> None:
    changes = logged_texts({"text": before}, {"text": after}, NOTHING)
    record(action, row, by=by, municipality=current_municipality().code, label=str(row.report), changes=changes)
