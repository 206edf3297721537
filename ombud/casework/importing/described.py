"""The columns an importer knows, for the page that explains them and the template to fill in."""

import csv
import io

from ombud.casework.importing.fields import Field


def template(fields: tuple[Field, ...]) -> bytes:
    """An empty csv file with the usual heading of every field, for a Danish spreadsheet program."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerow([field.headings[0] for field in fields])
    return text.getvalue().encode("utf-8-sig")
