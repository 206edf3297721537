"""The ledgers of what the office has published before."""

from ombud.core.release.ledger import Ledger, from_json
from ombud.core.words import Words
from ombud.reporting import frozen
from ombud.reporting.models import Edition
from ombud.reporting.releases.released import protected
from ombud.reporting.releases.rules import as_printed
from ombud.reporting.releases.telling import printed_in


def ledgers_before(words: Words, edition: Edition | None = None) -> tuple[Ledger, ...]:
    """Of every published edition of the municipality in scope, oldest first; of those published before ``edition``
    where one is given.
    """
    published = Edition.objects.filter(published_at__isnull=False).order_by("published_at", "pk")
    if edition is not None:
        published = published.exclude(pk=edition.pk)
        if edition.published_at is not None:
            published = published.filter(published_at__lt=edition.published_at)
    return tuple(_ledger(one, words) for one in published)


def _ledger(edition: Edition, words: Words) -> Ledger:
    """As it was kept; worked out again for an edition from before ledgers were kept."""
    kept = edition.frozen.get("release")
    name = str(edition.pk)
    if kept is not None:
        return from_json(name, kept["ledger"])
    statistics = frozen.from_json(edition.frozen["statistics"], words)
    printed = printed_in((one["text"] for one in edition.frozen["outline"]), statistics)
    kinds = {one.definition.kind for one in statistics.prepared} | {"citizens"}
    return protected(statistics, as_printed(kinds), words, printed=printed).release.ledger(name, frozenset())
