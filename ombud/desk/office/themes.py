"""The themes of one version as a tree."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from ombud.desk.office.nouns import NOUNS
from ombud.desk.office.rows import listing_of
from ombud.offices.models import Taxonomy


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Themes, subthemes and details with what they include."""
    version = get_object_or_404(Taxonomy.objects, pk=pk)
    noun = NOUNS["themes"]
    return render(
        request, "office/themes.html", {"noun": noun, "listing": listing_of(noun, pk, date.today()), "version": version}
    )
