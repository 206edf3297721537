"""`ombud log check` and `ombud log head`: whether the log is whole, and what to keep of it outside the machine."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ombud.config.commands.installation import make_ready
from ombud.config.commands.refusals import Refused

if TYPE_CHECKING:
    from ombud.audit.heads import Head
    from ombud.audit.queries.verify import Verdict


def add(commands: Any) -> None:
    parser = commands.add("log", run, _("check that the log is whole, or print its head"))
    parser.add_argument("what", choices=("check", "head"), help=_("what to do"))
    parser.add_argument(
        "--municipality", metavar=_("CODE"), help=_("official code; 165 and 0165 are the same; all unless stated")
    )
    parser.add_argument(
        "--against", type=Path, metavar=_("FILE"), help=_("heads kept outside the machine, such as a mail from it")
    )


def run(options: Namespace) -> None:
    make_ready()
    codes = _codes(options.municipality)
    if options.what == "head":
        from ombud.audit.heads import head_of

        for code in codes:
            print(head_of(code))
        return
    known = _known(options.against)
    broken = [code for code in codes if not _check(code, known)]
    if broken:
        raise Refused(_("The log is broken. Keep the database as it is and find out what happened."))


def _codes(given: str | None) -> list[str]:
    from ombud.audit.heads import heads

    there = [head.municipality for head in heads()]
    if given is None:
        return there
    wanted = given.strip().zfill(4)
    if wanted not in there:
        raise Refused(_("The log has no lines of a municipality with the code %(code)s.") % {"code": wanted})
    return [wanted]


def _known(file: Path | None) -> "list[Head]":
    from ombud.audit.heads import read_heads
    from ombud.audit.keeping import kept_heads

    if file is None:
        return kept_heads()
    if not file.is_file():
        raise Refused(_("There is no file %(file)s.") % {"file": file})
    found = read_heads(file.read_text(encoding="utf-8", errors="replace"))
    if not found:
        raise Refused(_("There is no head of a log in %(file)s.") % {"file": file})
    return found


def _check(code: str, known: "list[Head]") -> bool:
    from ombud.audit.queries.verify import verify

    verdict = verify(code, known=known)
    print(said(verdict, sum(head.municipality == code for head in known)))
    return verdict.is_whole


def said(verdict: "Verdict", known: int) -> str:
    """The verdict in a line or two. ``known`` is the number of heads it was held against."""
    place = verdict.municipality or _("without a municipality")
    if verdict.fault is not None:
        from ombud.audit.queries.verify import FAULTS

        return f"{place}: {FAULTS[verdict.fault] % {'position': verdict.position}}"
    whole = ngettext("%(count)d line, whole", "%(count)d lines, whole", verdict.lines) % {"count": verdict.lines}
    held = ngettext("held against %(count)d head kept outside", "held against %(count)d heads kept outside", known) % {
        "count": known
    }
    return f"{place}: {whole}; {held}\n  {verdict.head}"
