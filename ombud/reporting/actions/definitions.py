"""Tables and figures are data: changed, added, removed and set back, never into something that cannot be made."""

from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.core.statistics.definitions import DefinitionError
from ombud.core.statistics.parse_definitions import parse_definitions
from ombud.identity.models import User
from ombud.offices.queries.municipalities import current_municipality
from ombud.reporting.models import Definition
from ombud.reporting.queries.definitions import shipped_data
from ombud.reporting.trial import faults_of


@transaction.atomic
def change_definition(*, definition: Definition, spec: dict[str, Any], by: User | None) -> Definition:
    """Give a table or a figure another definition under the same name. ValidationError tells what is wrong with it."""
    if spec.get("name") != definition.name:
        raise ValidationError({"name": _("The name is what the report's text refers to and cannot be changed.")})
    before = deepcopy(definition.spec)
    definition.spec = spec
    _check(definition)
    definition.save(update_fields=["spec"])
    fields = sorted(name for name in {*before, *spec} if before.get(name) != spec.get(name))
    changes = {name: [before.get(name), spec.get(name)] for name in fields}
    record(
        "definition.changed",
        definition,
        by=by,
        municipality=current_municipality().code,
        label=definition.name,
        changes=changes,
    )
    return definition


@transaction.atomic
def add_definition(*, kind: str, spec: dict[str, Any], by: User | None) -> Definition:
    """A new table or figure, last in order. ValidationError tells what is wrong with it."""
    name = str(spec.get("name", ""))
    if Definition.objects.filter(kind=kind, name=name).exists():
        raise ValidationError({"name": _("There is one with this name already.")})
    order = Definition.objects.filter(kind=kind).count() + 1
    definition = Definition(kind=kind, name=name, order=order, spec=spec)
    definition.full_clean(exclude=["municipality"])
    _check(definition)
    definition.save()
    record("definition.added", definition, by=by, municipality=current_municipality().code, label=name)
    return definition


@transaction.atomic
def remove_definition(*, definition: Definition, by: User | None) -> None:
    """Remove a table or a figure. A table that a figure draws stays."""
    others = [row for row in Definition.objects.all() if row.pk != definition.pk]
    _parse(others)
    record("definition.removed", definition, by=by, municipality=current_municipality().code, label=definition.name)
    definition.delete()


@transaction.atomic
def reset_definition(*, definition: Definition, by: User | None, follow_on: bool = True) -> Definition:
    """Back to the definition that the program ships. ValidationError when it ships none of this name."""
    shipped = {one["name"]: one for one in shipped_data(follow_on=follow_on)[f"{definition.kind}s"]}
    if definition.name not in shipped:
        raise ValidationError(_("The program has no definition of that name to go back to."))
    return change_definition(definition=definition, spec=shipped[definition.name], by=by)


def _check(definition: Definition) -> None:
    rows = [definition if row.pk == definition.pk else row for row in Definition.objects.all()]
    if definition.pk is None:
        rows.append(definition)
    _parse(rows)
    if faults := faults_of(definition.spec, definition.kind, [row.spec for row in rows if row.kind == "table"]):
        raise ValidationError(list(faults))


def _parse(rows: list[Definition]) -> None:
    data = {f"{kind}s": [row.spec for row in rows if row.kind == kind] for kind in ("table", "figure")}
    try:
        parse_definitions(data, translation)
    except DefinitionError as problem:
        raise ValidationError(list(problem.problems)) from None
