"""A form that is sent twice is done once: a double click, a reload, an impatient second try."""

import hashlib
import hmac
import json
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils import timezone

from ombud.identity.models import Submission

FIELD = "once"
"""The name of the hidden field that every form carries."""
KEPT = timedelta(days=1)


def digest_of(request: HttpRequest) -> str | None:
    """What tells this sending from every other: who, where, and every field, under the form's own token.

    None when the form carries no token. The token is not stored, so the digest says nothing of the fields.
    """
    token = request.POST.get(FIELD, "")
    if not token:
        return None
    fields = sorted((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    files = [(name, [(file.name, file.size) for file in found]) for name, found in request.FILES.lists()]
    said = json.dumps([str(request.user.pk), request.path, fields, files])
    return hmac.new(token.encode(), said.encode(), hashlib.sha256).hexdigest()


def begin(digest: str, *, person: str) -> Submission | None:
    """Take the sending in hand; None when somebody has it in hand already or is done with it."""
    Submission.objects.filter(person=person, made_at__lt=timezone.now() - KEPT).delete()
    try:
        with transaction.atomic():
            return Submission.objects.create(digest=digest, person=person)
    except IntegrityError:
        return None


def answer_to(digest: str) -> str | None:
    """Where the first sending led; empty while it is being done, None when it was given up."""
    return Submission.objects.filter(digest=digest).values_list("address", flat=True).first()


def finish(submission: Submission, *, address: str) -> None:
    """The work is done and the answer leads to ``address``; a later sending of the same is led there too."""
    Submission.objects.filter(pk=submission.pk).update(address=address[:500])


def give_up(submission: Submission) -> None:
    """Nothing was done: the same form may be sent again."""
    submission.delete()
