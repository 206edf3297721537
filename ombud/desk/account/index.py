"""One's own account: what guards it, and where it is logged in."""

from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponse
from django.shortcuts import render

from ombud.desk.request import DeskRequest
from ombud.identity.second_factor import has_second_factor
from ombud.identity.sessions import sessions_of


def show(request: DeskRequest) -> HttpResponse:
    apps = get_adapter().list_apps(request)
    found = {
        "has_second_factor": has_second_factor(request.user),
        "passkeys": Authenticator.objects.filter(user=request.user, type=Authenticator.Type.WEBAUTHN).count(),
        "sessions": len(sessions_of(request.user)),
        "service": apps[0].name if apps else "",
        "connected": SocialAccount.objects.filter(
            user=request.user, provider__in=[app.provider_id for app in apps]
        ).exists(),
    }
    return render(request, "account/index.html", found)
