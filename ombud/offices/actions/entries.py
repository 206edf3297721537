"""Adding, changing and removing rows of the set-up: one rule for all, so that no page can move an old figure."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from ombud.audit.record import record
from ombud.identity.models import User
from ombud.offices.actions.refusals import why_not_change, why_not_remove
from ombud.offices.models import Channel, Department, DepartmentAlias, EnquiryType, Municipality, Theme
from ombud.tenancy.models import ScopedModel
from ombud.tenancy.scope import current_id

LISTED_ALIASES = (EnquiryType, Channel, Theme)


@transaction.atomic
def add(*, model: type[ScopedModel], values: Mapping[str, Any], by: User | None) -> Any:
    """A new row. Raises ValidationError with field keys."""
    own, many = _parted(model, values)
    row = model(**own)
    _refuse(why_not_change(row, own))
    _complete(row)
    row.save(force_insert=True)
    _set_many(row, many)
    log("added", row, by, {name: [None, value] for name, value in _described(row, values).items() if value})
    return row


@transaction.atomic
def change(*, row: Any, values: Mapping[str, Any], by: User | None) -> Any:
    """Change fields of a row; others stay. An old name stays as an alias, so that registers still find it (R283).

    Raises ValidationError with field keys. A change that changes nothing writes nothing.
    """
    current = type(row)._default_manager.select_for_update().get(pk=row.pk)
    own, many = _parted(type(row), values)
    before = _described(current, values)
    _refuse(why_not_change(current, own))
    old_name = getattr(current, "name", "")
    for name, value in own.items():
        setattr(current, name, value)
    if old_name and current.name != old_name:
        keep_name(current, old_name)
    _complete(current)
    current.save()
    _set_many(current, many)
    after = _described(current, values)
    differences = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    if differences:
        log("changed", current, by, differences)
    return current


@transaction.atomic
def remove(*, row: Any, by: User | None) -> None:
    """Take away a row that nothing rests on. Raises ValidationError with the reason otherwise."""
    current = type(row)._default_manager.select_for_update().get(pk=row.pk)
    reason = why_not_remove(current)
    if reason:
        raise ValidationError(reason)
    log("removed", current, by, {})
    current.delete()


def keep_name(row: Any, old: str) -> None:
    """Remember a former name as an alias; the caller saves the row."""
    if isinstance(row, Department):
        DepartmentAlias.objects.filter(department=row, name__iexact=row.name).delete()
        if not DepartmentAlias.objects.filter(name=old).exists():
            DepartmentAlias.objects.create(department=row, name=old)
    elif isinstance(row, LISTED_ALIASES):
        known = [alias for alias in row.aliases if alias.casefold() != row.name.casefold()]
        row.aliases = known if old in known else [*known, old]


def log(verb: str, row: Any, by: User | None, changes: dict[str, list[Any]]) -> None:
    """A line such as "department.changed" in the log of the municipality in scope."""
    code = Municipality.objects.values_list("code", flat=True).get(pk=current_id())
    record(f"{row._meta.model_name}.{verb}", row, by=by, municipality=code, label=str(row), changes=changes)


def _parted(model: type[models.Model], values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The row's own fields, and those kept in a table between."""
    between = {field.name for field in model._meta.many_to_many}
    own = {name: value for name, value in values.items() if name not in between}
    return own, {name: list(value) for name, value in values.items() if name in between}


def _set_many(row: Any, many: Mapping[str, Any]) -> None:
    for name, rows in many.items():
        getattr(row, name).set(rows)


def _refuse(reasons: Mapping[str, str]) -> None:
    if reasons:
        raise ValidationError({name: [reason] for name, reason in reasons.items()})


def _complete(row: models.Model) -> None:
    """Check all fields and constraints; a name already in use is told at the name."""
    for field in row._meta.concrete_fields:
        target = getattr(row, field.name) if field.is_relation and field.name != "municipality" else None
        if isinstance(target, ScopedModel) and target.municipality_id != current_id():
            raise ValidationError({field.name: _("This belongs to another municipality.")})
    try:
        row.full_clean()
    except ValidationError as error:
        messages = dict(error.error_dict)
        if NON_FIELD_ERRORS in messages and _name_is_taken(row):
            messages.pop(NON_FIELD_ERRORS)
            messages["name"] = [ValidationError(_("There is already one with this name."))]
        raise ValidationError(messages) from None


def _name_is_taken(row: Any) -> bool:
    if not hasattr(row, "name"):
        return False
    same = type(row)._default_manager.filter(name=row.name).exclude(pk=row.pk)
    if isinstance(row, Theme):
        same = same.filter(taxonomy=row.taxonomy, parent=row.parent)
    return bool(same.exists())


def _described(row: Any, names: Mapping[str, Any]) -> dict[str, Any]:
    """Field values as the log keeps them: labels, dates and numbers as text."""
    many = {field.name for field in row._meta.many_to_many}
    found = {name: [str(each) for each in getattr(row, name).all()] for name in names if name in many}
    return found | {name: _plain(getattr(row, name)) for name in names if name not in many}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, models.Model | Decimal) else value
