"""The rules of the municipality in scope."""

from collections.abc import Iterable

from ombud.core.disclosure.policy import Policy
from ombud.offices.models import Municipality
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.releases.rules import Rule


def office_rules(kinds: Iterable[str]) -> dict[str, Rule]:
    """By kind of facts. An office that has not decided is protected until it does."""
    shown = current_municipality().disclosure == Municipality.Disclosure.AS_PUBLISHED
    return {kind: Rule(Policy(), not shown) for kind in kinds}
