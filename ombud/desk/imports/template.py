"""An empty csv file with the headings the import knows."""

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse

from ombud.desk.files import as_download
from ombud.reporting.importing import IMPORTERS, importer_of


def template(request: HttpRequest, kind: str) -> HttpResponse:
    """Semicolons and a byte order mark: what a Danish spreadsheet program opens without asking."""
    if kind not in IMPORTERS:
        raise Http404
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow(
        [field.headings[0] for field in importer_of(kind).fields]
    )
    return as_download(text.getvalue().encode("utf-8-sig"), "csv", f"{kind}.csv")
