"""To the provider and back. Where none is configured, neither address exists."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET
from requests import RequestException

from ombud.identity.single_sign_on.accounts import refused
from ombud.identity.single_sign_on.provider import Exchange, SingleSignOn


@login_not_required
@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Only from a page of this site, or typed: another site cannot begin a log-in here."""
    provider = _provider(request)
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        return HttpResponseRedirect(reverse("account_login"))
    try:
        answer: HttpResponse = provider.redirect_from_request(request)
    except ImmediateHttpResponse as found:
        answer = found.response
    except (OAuth2Error, RequestException, ValueError):
        return refused(request, "failed")
    return answer


@login_not_required
@require_GET
def back(request: HttpRequest) -> HttpResponse:
    """The provider's answer."""
    provider = _provider(request)
    try:
        view = _Return.adapter_view(Exchange(request, provider.sub_id))
        answer: HttpResponse = view(request)
    except (OAuth2Error, RequestException, ValueError):
        return refused(request, "failed")
    return answer


class _Return(OAuth2CallbackView):  # type: ignore[misc]
    def _get_state(self, request: HttpRequest, provider: SingleSignOn) -> tuple[Any, Any]:
        """The state works once; the nonce that was sent with it goes to who checks the token."""
        state, answer = super()._get_state(request, provider)
        self.adapter.nonce = (state or {}).get("nonce", "")
        return state, answer


def _provider(request: HttpRequest) -> SingleSignOn:
    try:
        found: SingleSignOn = get_adapter().get_provider(request, "openid_connect")
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return found
