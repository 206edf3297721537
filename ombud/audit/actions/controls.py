"""The half-yearly sample check: drawn by lot, judged line by line, finished with a verdict."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ombud.audit.drawing import draw as lots
from ombud.audit.keeping import kept_heads
from ombud.audit.models import Control, Drawn
from ombud.audit.queries.lines import reads_between
from ombud.audit.queries.verify import verify
from ombud.audit.record import record
from ombud.identity.models import User

SIZE = 20
HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class Judgement:
    """What is said of a drawn line; the remark is sealed already."""

    result: str
    remark: bytes = b""


def draw(*, municipality: str, by: User, today: date, size: int = SIZE) -> Control:
    """Draw ``size`` reads of the last half year and check the whole chain. Raises ValidationError when none was read.

    The chain is read before the transaction: it may take seconds, and nobody else should wait for it.
    """
    verdict = verify(municipality, known=kept_heads())
    first, last = today - HALF_A_YEAR, today
    positions = reads_between(municipality, first, last)
    if not positions:
        raise ValidationError(_("Nobody has read a case in the last half year: there is nothing to draw."))
    seed = secrets.token_hex(16)
    with transaction.atomic():
        control: Control = Control.objects.create(
            drawn_by=str(by.pk), first_on=first, last_on=last, seed=seed, size=size, reads=len(positions),
            chain_lines=verdict.lines, chain_fault=verdict.fault or "", chain_position=verdict.position,
        )  # fmt: skip
        Drawn.objects.bulk_create([Drawn(control=control, position=one) for one in lots(seed, positions, size)])
        record("control.drawn", control, by=by, municipality=municipality)
    return control


@transaction.atomic
def judge(*, control: Control, judgements: Mapping[UUID, Judgement], by: User, municipality: str) -> None:
    """Say of each drawn line whether it is in order. Raises ValidationError when the check is finished already."""
    current = _open(control)
    changed = []
    for row in current.drawn.select_for_update():
        said = judgements.get(row.pk)
        if said is None or (said.result, said.remark) == (row.result, bytes(row.remark)):
            continue
        if said.result not in Drawn.Result.values:
            raise ValidationError(_("There is no such judgement."))
        row.result, row.remark = said.result, said.remark
        changed.append(row)
    Drawn.objects.bulk_update(changed, ["result", "remark"])
    if changed:
        record("control.judged", current, by=by, municipality=municipality, changes={"lines": [None, len(changed)]})


@transaction.atomic
def finish(*, control: Control, by: User, municipality: str, remark: bytes = b"") -> Control:
    """Close the check. Its verdict follows from the lines and the chain. Raises ValidationError while a line waits."""
    current = _open(control)
    if reason := why_not_finish(current):
        raise ValidationError(reason)
    odd = bool(current.chain_fault) or current.drawn.filter(result=Drawn.Result.LOOK_INTO).exists()
    current.result = Control.Result.LOOK_INTO if odd else Control.Result.IN_ORDER
    current.finished_at, current.finished_by, current.remark = timezone.now(), str(by.pk), remark
    current.save(update_fields=["result", "finished_at", "finished_by", "remark"])
    changes = {"result": [None, str(current.result)]}
    record("control.finished", current, by=by, municipality=municipality, changes=changes)
    return current


def why_not_finish(control: Control) -> str:
    """Reason while a drawn line was not looked at; "" otherwise."""
    waiting = control.drawn.filter(result=Drawn.Result.UNJUDGED).count()
    return _("%(count)d lines have not been looked at.") % {"count": waiting} if waiting else ""


def _open(control: Control) -> Control:
    current: Control = Control.objects.select_for_update().get(pk=control.pk)
    if current.finished_at is not None:
        raise ValidationError(_("This check is finished. Its lines and verdict stay as they are."))
    return current
