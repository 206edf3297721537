"""The office decides how small counts are kept from pointing at a citizen (R138)."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ombud.core.disclosure.forced import DIMENSIONS, forced
from ombud.identity.models import User
from ombud.offices.actions.entries import add, change, remove
from ombud.offices.actions.municipalities import change_facts
from ombud.offices.models import SmallCountRule
from ombud.offices.queries.municipalities import current_municipality

AS_PUBLISHED = SmallCountRule.Rule.AS_PUBLISHED


@transaction.atomic
def decide(*, audience: str, kind: str, values: Mapping[str, Any], by: User | None) -> SmallCountRule:
    """Write the rule for an audience and a kind of table, or change it. Raises ValidationError with field keys.

    The rule for the public and every kind is the municipality's own: it goes into its facts too, in the same step.
    """
    _refuse(why_not_decide(values))
    row = SmallCountRule.objects.filter(audience=audience, kind=kind).first()
    if row is None:
        decided: SmallCountRule = add(
            model=SmallCountRule, values={**values, "audience": audience, "kind": kind}, by=by
        )
    else:
        decided = change(row=row, values=values, by=by)
    if (audience, kind) == (SmallCountRule.Audience.PUBLIC, ""):
        facts = {
            "disclosure": decided.rule,
            "disclosure_note": decided.note,
            "disclosure_decided_by": decided.decided_by,
            "disclosure_decided_on": decided.decided_on,
        }
        change_facts(municipality=current_municipality(), values=facts, by=by)
    return decided


@transaction.atomic
def drop(*, rule: SmallCountRule, by: User | None) -> None:
    """Take away a rule, so that the one above it holds again. Raises ValidationError for the municipality's own."""
    reason = why_not_drop(rule)
    if reason:
        raise ValidationError(reason)
    remove(row=rule, by=by)


def why_not_decide(values: Mapping[str, Any]) -> dict[str, str]:
    """Reasons by field; empty when the rule can be written. Who prints small counts as they are says who decided."""
    reasons: dict[str, str] = {}
    if values.get("rule") == AS_PUBLISHED:
        who = _("Say who decided that small counts are printed as they are, and when.")
        reasons |= {field: who for field in ("decided_by", "decided_on") if not values.get(field)}
    for line in values.get("forced", []):
        try:
            forced(line)
        except ValueError:
            text = _("“%(line)s” does not begin with a word for a kind of total. Known words: %(words)s.")
            reasons["forced"] = text % {"line": line, "words": ", ".join(DIMENSIONS)}
    return reasons


def why_not_drop(rule: SmallCountRule) -> str:
    """Reason when it is the rule that all others rest on."""
    if (rule.audience, rule.kind) == (SmallCountRule.Audience.PUBLIC, ""):
        return _("This rule holds for everything that is published. It can be changed, not taken away.")
    return ""


def _refuse(reasons: Mapping[str, str]) -> None:
    if reasons:
        raise ValidationError({name: [reason] for name, reason in reasons.items()})
