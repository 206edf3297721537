"""Publishing an edition that was frozen before."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ombud.desk.editions.show import show
from ombud.desk.identities import known_to
from ombud.desk.request import DeskRequest
from ombud.reporting.actions.editions import PublicationRefused
from ombud.reporting.actions.editions import publish as publish_edition
from ombud.reporting.models import Edition
from ombud.writers import WriteError


@require_POST
def publish(request: DeskRequest, pk: int) -> HttpResponse:
    """What stops it is told on the edition's page, at once: it may name headings, and a message would wait in the
    session in the clear.
    """
    edition = get_object_or_404(Edition, pk=pk)
    try:
        publish_edition(edition=edition, by=request.user, keys=request.keys, known=known_to(request))
        messages.success(request, _("The edition is published with its four files."))
    except PublicationRefused as refused:
        return show(request, pk, refused.messages)
    except ValidationError as error:
        for message in error.messages:
            messages.error(request, message)
    except WriteError as error:
        messages.error(request, str(error))
    return redirect("editions-show", request.municipality.code, pk)
