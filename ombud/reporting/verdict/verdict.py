"""The whole verdict of a draft or an edition: do the numbers agree, may they be compared, are they harmless, do the
texts say the same, can anybody be recognised, is the report whole?
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ombud.core.prose.statement import Verdict as Claimed
from ombud.core.report.problem import Area, Problem
from ombud.core.statistics.concluded import concluded
from ombud.core.words import Words
from ombud.reporting.releases.released import Released
from ombud.reporting.verdict.harmless import harmless


class Question(StrEnum):
    RECONCILED = "reconciled"
    COMPARED = "compared"
    HARMLESS = "harmless"
    PROSE = "prose"
    IDENTITY = "identity"
    FORM = "form"


@dataclass(frozen=True)
class Part:
    """One question with its answer. ``said`` may be printed for everybody, ``problems`` are for the office."""

    question: Question
    title: str
    answer: str
    said: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def stops(self) -> bool:
        return any(one.stops_publication for one in self.problems)

    @property
    def asks(self) -> bool:
        """Whether there is something to look at that stops nothing."""
        return bool(self.problems) and not self.stops


@dataclass(frozen=True)
class Verdict:
    """The parts in the order of the questions. ``answer`` is one sentence on the whole."""

    answer: str
    parts: tuple[Part, ...]

    @property
    def stops(self) -> bool:
        return any(one.stops for one in self.parts)

    def to_json(self, titles: Mapping[str, str]) -> dict[str, Any]:
        """Plain JSON; ``titles`` are the sections' by key."""
        return {
            "stands": not self.stops,
            "answer": self.answer,
            "parts": [
                {
                    "question": one.question.value,
                    "title": one.title,
                    "answer": one.answer,
                    "said": list(one.said),
                    "stops": one.stops,
                    "problems": [_problem(problem, titles) for problem in one.problems],
                }
                for one in self.parts
            ],
        }


def judge(released: Released, problems: Iterable[Problem], words: Words, *, has_checked_names: bool) -> Verdict:
    """The verdict on what is printed. ``has_checked_names``: the texts were searched for everybody the office knows."""
    of: dict[Area, list[Problem]] = {area: [] for area in Area}
    for problem in problems:
        of[problem.area].append(problem)
    parts = (
        _reconciled(released, of[Area.RECONCILED], words),
        _compared(released, words),
        _harmless(released, of[Area.HARMLESS], words),
        _prose(released, of[Area.PROSE], words),
        _identity(of[Area.IDENTITY], words, has_checked_names),
        _form(of[Area.FORM], words),
    )
    return Verdict(_answer(parts, words), parts)


def _answer(parts: Sequence[Part], words: Words) -> str:
    stopping = sum(problem.stops_publication for part in parts for problem in part.problems)
    if stopping:
        text = words.ngettext(
            "Not yet: %(number)d place stops publication.", "Not yet: %(number)d places stop publication.", stopping
        )
        return text % {"number": stopping}
    asked = sum(len(part.problems) for part in parts)
    if asked:
        text = words.ngettext(
            "Yes, with %(number)d place worth a look.", "Yes, with %(number)d places worth a look.", asked
        )
        return text % {"number": asked}
    return words.gettext("Yes, the numbers can stand alone.")


def _reconciled(released: Released, problems: Sequence[Problem], words: Words) -> Part:
    title = words.gettext("Do the numbers agree?")
    sums = len(released.release.system.relations)
    text = words.ngettext(
        "%(number)d sum of the printed numbers is compared with its total.",
        "%(number)d sums of the printed numbers are compared with their totals.",
        sums,
    )
    said = text % {"number": sums}
    found = sum(one.stops_publication for one in problems)
    answer = words.ngettext(
        "%(number)d difference is not explained.", "%(number)d differences are not explained.", found
    )
    answer = (
        answer % {"number": found}
        if found
        else words.gettext("All parts make their totals, or the report says why not.")
    )
    return Part(Question.RECONCILED, title, answer, (said,), tuple(problems))


def _compared(released: Released, words: Words) -> Part:
    title = words.gettext("What can be concluded from a comparison?")
    said = tuple(
        f"{table.caption}: {line}" for table in released.statistics.tables.values() for line in concluded(table, words)
    )
    answer = (
        words.gettext("Each comparison is printed with what it can carry.")
        if said
        else words.gettext("The report compares no periods.")
    )
    return Part(Question.COMPARED, title, answer, said)


def _harmless(released: Released, problems: Sequence[Problem], words: Words) -> Part:
    answer, said = harmless(released, words)
    if any(one.stops_publication for one in problems):
        answer = words.gettext("No: a reader can work out small numbers that are not printed.")
    return Part(Question.HARMLESS, words.gettext("Are the numbers harmless?"), answer, said, tuple(problems))


def _prose(released: Released, problems: Sequence[Problem], words: Words) -> Part:
    title = words.gettext("Do the texts say what the numbers say?")
    true = sum(one.verdict in (Claimed.TRUE, Claimed.TRUE_WITH, Claimed.SMALL) for one in released.claims)
    text = words.ngettext(
        "%(number)d statement about numbers is found in the texts and agrees with the counts.",
        "%(number)d statements about numbers are found in the texts and agree with the counts.",
        true,
    )
    wrong = sum(one.stops_publication for one in problems)
    answer = words.ngettext(
        "%(number)d statement is wrong or tells a hidden number.",
        "%(number)d statements are wrong or tell hidden numbers.",
        wrong,
    )
    answer = answer % {"number": wrong} if wrong else words.gettext("Nothing in the texts is against the counts.")
    return Part(Question.PROSE, title, answer, (text % {"number": true},) if true else (), tuple(problems))


def _identity(problems: Sequence[Problem], words: Words, has_checked: bool) -> Part:
    title = words.gettext("Can anybody be recognised in the texts?")
    if not has_checked:
        answer = words.gettext("Not checked: names are looked for in an unlocked session.")
    elif problems:
        answer = words.gettext("There are places to look at.")
    else:
        answer = words.gettext("No name, number or address that the office knows is found in the texts.")
    return Part(Question.IDENTITY, title, answer, (), tuple(problems))


def _form(problems: Sequence[Problem], words: Words) -> Part:
    title = words.gettext("Is the report whole?")
    answer = (
        words.gettext("There are places to look at.")
        if problems
        else words.gettext("Every reference leads somewhere and every table and figure is numbered once.")
    )
    return Part(Question.FORM, title, answer, (), tuple(problems))


def _problem(one: Problem, titles: Mapping[str, str]) -> dict[str, Any]:
    return {
        "section": titles.get(one.section, ""),
        "line": one.line,
        "message": one.message,
        "stops": one.stops_publication,
    }
