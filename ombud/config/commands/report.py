"""`ombud report`: a period's report as web page, PDF, Word and Excel. All four files are written, or none."""

import os
import sys
import tempfile
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality, add_period
from ombud.config.commands.drafted import made
from ombud.config.commands.office import office
from ombud.config.commands.period import period_of
from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.core.report.tree import Document
    from ombud.offices.models import Municipality
    from ombud.privacy.keyring import Keyring


def add(commands: Any) -> None:
    parser = commands.add("report", run, _("write a period's report as web page, PDF, Word and Excel"))
    add_municipality(parser)
    add_period(parser)
    parser.add_argument("--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where to put the four files"))


def run(options: Namespace) -> None:
    first, last = period_of(options)
    if options.out.exists() and not options.out.is_dir():
        raise Refused(_("%(folder)s is not a folder.") % {"folder": options.out})
    with office(options.municipality) as municipality:
        for path in write_report(municipality, first, last, options.out, options.language or "da"):
            print(path)


def write_report(
    municipality: "Municipality", first: date, last: date, folder: Path, language: str, keys: "Keyring | None" = None
) -> list[Path]:
    """The four files of the draft on this period, or of the municipality's outline where there is no draft.

    Without ``keys`` the files of an office that seals its drafts hold standing texts and tables only, and say so.
    """
    from ombud.reporting import drafts

    document = _document(municipality, first, last, language, keys)
    files = drafts.write_files(document, translation)
    return put_files(folder, {f"{drafts.FILE_NAME}.{name}": content for name, content in files.items()})


def _document(
    municipality: "Municipality", first: date, last: date, language: str, keys: "Keyring | None"
) -> "Document":
    from ombud.core.report.problem import placed
    from ombud.reporting.own_texts import is_sealing

    found, titles = made(municipality, first, last, language, keys)
    for problem in found.problems:
        print(placed(problem, titles, translation), file=sys.stderr)
    return _marked(found.document) if keys is None and is_sealing() else found.document


def _marked(document: "Document") -> "Document":
    """Written without keys: nobody has looked for names in it, and the reader is told."""
    from ombud.reporting.drafts import in_language

    with in_language(document.language):
        caveat = _("Identities not checked: this file was written without the office's keys.")
    print(_("Identities not checked: the command line has no keys. Publish in an unlocked session."), file=sys.stderr)
    return replace(document, caveats=(*document.caveats, caveat))


def put_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write all files beside their places first, then move them there: a full disk leaves nothing half-written."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".ombud-") as beside:
        for name, content in files.items():
            (Path(beside) / name).write_bytes(content)
        for name in files:
            os.replace(Path(beside) / name, folder / name)
    return [folder / name for name in files]
