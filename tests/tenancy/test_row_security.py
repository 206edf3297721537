"""Row-level security, tried with raw SQL under a plain role that owns its tables (FORCE holds the owner too)."""

import threading
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, connections, models, transaction
from django.db.utils import ProgrammingError

from ombud.offices.models import Department, DepartmentGroup, Municipality
from ombud.tenancy.models import ScopedModel
from ombud.tenancy.row_security import conditions, protect
from ombud.tenancy.scope import everywhere, scope

on_postgres = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row-level security")

UNPROTECTED = {
    "offices_municipality": "the list of municipalities: found by its code before there is a scope",
    "offices_membership": "asked for before the scope, to decide on it; holds no case",
    "audit_event": "its own readers ask by municipality; it outlives what it tells of",
    "django_": "Django's own: sessions, migrations, content types",
    "auth_": "Django's groups and permissions, unused",
    "account_": "log-in: persons, not municipalities",
    "mfa_": "log-in: persons, not municipalities",
    "socialaccount_": "log-in: persons, not municipalities",
    "usersessions_": "log-in: persons, not municipalities",
    "identity_": "log-in: persons, not municipalities",
    "django_tasks_": "the queue: primary keys only",
    "intake_keptform": "what was typed into a locked page: sealed to its writer, asked for by person",
}
"""Tables of the content without a policy, or how their names begin, with the reason."""


def raw(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def seen(table: str = "offices_department") -> set[object]:
    return {row[0] for row in raw(f"SELECT DISTINCT municipality_id FROM {table}")}


def test_every_table_is_protected_or_has_its_reason() -> None:
    tables = {
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label != "privacy" and model._meta.managed and not model._meta.proxy
    }
    open_tables = {table for table in tables - set(conditions()) if not table.startswith(tuple(UNPROTECTED))}
    assert open_tables == set()
    scoped = {model._meta.db_table for model in apps.get_models() if issubclass(model, ScopedModel)}
    assert scoped <= set(conditions())
    assert {table for table in conditions() if table.startswith(tuple(UNPROTECTED))} == set()


def test_a_table_between_two_is_seen_through_both() -> None:
    condition = conditions()["offices_departmentgroup_departments"]
    assert '"offices_departmentgroup"' in condition
    assert '"offices_department"' in condition
    assert " AND " in condition


@on_postgres
def test_every_policy_is_in_the_database_and_forced(db: None) -> None:
    rows = raw(
        "SELECT tablename, count(*) FROM pg_policies JOIN pg_class ON relname = tablename"
        " WHERE relrowsecurity AND relforcerowsecurity AND pg_table_is_visible(pg_class.oid) GROUP BY tablename"
    )
    assert dict(rows) == dict.fromkeys(conditions(), 1)


@on_postgres
def test_applying_again_changes_nothing_and_repairs_what_was_widened(db: None) -> None:
    def policies() -> list[tuple[object, ...]]:
        return raw("SELECT tablename, policyname, qual, with_check FROM pg_policies ORDER BY 1, 2")

    before = policies()
    protect(connection)
    assert policies() == before
    raw("CREATE POLICY wide ON offices_department USING (true)")
    raw("ALTER TABLE offices_theme NO FORCE ROW LEVEL SECURITY")
    protect(connection)
    assert policies() == before
    forced = "SELECT relforcerowsecurity FROM pg_class WHERE relname = 'offices_theme'"
    assert raw(forced) == [(True,)]


@on_postgres
def test_the_role_of_the_tests_is_a_plain_one(db: None) -> None:
    role = "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert raw(role) == [(False, False)]


@on_postgres
def test_raw_sql_sees_no_row_without_a_scope(albertslund: Municipality) -> None:
    for table in conditions():
        assert raw(f'SELECT * FROM "{table}"') == [], table


@on_postgres
def test_raw_sql_sees_the_rows_in_scope_only(albertslund: Municipality, ishoej: Municipality) -> None:
    for municipality in (albertslund, ishoej):
        with scope(municipality):
            for table in conditions():
                columns = {field[0] for field in raw(COLUMNS, table)}
                if "municipality_id" in columns:
                    assert seen(table) <= {municipality.pk}, table
            assert seen() == {municipality.pk}
            groups = raw("SELECT departmentgroup_id FROM offices_departmentgroup_departments")
            own = set(DepartmentGroup.objects.values_list("pk", flat=True))
            assert {row[0] for row in groups} <= own
    with everywhere("a test"):
        assert seen() == {albertslund.pk, ishoej.pk}
    assert seen() == set()


COLUMNS = "SELECT column_name FROM information_schema.columns WHERE table_name = %s"


@pytest.fixture
def foreign(albertslund: Municipality, ishoej: Municipality) -> Iterator[Municipality]:
    """In Albertslund's scope; gives the other municipality."""
    with scope(albertslund):
        yield ishoej


@on_postgres
def test_a_row_cannot_be_written_into_another_municipality(foreign: Municipality) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Department.objects.create(name="Fremmed", municipality_id=foreign.pk)


@on_postgres
def test_a_row_cannot_be_moved_to_another_municipality(foreign: Municipality) -> None:
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        raw("UPDATE offices_department SET municipality_id = %s", foreign.pk)


@on_postgres
def test_another_municipalitys_rows_can_neither_be_changed_nor_deleted(foreign: Municipality) -> None:
    with everywhere("a test compares before and after"):
        before = raw("SELECT * FROM offices_theme WHERE municipality_id = %s ORDER BY id", foreign.pk)
    raw("UPDATE offices_theme SET name = 'x' WHERE municipality_id = %s", foreign.pk)
    raw("DELETE FROM offices_theme WHERE municipality_id = %s", foreign.pk)
    with everywhere("a test compares before and after"):
        assert raw("SELECT * FROM offices_theme WHERE municipality_id = %s ORDER BY id", foreign.pk) == before


@on_postgres
def test_a_link_to_another_municipalitys_row_is_refused(foreign: Municipality) -> None:
    group = DepartmentGroup.objects.create(name="Gruppe")
    with scope(foreign):
        department = Department.objects.first()
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        group.departments.add(department)


@on_postgres
def test_a_rollback_leaves_the_connection_as_narrow_as_the_scope(
    albertslund: Municipality, ishoej: Municipality
) -> None:
    with scope(albertslund):
        with pytest.raises(KeyError), transaction.atomic(), scope(ishoej):  # noqa: PT012
            assert seen() == {ishoej.pk}
            raise KeyError
        assert seen() == {albertslund.pk}
        with transaction.atomic(), scope(ishoej):
            pass
        assert seen() == {albertslund.pk}


@on_postgres
def test_a_scope_can_be_left_in_a_failed_transaction(albertslund: Municipality, ishoej: Municipality) -> None:
    with scope(albertslund):
        with pytest.raises(DatabaseError), transaction.atomic(), scope(ishoej):
            raw("SELECT 1 / 0")
        assert seen() == {albertslund.pk}
    with pytest.raises(DatabaseError), transaction.atomic(), scope(ishoej):
        raw("SELECT 1 / 0")
    assert seen() == set()


@on_postgres
@pytest.mark.django_db(transaction=True)
def test_a_new_connection_is_told_of_the_scope_it_opens_in(db: None) -> None:
    municipality = Municipality.objects.create(code="0101", name="Ny")
    with scope(municipality):
        Department.objects.create(name="Ny")
        connection.close()
        assert seen() == {municipality.pk}
    assert seen() == set()
    with scope(municipality), pytest.raises(KeyError), transaction.atomic():  # noqa: PT012
        connection.close()
        raise KeyError
    assert seen() == set()


@on_postgres
@pytest.mark.django_db(transaction=True)
def test_another_thread_has_its_own_scope(transactional_db: None) -> None:
    municipality = Municipality.objects.create(code="0101", name="Ny")
    found: list[set[object]] = []

    def other() -> None:
        try:
            found.append(seen())
            with scope(municipality):
                found.append(seen())
        finally:
            connections.close_all()

    with scope(municipality):
        Department.objects.create(name="Ny")
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert found == [set(), {municipality.pk}]


@on_postgres
def test_a_reference_cannot_be_followed_into_another_municipality(foreign: Municipality) -> None:
    with scope(foreign):
        pk = Department.objects.values_list("pk", flat=True).first()
    with pytest.raises(models.ObjectDoesNotExist):
        Department.unscoped.get(pk=pk)
