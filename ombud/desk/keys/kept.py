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


@dataclass(frozen=True)
class Shown:
    """``texts`` is what somebody would know again; everything is sent."""

    kept: OpenedForm
    municipality: str
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
        code = str(resolve(urlsplit(kept.address).path).kwargs.get("code", ""))
    except (Resolver404, ValueError):
        code = ""
    texts = [value for _name, values in kept.fields for value in values if not _NO_WORD.match(value)]
    name = Municipality.objects.filter(code=code).values_list("name", flat=True).first()
    return Shown(kept, name or "", tuple(texts))
