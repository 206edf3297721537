"""Questions about what a text claims: those that were answered are not asked again while their sentence stays."""

import hmac
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256

from ombud.core.prose.explaining import explanation
from ombud.core.prose.statement import Kind, Statement, Verdict
from ombud.core.report.problem import Area, Problem
from ombud.core.words import Words
from ombud.reporting.models import AnsweredQuestion, Report


@dataclass(frozen=True)
class Asked(Problem):
    """A claim that the counts cannot decide. ``quoted`` are its words, ``sentence`` where they stand: neither is
    stored. ``of_names``: it is about a name, not a count. ``is_answered``: somebody has said what it is about.
    """

    kind: str = ""
    quoted: str = field(default="", repr=False)
    sentence: str = field(default="", repr=False)
    is_answered: bool = False

    @property
    def of_names(self) -> bool:
        return self.kind in (Kind.NAME, Kind.MUNICIPALITY)

    @property
    def key(self) -> str:
        """What tells it from every other question of the report, for as long as the sentence stays as it is."""
        said = "\0".join((self.section, self.kind, self.quoted, self.sentence))
        return sha256(said.encode()).hexdigest()

    def digest(self, salt: bytes) -> str:
        """What is stored of it: HMAC-SHA256 in hexadecimal, keyed by the ``salt`` of the answer."""
        return hmac.new(salt, self.key.encode(), sha256).hexdigest()


def problem_of(claim: Statement, words: Words) -> Problem:
    """A claim as a place to look at; one that nothing is known for as a question."""
    said = explanation(claim, words)
    if claim.verdict is not Verdict.UNKNOWN:
        return Problem(claim.section, claim.line, said, claim.stops, Area.PROSE)
    return Asked(claim.section, claim.line, said, False, Area.PROSE, claim.kind, claim.text, claim.sentence)


def marked(report: Report, problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, with the questions that were answered marked so."""
    answers = list(AnsweredQuestion.objects.filter(report=report))
    return [
        replace(one, is_answered=answer_to(one, answers) is not None) if isinstance(one, Asked) else one
        for one in problems
    ]


def still_open(report: Report, problems: Iterable[Problem]) -> list[Problem]:
    """The problems without the questions that were answered."""
    return [one for one in marked(report, problems) if not (isinstance(one, Asked) and one.is_answered)]


def answer_to(question: Asked, answers: Iterable[AnsweredQuestion]) -> AnsweredQuestion | None:
    """The answer that was given to it; None where none was."""
    return next((one for one in answers if hmac.compare_digest(question.digest(bytes(one.salt)), one.digest)), None)
