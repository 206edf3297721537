"""What the actions ask of an importer."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from ombud.casework.importing.comparison import Draft
from ombud.casework.importing.fields import Field
from ombud.casework.importing.problems import Problems
from ombud.casework.importing.progress import Report
from ombud.casework.models import ImportRun, Source
from ombud.identity.models import User


class Importer(Protocol):
    """``plan`` says what an import would do and writes nothing; ``apply`` does it in one transaction."""

    kind: str
    fields: tuple[Field, ...]

    def plan(self, run: ImportRun, progress: Report) -> dict[str, Any]: ...

    def apply(self, run: ImportRun, by: User | None, progress: Report) -> Source: ...


@dataclass
class Parsed:
    """The file's rows as drafts, with what is wrong and what is only worth saying (message -> how many rows)."""

    drafts: list[Draft]
    problems: Problems = field(default_factory=Problems)
    warnings: dict[str, int] = field(default_factory=dict)

    def warn(self, message: str) -> None:
        self.warnings[message] = self.warnings.get(message, 0) + 1
