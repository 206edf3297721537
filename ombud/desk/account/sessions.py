"""Where one is logged in: what device, since when, from where; each can be ended."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ombud.desk.account.devices import device
from ombud.desk.request import DeskRequest
from ombud.identity.sessions import end_sessions, sessions_of


@dataclass(frozen=True)
class Session:
    """One line of the list."""

    pk: int
    device: str
    address: str
    began_at: datetime
    seen_at: datetime
    is_this: bool


class EndForm(forms.Form):
    session = forms.IntegerField(required=False)
    """The one to end; empty for all but this one."""


def show(request: DeskRequest) -> HttpResponse:
    """GET lists, POST ends. A session of somebody else is nobody's: nothing happens."""
    form = EndForm(request.POST)
    if request.method == "POST" and form.is_valid():
        only = form.cleaned_data["session"]
        ended = end_sessions(request.user, but=request.session.session_key, only=only)
        if ended:
            messages.success(request, _("Logged out there."))
        return redirect("account-sessions")
    key = request.session.session_key
    found = [
        Session(one.pk, device(one.user_agent), one.ip, one.created_at, one.last_seen_at, one.session_key == key)
        for one in sessions_of(request.user)
    ]
    return render(request, "account/sessions.html", {"sessions": found})
