"""Every form is done once: what is sent again while the first is under way waits and gets the first one's answer."""

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from ombud.identity import submissions

WAIT = 10.0
"""Seconds a second sending waits for the first."""
PAUSE = 0.1


class EachFormOnce:
    """An answer that leads on means that the work was done; any other, that the form may be sent again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        submission = getattr(request, "submission", None)
        if submission is None:
            return response
        if isinstance(response, HttpResponseRedirect):
            submissions.finish(submission, address=response.url)
        else:
            submissions.give_up(submission)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """After the check of the form's origin, before the page does its work."""
        if request.method != "POST" or not request.user.is_authenticated:
            return None
        digest = submissions.digest_of(request)
        if digest is None:
            return None
        request.submission = submissions.begin(digest, person=str(request.user.pk))  # type: ignore[attr-defined]
        return None if request.submission else _answer_of_the_first(request, digest)  # type: ignore[attr-defined]


def _answer_of_the_first(request: HttpRequest, digest: str) -> HttpResponse:
    given_up_at = time.monotonic() + WAIT
    while time.monotonic() < given_up_at:
        address = submissions.answer_to(digest)
        if address:
            return HttpResponseRedirect(address)
        if address is None:
            break
        time.sleep(PAUSE)
    return render(request, "errors/in_progress.html", status=409)
