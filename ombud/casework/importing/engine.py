"""Importing, whatever the kind of register: read, compare, show; and again, write."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.casework.importing.collector import paused_collector
from ombud.casework.importing.comparison import Comparison, Draft, Known, Pair
from ombud.casework.importing.fields import Field
from ombud.casework.importing.importer import Parsed
from ombud.casework.importing.mapping import remembered
from ombud.casework.importing.pairing import FileWins
from ombud.casework.importing.preview import counts, fingerprint, make_plan
from ombud.casework.importing.progress import Report
from ombud.casework.importing.table import Table, read_table
from ombud.casework.importing.uploads import open_kept, throw_away
from ombud.casework.models import ImportRun, Source
from ombud.identity.models import User


class PlanChanged(Exception):
    """The register changed since the preview was made: nothing was written, look at the new preview."""


class AlreadyApplied(Exception):
    """The run was taken by somebody else at the same moment, or is done."""


class RegisterImporter(ABC):
    """The way of every import; a kind of register fills in what its rows mean and how they are written.

    Every file is read by an object of its own, so one importer may serve many at once.
    """

    kind: str
    fields: tuple[Field, ...]

    def plan(self, run: ImportRun, progress: Report) -> dict[str, Any]:
        """What the import would do. Raises ReadError for a file that cannot be read."""
        return type(self)()._plan(run, progress)

    def apply(self, run: ImportRun, by: User | None, progress: Report) -> Source:
        """Do what the plan said, in one transaction. Raises PlanChanged or AlreadyApplied and then writes nothing."""
        with paused_collector():
            return type(self)()._apply(run, by, progress)

    def _plan(self, run: ImportRun, progress: Report) -> dict[str, Any]:
        with paused_collector():
            table, parsed = self._read(run, progress)
            comparison = self.compare(parsed.drafts, _file_wins(run))
            return make_plan(table, parsed, comparison, self.label, self.said)

    def _apply(self, run: ImportRun, by: User | None, progress: Report) -> Source:
        _table, parsed = self._read(run, progress)
        if parsed.problems.found:
            raise PlanChanged
        with transaction.atomic():
            current = ImportRun.objects.select_for_update().get(pk=run.pk)
            if current.state != ImportRun.State.WRITING or current.choices.get("claim") != run.choices.get("claim"):
                raise AlreadyApplied
            comparison = self.compare(parsed.drafts, _file_wins(run))
            if fingerprint(comparison) != run.plan.get("fingerprint"):
                raise PlanChanged
            source = self._write(run, comparison, by)
            current.state, current.ended_at = ImportRun.State.DONE, timezone.now()
            current.plan["counts"] = done = counts(comparison)
            current.done = current.total = len(parsed.drafts)
            current.save()
            changes = {name: [None, number] for name, number in done.items() if number}
            record(
                "import.applied",
                current,
                by=by,
                municipality=run.municipality.code,
                label=run.kind,
                changes=changes,
            )
            transaction.on_commit(lambda: throw_away(current.file))
        return source

    @abstractmethod
    def parse(self, table: Table, values: dict[str, dict[str, str]], progress: Report) -> Parsed:
        """The rows as drafts; ``values`` is what the municipality mapped by hand."""

    @abstractmethod
    def compare(self, drafts: Sequence[Draft], file_wins: FileWins) -> Comparison:
        """The drafts against the register."""

    @abstractmethod
    def write_new(self, drafts: Sequence[Draft], source: Source) -> None:
        """Write what is new, many at once."""

    @abstractmethod
    def write_pairs(self, pairs: Sequence[Pair], by: User | None) -> None:
        """Write the changes of each pair, and what the file said for the next comparison."""

    @abstractmethod
    def label(self, draft: Draft) -> str:
        """What a new registration is called in the preview."""

    @abstractmethod
    def said(self, name: str, value: Any) -> str:
        """A value as the reader knows it."""

    def _read(self, run: ImportRun, progress: Report) -> tuple[Table, Parsed]:
        mapping = remembered(self.kind)
        table = read_table(open_kept(run.file), run.file_name, self.fields, mapping.columns, progress)
        return table, self.parse(table, mapping.values, progress)

    def _write(self, run: ImportRun, comparison: Comparison, by: User | None) -> Source:
        source = _source(run, has_new=bool(comparison.new))
        if comparison.new:
            self.write_new(comparison.new, source)
        if comparison.pairs:
            self.write_pairs(comparison.pairs, by)
        return source


def _file_wins(run: ImportRun) -> FileWins:
    """Hand corrections are kept unless the adviser chose otherwise, for all or for some."""
    if not run.choices.get("keep_hand_corrections", True):
        return lambda known: True
    chosen = frozenset(run.choices.get("overwrite", ()))
    return lambda known: str(known.pk) in chosen


def _source(run: ImportRun, *, has_new: bool) -> Source:
    """The source of new registrations. An import that brings none has the source of the one before it."""
    said = run.choices.get("source", {})
    kind, name = said.get("kind", Source.Kind.IMPORTED), said.get("name", run.file_name)
    if not has_new:
        earlier: Source | None = Source.objects.filter(kind=kind, name=name).order_by("-pk").first()
        if earlier is not None:
            return earlier
    made: Source = Source.objects.create(
        kind=kind, name=name, caveat=said.get("caveat", ""), caveat_en=said.get("caveat_en", "")
    )
    return made


def why_not_written(error: PlanChanged | AlreadyApplied) -> str:
    """What the reader is told."""
    if isinstance(error, AlreadyApplied):
        return _("This import is being written or is already done.")
    return _("The register changed since the preview was made. Nothing was written. Look at the new preview.")


__all__ = ["AlreadyApplied", "Known", "PlanChanged", "RegisterImporter", "why_not_written"]
