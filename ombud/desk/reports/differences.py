"""The numbers of a draft that do not agree, each with the form for the note that explains it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ombud.core.report.problem import Problem
from ombud.desk.reports.forms import ExplainForm
from ombud.reporting.reconciling.differences import Unreconciled


@dataclass(frozen=True)
class ShownDifference:
    """``title`` is the heading of the section where the numbers stand."""

    problem: Unreconciled
    sentence: str
    title: str
    form: ExplainForm


def shown_differences(
    problems: Iterable[Problem], titles: Mapping[str, str], bound: ExplainForm | None = None
) -> list[ShownDifference]:
    """Those that stop publication first. ``bound`` is the form that was just sent, kept as it was typed."""
    found = [one for one in problems if isinstance(one, Unreconciled) and one.discrepancy is not None]
    found.sort(key=lambda one: not one.stops_publication)
    return [_shown(one, titles, bound) for one in found]


def others(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are no differences between numbers."""
    return [one for one in problems if not isinstance(one, Unreconciled)]


def find(problems: Iterable[Problem], key: str) -> Unreconciled | None:
    """The difference with this key; None when there is none any more."""
    return next((one for one in _with_discrepancy(problems) if _key(one) == key), None)


def _shown(one: Unreconciled, titles: Mapping[str, str], bound: ExplainForm | None) -> ShownDifference:
    key, sentence = _key(one), one.message.removesuffix(" ".join(one.causes)).rstrip()
    if bound is not None and bound.data.get("key") == key:
        form = bound
    else:
        text = one.explanation or " ".join(one.causes)
        form = ExplainForm(initial={"key": key, "text": text}, auto_id=f"difference-{key[:8]}-%s")
    return ShownDifference(one, sentence, titles.get(one.section, ""), form)


def _with_discrepancy(problems: Iterable[Problem]) -> Sequence[Unreconciled]:
    return [one for one in problems if isinstance(one, Unreconciled)]


def _key(one: Unreconciled) -> str:
    return one.discrepancy.key if one.discrepancy is not None else ""
