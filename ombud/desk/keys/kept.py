"""What was sent while the page was locked or the session had ended: shown, and sent to where it belonged."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.keys.opening import safe_next
from ombud.intake.actions import kept_forms as actions
from ombud.intake.queries.kept_forms import OpenedForm, kept_forms
from ombud.offices.models import Municipality

_NO_WORD = re.compile(r"^[\W\d_]*$|^[0-9a-f-]{32,36}$")
"""Days, numbers and keys: they are sent along, but nobody knows them again."""
_CHOICES = frozenset(("kind", "role", "preferred_contact", "form", "ground", "parts", "do"))
"""Fields whose values are codes: sent on as they are, but no words to be shown."""
SENT_ON = {
    "aggregates-correct", "appeals-correct", "appeals-new", "cases-consent", "cases-consent-new",
    "cases-consent-withdraw", "cases-disclose", "cases-document", "cases-document-new", "cases-new", "cases-note",
    "cases-note-new", "cases-party", "cases-party-new", "cases-rectification", "cases-rectify", "cases-relate",
    "cases-title", "definitions-correct", "definitions-new", "enquiries-contact", "enquiries-correct", "enquiries-new",
    "inbox-show", "reports-correct", "reports-new", "sections-correct", "sections-new", "tallies-add",
}  # fmt: skip
"""Pages that take what is written, to which one button sends it. A locked page is reached by whoever can log in as the
person, IT too: what was left there must not, by a press on a friendly button, give access, shut out or remove.
"""


@dataclass(frozen=True)
class Shown:
    """``texts`` is what somebody would know again; everything is sent, to a page that is ``sent_on``."""

    kept: OpenedForm
    municipality: str
    sent_on: bool
    texts: tuple[str, ...]

    @property
    def files(self) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self.kept.files for value in values]


def show(request: HttpRequest) -> HttpResponse:
    """Newest first. When none is left one goes on to where one wanted to go."""
    found = [_shown(kept) for kept in kept_forms(request.keys)]  # type: ignore[attr-defined]
    if not found:
        return redirect(safe_next(request))
    return render(request, "keys/kept.html", {"found": found, "next": safe_next(request)})


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """It is not wanted any more."""
    if actions.let_go(person=str(request.user.pk), name=request.POST.get("name", "")):
        messages.success(request, _("It is taken away."))
    return redirect("keys-kept")


def _shown(kept: OpenedForm) -> Shown:
    try:
        match = resolve(urlsplit(kept.address).path)
        code, page = str(match.kwargs.get("code", "")), match.view_name
    except (Resolver404, ValueError):
        code = page = ""
    texts = [
        value for name, values in kept.fields if name not in _CHOICES for value in values if not _NO_WORD.match(value)
    ]
    name = Municipality.objects.filter(code=code).values_list("name", flat=True).first()
    return Shown(kept, name or "", page in SENT_ON, tuple(texts))
