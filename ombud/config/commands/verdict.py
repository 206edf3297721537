"""`ombud verdict`: what stops an edition of a period, and why (R138, R190, R278)."""

import json
from argparse import Namespace
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from ombud.config.commands.choices import add_municipality, add_period
from ombud.config.commands.drafted import made
from ombud.config.commands.office import office
from ombud.config.commands.period import period_of

if TYPE_CHECKING:
    from ombud.reporting.verdict.verdict import Verdict


def add(commands: Any) -> None:
    parser = commands.add("verdict", run, _("say whether the numbers of a period's report can stand alone"))
    add_municipality(parser)
    add_period(parser)
    parser.add_argument("--json", action="store_true", help=_("print one JSON object"))


def run(options: Namespace) -> None:
    from ombud.reporting.drafts import in_language
    from ombud.reporting.verdict.verdict import judge

    first, last = period_of(options)
    language = options.language or "da"
    with office(options.municipality) as municipality:
        draft, titles = made(municipality, first, last, language)
        with in_language(language):
            found = judge(draft.released, draft.problems, translation, has_checked_names=False)
            if options.json:
                period = {"from": first.isoformat(), "to": last.isoformat()}
                whole = {"municipality": municipality.code, "period": period, **found.to_json(titles)}
                print(json.dumps(whole, ensure_ascii=False, indent=1))
            else:
                print(as_text(found, titles))


def as_text(found: "Verdict", titles: Mapping[str, str]) -> str:
    """The answer, then each question with its answer, what is said of it and every place to look at."""
    from ombud.core.report.problem import placed

    parts = [_("Can the numbers stand alone?") + "\n" + found.answer]
    for one in found.parts:
        lines = [one.title, f"  {one.answer}", *(f"  - {line}" for line in one.said)]
        for problem in one.problems:
            lines.append(f"  {'!' if problem.stops_publication else '?'} {placed(problem, titles, translation)}")
        parts.append("\n".join(lines))
    return "\n\n".join(parts)
