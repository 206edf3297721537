"""Editions: frozen, published with their four files, and proved unchanged (I15, R254-R256, R281)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from ombud.audit.models import Event
from ombud.audit.record import record
from ombud.core.identities.known import KnownIdentities
from ombud.core.report.outline import OutlineSection
from ombud.core.report.problem import Problem, placed
from ombud.core.report.tree import Document
from ombud.identity.models import User
from ombud.offices.models import Municipality
from ombud.offices.queries.municipalities import current_municipality
from ombud.privacy.keyring import Keyring
from ombud.privacy.sealing.errors import Locked
from ombud.reporting import drafts, frozen
from ombud.reporting.counting.gather import gather
from ombud.reporting.digests import canonical, digest, edition_digest
from ombud.reporting.frozen_texts import content_of, put_content, seal_content
from ombud.reporting.identities.check import named_in_files, named_in_texts
from ombud.reporting.models import Edition, EditionFile, Report
from ombud.reporting.own_texts import is_sealing
from ombud.reporting.queries.drafts import open_explanations, open_report, open_sections
from ombud.reporting.queries.standing import has_own_texts
from ombud.reporting.reconciling.before import told_before
from ombud.reporting.reconciling.kept import before_to_json
from ombud.reporting.releases.making import release_of_draft, to_json
from ombud.reporting.statistics import count_up
from ombud.reporting.verdict.annex import frozen_annex

__all__ = ["PublicationRefused", "freeze", "publish", "why_not_publish"]


class PublicationRefused(ValidationError):
    """The edition has faults that a published report must not have. ``problems`` has them in reading order."""

    def __init__(self, problems: Sequence[Problem], sections: dict[str, str]) -> None:
        self.problems = tuple(problems)
        super().__init__([placed(problem, sections, translation) for problem in problems])


@transaction.atomic
def freeze(*, report: Report, by: User | None, keys: Keyring | None = None) -> Edition:
    """Keep cubes, definitions, texts and outline as they are now, as the report's next edition.

    Texts that somebody wrote are sealed in an office with a key. Raises Locked and NoAccess.
    """
    current = Report.objects.select_for_update().get(pk=report.pk)
    last = current.editions.order_by("-number").first()
    edition = Edition(
        report=current,
        number=last.number + 1 if last else 1,
        last_event=Event.objects.order_by("-pk").values_list("pk", flat=True).first() or 0,
        by=by,
    )
    content = _content(current, keys)
    own = digest(canonical(content))
    if is_sealing() and has_own_texts(content, current.period):
        seal_content(edition, content, own, keys)
    else:
        put_content(edition, content, own)
    edition.save()
    record("edition.frozen", edition, by=by, municipality=content["statistics"]["code"], label=str(edition))
    return edition


def why_not_publish() -> str:
    """Why nothing can be published yet; "" once the office has decided how small numbers are printed (R138)."""
    if current_municipality().disclosure != Municipality.Disclosure.UNDECIDED:
        return ""
    return _("The office has not decided how small numbers are published. Decide it in the set-up first.")


@transaction.atomic
def publish(
    *, edition: Edition, by: User | None, keys: Keyring | None = None, known: KnownIdentities | None = None
) -> Edition:
    """Write the four files of a frozen edition and keep them; from now on its texts are public and stand in the clear.

    ``known`` is whom the cases know: texts and files are searched for them first. An office with a key cannot do
    without (Locked); without one it has no case. Raises PublicationRefused, WriteError, ValidationError when it is
    published already, Locked and NoAccess. Nothing is kept unless all of it is.
    """
    if known is None and is_sealing():
        raise Locked
    known = known or KnownIdentities()
    current: Edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if current.published_at is not None:
        raise ValidationError(_("The edition is published already."))
    if reason := why_not_publish():
        raise ValidationError(reason)
    content = content_of(current, keys)
    current.published_at = timezone.now()
    document, problems = drafts.render_frozen(content, translation, edition=current, tried=True)
    written = _written(document, problems, content, known)
    files = [_file(current, name, content) for name, content in written.items()]
    EditionFile.objects.bulk_create(files)
    put_content(current, content, edition_digest(content, {one.format: one.digest for one in files}))
    current.save(update_fields=["published_at", "frozen", "digest", "sealed"])
    changes = {"digest": [None, current.digest]}
    label, code = str(current), content["statistics"]["code"]
    record("edition.published", current, by=by, municipality=code, label=label, changes=changes)
    return current


def _written(
    document: Document, problems: Sequence[Problem], content: Mapping[str, Any], known: KnownIdentities
) -> dict[str, bytes]:
    """The four files, once nothing stops them: neither what is wrong with the texts, nor who is named in them or, as
    they were written, in the files. Raises PublicationRefused.
    """
    titles = {one["key"]: one["title"] for one in content["outline"]}
    outline = [OutlineSection(**one) for one in content["outline"]]
    named = named_in_texts(document, outline, known, translation, content.get("explanations"))
    if stopping := [one for one in (*problems, *named) if one.stops_publication]:
        raise PublicationRefused(stopping, titles)
    written = drafts.write_files(document, translation)
    if stopping := list(named_in_files(written, known, document.author, translation)):
        raise PublicationRefused(stopping, titles)
    return written


def _content(report: Report, keys: Keyring | None) -> dict[str, Any]:
    page, sections = open_report(report, keys), open_sections(report, keys)
    with drafts.in_language(report.language):
        period = report.period
        counted = gather(period.starts_on, period.ends_on, translation, page.treatment)
        chosen = drafts.outline(sections)
        statistics = count_up(counted, translation)
        released = release_of_draft(statistics, chosen, translation, page.treatment.rounding)
        return {
            "title_page": asdict(drafts.title_page(page)),
            "outline": [asdict(section) for section in chosen],
            "explanations": open_explanations(report, keys),
            "before": before_to_json(told_before(released.true, translation)),
            "statistics": frozen.to_json(counted),
            "release": to_json(released),
            "annex": frozen_annex(released, translation),
        }


def _file(edition: Edition, name: str, content: bytes) -> EditionFile:
    return EditionFile(
        edition=edition,
        format=name,
        name=f"{drafts.FILE_NAME}.{name}",
        content=content,
        digest=digest(content),
    )
