"""The first page of a municipality."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def show(request: HttpRequest) -> HttpResponse:
    """What there is, what is missing, and the quick ways on."""
    return render(request, "overview/show.html")
