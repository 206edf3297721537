"""The office's decision on small counts, as protection and audit follow it (R138)."""

from dataclasses import dataclass
from datetime import date

from ombud.core.disclosure.forced import Forced, forced
from ombud.core.disclosure.policy import Policy, Protection
from ombud.offices.models import Municipality, SmallCountRule
from ombud.offices.queries.municipalities import current_municipality

PUBLIC, COUNCIL, DESK = "public", "council", "desk"
AUDIENCES = (PUBLIC, COUNCIL, DESK)


@dataclass(frozen=True)
class SmallCounts:
    """``protects`` False: every count is printed as it is, by the office's own decision. ``is_decided`` False: nobody
    has decided yet; then ``policy`` is the usual one. ``treatment`` is "hide", "round3" or "round5".
    """

    audience: str
    kind: str
    protects: bool
    policy: Policy
    is_decided: bool = True
    treatment: str = "hide"
    forced: tuple[Forced, ...] = ()
    annex: bool = False
    note: str = ""
    decided_by: str = ""
    decided_on: date | None = None


def policy_for(audience: str = PUBLIC, kind: str = "") -> SmallCounts:
    """The decision for an audience and a kind of table: that of the kind, else that of every kind, else the usual one.

    What is not the published report is protected unless the office has said otherwise, with the limits of the public.
    ``ValueError`` for an audience there is none of.
    """
    if audience not in AUDIENCES:
        raise ValueError(f'There is no audience "{audience}"')
    rows = {(row.audience, row.kind): row for row in SmallCountRule.objects.all()}
    own = rows.get((audience, kind)) or rows.get((audience, ""))
    municipality = current_municipality()
    if audience == PUBLIC and (own is None or own.kind == ""):
        return _public(kind, own, municipality)
    if own is not None:
        return _decided(audience, kind, own, protects=own.rule == SmallCountRule.Rule.PROTECT)
    return _decided(
        audience, kind, rows.get((PUBLIC, kind)) or rows.get((PUBLIC, "")) or SmallCountRule(), protects=True
    )


def _public(kind: str, row: SmallCountRule | None, municipality: Municipality) -> SmallCounts:
    """The municipality's own field decides for the public and every kind of table."""
    made = _decided(
        PUBLIC,
        kind,
        row or SmallCountRule(),
        protects=municipality.disclosure != Municipality.Disclosure.AS_PUBLISHED,
        is_decided=municipality.disclosure != Municipality.Disclosure.UNDECIDED,
    )
    return made if row is not None else _with_facts(made, municipality)


def _with_facts(made: SmallCounts, municipality: Municipality) -> SmallCounts:
    return SmallCounts(
        made.audience,
        made.kind,
        made.protects,
        made.policy,
        made.is_decided,
        note=municipality.disclosure_note,
        decided_by=municipality.disclosure_decided_by,
        decided_on=municipality.disclosure_decided_on,
    )


def _decided(audience: str, kind: str, row: SmallCountRule, *, protects: bool, is_decided: bool = True) -> SmallCounts:
    return SmallCounts(
        audience,
        kind,
        protects,
        Policy(row.threshold, row.zeros_shown, Protection(row.protection)),
        is_decided,
        row.treatment,
        tuple(forced(line) for line in row.forced),
        row.annex,
        row.note,
        row.decided_by,
        row.decided_on,
    )
