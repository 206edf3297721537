"""Pages for what went wrong: they say what happened, what was kept and what to do next."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from ombud.desk.keeping import keep_for_the_maker


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old to be trusted (CSRF). The way back is the page it stood on, on this site only."""
    # Whose page it was stands signed in the form: what was typed is sealed to them, whoever is logged in now.
    keep_for_the_maker(request)
    return render(request, "errors/form_expired.html", {"back": _came_from(request)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Rendered without the frame, which would ask the database that may just have failed."""
    return HttpResponse(render_to_string("errors/failed.html", _nonce(request)), status=500)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/forbidden.html", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return HttpResponse(render_to_string("errors/bad_request.html", _nonce(request)), status=400)


def _came_from(request: HttpRequest) -> str:
    try:
        origin = urlsplit(request.META.get("HTTP_REFERER", ""))
    except ValueError:  # such as "http://[": nobody's browser, and no reason to fail
        return reverse("home")
    # A path that begins with two slashes would lead to another site.
    is_ours = origin.netloc == request.get_host() and not origin.path.startswith("//")
    return origin.path if is_ours else reverse("home")


def _nonce(request: HttpRequest) -> dict[str, str]:
    return {"nonce": getattr(request, "csp_nonce", "")}
