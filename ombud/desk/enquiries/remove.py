"""Taking an enquiry out of the register, after a page that says what goes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ombud.casework.actions.enquiries import remove as remove_enquiry
from ombud.casework.models import Enquiry
from ombud.desk.request import DeskRequest


def remove(request: DeskRequest, pk: int) -> HttpResponse:
    """GET asks, POST removes."""
    enquiry = get_object_or_404(Enquiry.objects, pk=pk)
    context = {"enquiry": enquiry, "matters": enquiry.matters.count()}
    if request.method != "POST":
        return render(request, "enquiries/remove.html", context)
    number = str(enquiry)
    try:
        remove_enquiry(enquiry=enquiry, by=request.user)
    except ValidationError as refused:
        return render(request, "enquiries/remove.html", context | {"reason": refused.messages[0]}, status=422)
    messages.success(request, _("%(number)s is taken out of the register.") % {"number": number})
    return redirect("enquiries-list", request.municipality.code)
