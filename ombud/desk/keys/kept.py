"""What was sent while the page was locked or the session had ended: shown, and sent to where it belonged."""

import re
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.keys.kept_pages import KeptPage, page_of
from ombud.desk.keys.opening import safe_next
from ombud.intake.actions import kept_forms as actions
from ombud.intake.queries.kept_forms import OpenedForm, kept_forms
from ombud.privacy.keyring import Keyring

_NO_WORD = re.compile(r"^[\W\d_]*$|^[0-9a-f-]{32,36}$")
"""Days, numbers and keys: they are sent along, but nobody knows them again."""
_CHOICES = frozenset(("kind", "role", "preferred_contact", "form", "ground", "parts", "do"))
"""Fields whose values are codes: sent on as they are, but no words to be shown."""


@dataclass(frozen=True)
class Shown:
    """``texts`` is what somebody would know again; everything is sent, where the ``page`` takes texts."""

    kept: OpenedForm
    page: KeptPage
    texts: tuple[str, ...]

    @property
    def files(self) -> list[tuple[str, str]]:
        return [(name, value) for name, values in self.kept.files for value in values]


def show(request: HttpRequest) -> HttpResponse:
    """Newest first. When none is left one goes on to where one wanted to go."""
    keys: Keyring = request.keys  # type: ignore[attr-defined]
    found = [_shown(kept, keys) for kept in kept_forms(keys)]
    if not found:
        return redirect(safe_next(request))
    return render(request, "keys/kept.html", {"found": found, "next": safe_next(request)})


@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """It is not wanted any more."""
    if actions.let_go(person=str(request.user.pk), name=request.POST.get("name", "")):
        messages.success(request, _("It is taken away."))
    return redirect("keys-kept")


def _shown(kept: OpenedForm, keys: Keyring) -> Shown:
    texts = [
        value for name, values in kept.fields if name not in _CHOICES for value in values if not _NO_WORD.match(value)
    ]
    return Shown(kept, page_of(kept.address, keys), tuple(texts))
