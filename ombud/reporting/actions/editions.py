"""Editions: frozen, published with their four files, and proved unchanged (I15, R254-R256, R281)."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.audit.record import record
from ombud.core.report.problem import Problem
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting import drafts, frozen
from ombud.reporting.counting.gather import gather
from ombud.reporting.digests import canonical, digest, edition_digest
from ombud.reporting.models import Edition, EditionFile, Report

__all__ = ["PublicationRefused", "freeze", "publish", "why_not_publish"]


class PublicationRefused(ValidationError):
    """The edition has faults that a published report must not have. ``problems`` has them in reading order."""

    def __init__(self, problems: Sequence[Problem], sections: dict[str, str]) -> None:
        self.problems = tuple(problems)
        super().__init__([_said(problem, sections) for problem in problems])


@transaction.atomic
def freeze(*, report: Report, by: User | None) -> Edition:
    """Keep cubes, definitions, texts and outline as they are now, as the report's next edition."""
    current = Report.objects.select_for_update().get(pk=report.pk)
    last = current.editions.order_by("-number").first()
    content = _content(current)
    edition = Edition(
        report=current,
        number=last.number + 1 if last else 1,
        frozen=content,
        digest=digest(canonical(content)),
        last_event=Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0,
        by=by,
    )
    edition.save()
    record("edition.frozen", edition, by=by, municipality=content["statistics"]["code"], label=str(edition))
    return edition


def why_not_publish() -> str:
    """Why nothing can be published yet; "" once the office has decided how small numbers are printed (R138)."""
    if current_municipality().disclosure != Municipality.Disclosure.UNDECIDED:
        return ""
    return _("The office has not decided how small numbers are published. Decide it in the set-up first.")


@transaction.atomic
def publish(*, edition: Edition, by: User | None) -> Edition:
    """Write the four files of a frozen edition and keep them. Raises PublicationRefused, WriteError, and
    ValidationError when it is published already. Nothing is kept unless all of it is.
    """
    current: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if current.published_at is not None:
        raise ValidationError(_("The edition is published already."))
    if reason := why_not_publish():
        raise ValidationError(reason)
    current.published_at = timezone.now()
    document, problems = drafts.render(current, translation)
    if stopping := [one for one in problems if one.stops_publication]:
        raise PublicationRefused(stopping, {one["key"]: one["title"] for one in current.frozen["outline"]})
    files = [_file(current, name, content) for name, content in drafts.write_files(document, translation).items()]
    EditionFile.objects.bulk_create(files)
    current.digest = edition_digest(current.frozen, {one.format: one.digest for one in files})
    current.save(update_fields=["published_at", "digest"])
    changes = {"digest": [None, current.digest]}
    label, code = str(current), current.frozen["statistics"]["code"]
    record("edition.published", current, by=by, municipality=code, label=label, changes=changes)
    return current


def _content(report: Report) -> dict[str, Any]:
    with drafts.in_language(report.language):
        period = report.period
        counted = gather(period.starts_on, period.ends_on, translation)
        return {
            "title_page": asdict(drafts.title_page(report)),
            "outline": [asdict(section) for section in drafts.outline(report)],
            "statistics": frozen.to_json(counted),
        }


def _file(edition: Edition, name: str, content: bytes) -> EditionFile:
    return EditionFile(
        edition=edition,
        format=name,
        name=f"{drafts.FILE_NAME}.{name}",
        content=content,
        digest=digest(content),
    )


def _said(problem: Problem, sections: dict[str, str]) -> str:
    title = sections.get(problem.section)
    if title is None:
        return problem.message
    if not problem.line:
        return _("%(section)s: %(message)s") % {"section": title, "message": problem.message}
    place = {"section": title, "line": problem.line, "message": problem.message}
    return _("%(section)s, line %(line)d: %(message)s") % place
