"""Giving somebody a role, with an account where there is none."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.members.forms import MemberForm
from ombud.desk.members.handing import handed
from ombud.desk.office.forms import attempt
from ombud.desk.request import DeskRequest
from ombud.identity.actions import log_in_link
from ombud.offices.actions.people import take_in


def new(request: DeskRequest) -> HttpResponse:
    """GET shows the form, POST gives the role. What a new person logs in with is shown once, on the answer itself."""
    form = MemberForm(request.POST or None, initial={"starts_on": date.today()})
    if request.method == "POST" and form.is_valid():
        taken = attempt(form, lambda: take_in(**form.cleaned_data, municipality=request.municipality, by=request.user))
        if taken is not None and taken.made:
            return handed(request, taken.membership, log_in_link(user=taken.membership.user))
        if taken is not None:
            told = {"name": taken.membership.user.name, "role": taken.membership.get_role_display()}
            messages.success(request, _("%(name)s has the role %(role)s.") % told)
            return redirect("members-list", request.municipality.code)
    return render(request, "members/new.html", {"form": form}, status=422 if form.errors else 200)
