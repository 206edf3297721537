from ombud.reporting.models.aggregate import Aggregate
from ombud.reporting.models.answered_question import AnsweredQuestion
from ombud.reporting.models.definition import Definition
from ombud.reporting.models.edition import Edition, EditionFile
from ombud.reporting.models.explanation import Explanation
from ombud.reporting.models.outline import StartingOutline
from ombud.reporting.models.report import Report, ReportSection
from ombud.reporting.models.word_template import WordTemplate

__all__ = [
    "Aggregate",
    "AnsweredQuestion",
    "Definition",
    "Edition",
    "EditionFile",
    "Explanation",
    "Report",
    "ReportSection",
    "StartingOutline",
    "WordTemplate",
]
