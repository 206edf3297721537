"""`ombud audit`: what anybody can work out from a table with holes (R138), without a database."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.core.auditing.audit import Audit


def add(commands: Any) -> None:
    explained = _("work out between which whole numbers each hidden count of a table must lie")
    parser = commands.add("audit", run, explained)
    parser.add_argument("system", metavar="SYSTEM.json", type=Path, help=_("cells, equations, suppressed, lower_bound"))
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))


def run(options: Namespace) -> None:
    found = _audit(options.system)
    if options.json:
        print(json.dumps({key: [one.low, one.high] for key, one in found.intervals.items()}, ensure_ascii=False))
    else:
        print(as_text(found))


def _audit(path: Path) -> "Audit":
    from ombud.core.auditing.audit import audit
    from ombud.core.auditing.reading import NotASystem, read_system
    from ombud.core.auditing.release import Contradiction

    try:
        return audit(read_system(path.read_bytes().decode("utf-8-sig"), translation))
    except UnicodeDecodeError:
        raise Refused(_("%(path)s: the file is not text in UTF-8.") % {"path": path}) from None
    except NotASystem as problem:
        raise Refused(f"{path}: {problem}") from None
    except Contradiction as problem:
        raise Refused(f"{path}: {problem.said(translation)}") from None


def as_text(found: "Audit") -> str:
    """One line for each hidden count; those that give somebody away say so."""
    if not found.intervals:
        return _("Nothing is hidden.")
    lines = []
    for key, one in found.intervals.items():
        if one.is_exact:
            text = _("%(name)s: exactly %(low)d") % {"name": key, "low": one.low}
        elif one.high is None:
            text = _("%(name)s: %(low)d or more") % {"name": key, "low": one.low}
        else:
            text = _("%(name)s: %(low)d to %(high)d") % {"name": key, "low": one.low, "high": one.high}
        lines.append(f"{text} – {_('gives somebody away')}" if key in found.refused else text)
    return "\n".join(lines)
