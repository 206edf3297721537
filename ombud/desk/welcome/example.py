"""Beginning with the example: Albertslund with a reconstructed register, to look around in."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.welcome.making import make_and_serve
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.reporting.actions.examples import load_example

EXAMPLE = "0165"


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make the example municipality with its registers and go to its overview."""
    try:
        municipality = _make(request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("welcome")
    messages.success(request, _("The example is ready. Its dates, channels and types are drawn at random."))
    return redirect("overview", municipality.code)


@transaction.atomic
def _make(by: User) -> Municipality:
    municipality = make_and_serve(by=by, code=EXAMPLE)
    load_example(municipality=municipality, by=by)
    return municipality
