"""`ombud import registrations|appeals|aggregates FILE`: the same import as on the pages, from the command line."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any, TextIO

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality
from ombud.config.commands.office import office
from ombud.config.commands.progress import ProgressLine
from ombud.config.commands.refusals import Refused

KINDS = ("registrations", "appeals", "aggregates")
SHOWN_PROBLEMS = 50


def add(commands: Any) -> None:
    parser = commands.add("import", run, _("read registrations, appeal decisions or published figures from a file"))
    parser.add_argument("kind", choices=KINDS, help=_("what the file holds"))
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("csv, xlsx, ods or xls"))
    add_municipality(parser)
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would be new, changed and refused"))


def run(options: Namespace) -> None:
    if not options.file.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": options.file})
    with office(options.municipality):
        _import(options)


def _import(options: Namespace) -> None:
    from ombud.casework.actions import imports
    from ombud.casework.models import ImportRun
    from ombud.reporting.importing import importer_of

    with options.file.open("rb") as content:
        run = imports.start(content=content, file_name=options.file.name, kind=options.kind, by=None)
    run = imports.read(run=run, importer=importer_of(options.kind), progress=ProgressLine(_("Reading")))
    is_refused = run.state != ImportRun.State.READY
    _say(run.plan, sys.stderr if is_refused else sys.stdout)
    if is_refused or options.dry_run:
        imports.drop(run=run, by=None)
    if is_refused:
        raise Refused(_("Nothing was imported from %(file)s.") % {"file": options.file.name})
    if options.dry_run:
        print(_("Nothing was written."))
        return
    imports.apply(run=run, importer=importer_of(options.kind), by=None, progress=ProgressLine(_("Writing")))


def _say(plan: dict[str, Any], out: TextIO) -> None:
    problems = plan.get("problems", [])
    for problem in problems[:SHOWN_PROBLEMS]:
        print(_line(problem), file=out)
    if len(problems) > SHOWN_PROBLEMS:
        print(_("and %(count)d more") % {"count": len(problems) - SHOWN_PROBLEMS}, file=out)
    counts = plan.get("counts", {})
    if counts:
        print(", ".join(f"{label}: {counts.get(key, 0)}" for key, label in _labels().items()), file=out)


def _line(problem: dict[str, Any]) -> str:
    """Place, message and the nearest names in one line."""
    from ombud.readers import Place

    where = Place(problem.get("sheet") or "", problem.get("row"), problem.get("column")).said(translation)
    line = f"{where}: {problem['message']}" if where else str(problem["message"])
    nearest = ", ".join(one["name"] for one in problem.get("suggestions", []))
    return f"{line} ({nearest}?)" if nearest and nearest not in line else line


def _labels() -> dict[str, str]:
    return {
        "new": _("new"),
        "changed": _("changed"),
        "unchanged": _("unchanged"),
        "refused": _("refused"),
        "kept_by_hand": _("kept as corrected by hand"),
    }
