"""Beginning with a municipality that ships with the program."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.welcome.making import make_and_serve
from ombud.offices.queries.profiles import UnknownMunicipality


@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Make the chosen municipality and go to its set-up."""
    try:
        municipality = make_and_serve(by=request.user, code=request.POST.get("code", ""))  # type: ignore[arg-type]
    except (UnknownMunicipality, ValidationError) as error:
        text = error.messages[0] if isinstance(error, ValidationError) else str(error)
        messages.error(request, text)
        return redirect("welcome")
    messages.success(
        request, _("%(name)s is set up. Look it through and change what is not right.") % {"name": municipality}
    )
    return redirect("office-index", municipality.code)
