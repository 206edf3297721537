"""Whether the program says that a citizen has been here before; the municipality decides."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.case_files.tracing import recognise_citizens
from ombud.desk.request import DeskRequest


def recognise(request: DeskRequest) -> HttpResponse:
    """GET says what it is, POST switches it on or off."""
    if request.method == "POST":
        wanted = request.POST.get("wanted") == "yes"
        recognise_citizens(municipality=request.municipality, wanted=wanted, keys=request.keys, by=request.user)
        said = _("The program recognises citizens again.") if wanted else _("The program recognises nobody any more.")
        messages.success(request, said)
        return redirect("cases-recognise", request.municipality.code)
    return render(request, "cases/recognise.html")
