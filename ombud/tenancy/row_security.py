"""Row-level security on PostgreSQL: the wall behind the managers, for raw SQL and for a manager used wrongly (R10).

Every table of a ScopedModel has one policy, FORCEd so that the owner is held by it too. A table without a column for
the municipality whose rows cannot be without a protected one (tags of a matter, parts of a case) is seen through it.
Applied after every migration from the models themselves: a new model gets it without a line written anywhere.
"""

from hashlib import sha256

from django.apps import apps
from django.db import models, router
from django.db.backends.base.base import BaseDatabaseWrapper

from ombud.tenancy.models import ScopedModel
from ombud.tenancy.sight import CONTENT, EVERYTHING, SETTING

Model = type[models.Model]

_SIGHT = f"current_setting('{SETTING}', true)"
# In brackets with SELECT they are asked once a query, not once a row.
_OWN = f"(SELECT NULLIF(NULLIF({_SIGHT}, ''), '{EVERYTHING}')::bigint)"
_EVERYTHING = f"(SELECT {_SIGHT} = '{EVERYTHING}')"


def conditions() -> dict[str, str]:
    """The condition under which a row is visible and may be written, by table, in SQL."""
    return {model._meta.db_table: _condition(model, parents) for model, parents in _protected().items()}


def protect(connection: BaseDatabaseWrapper) -> None:
    """Bring the policies of the database up to the models. What is in place already is left alone."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity AND relforcerowsecurity,"
            " ARRAY(SELECT polname::text FROM pg_policy WHERE polrelid = pg_class.oid)"
            " FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid)"
        )
        found = {table: (forced, policies) for table, forced, policies in cursor.fetchall()}
        quote = connection.ops.quote_name
        for table, condition in conditions().items():
            name = f"municipality_{sha256(condition.encode()).hexdigest()[:12]}"
            if table not in found or found[table] == (True, [name]):
                continue
            cursor.execute(f"ALTER TABLE {quote(table)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY")
            for other in found[table][1]:
                cursor.execute(f"DROP POLICY {quote(other)} ON {quote(table)}")
            cursor.execute(f"CREATE POLICY {name} ON {quote(table)} USING ({condition}) WITH CHECK ({condition})")


def _protected() -> dict[Model, list[models.ForeignKey]]:  # type: ignore[type-arg]
    """Every protected model with the references it is seen through; none for those with a municipality of their own."""
    content = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and router.allow_migrate_model(CONTENT, model)
    ]
    found: dict[Model, list[models.ForeignKey]] = {}  # type: ignore[type-arg]
    found.update({model: [] for model in content if issubclass(model, ScopedModel)})
    grew = True
    while grew:
        through = {model: _required(model, found) for model in content if model not in found}
        new = {model: references for model, references in through.items() if references}
        found.update(new)
        grew = bool(new)
    return found


def _required(model: Model, protected: dict[Model, list[models.ForeignKey]]) -> list[models.ForeignKey]:  # type: ignore[type-arg]
    return [
        field
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and not field.null and field.related_model in protected
    ]


def _condition(model: Model, parents: list[models.ForeignKey]) -> str:  # type: ignore[type-arg]
    if not parents:
        return f"municipality_id = {_OWN} OR {_EVERYTHING}"
    table = model._meta.db_table
    seen = []
    for reference in parents:
        parent = reference.related_model._meta
        key = parent.pk.column
        # Names come from the models. The parent's own policy decides which of its rows this one sees.
        seen.append(
            f'EXISTS (SELECT FROM "{parent.db_table}" AS parent WHERE parent."{key}" = "{table}"."{reference.column}")'
        )
    return " AND ".join(seen)
