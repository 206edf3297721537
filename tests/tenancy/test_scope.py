"""The scope: nothing is read outside it, it nests, and crossing it has to be asked for."""

import ast
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model

from ombud.offices.models import Department, Municipality
from ombud.tenancy.scope import NoScope, everywhere, scope, sight

ROOT = Path(__file__).resolve().parents[2]
CROSSINGS = {
    ("ombud/casework/actions/case_files/erasing.py", "the cases are compared with the key store"),
    ("ombud/casework/actions/case_files/erasing.py", "the rest of an erased case is deleted"),
    ("ombud/casework/storing/cleaning.py", "files that no row refers to are deleted"),
    ("ombud/config/commands/installation.py", "a migration changes the rows of every municipality"),
}
"""Every place in the product that crosses municipalities, with its reason as written there. Look hard at a new one."""


def names() -> set[str]:
    return set(Department.objects.values_list("name", flat=True))


@pytest.mark.parametrize("manager", ["objects", "unscoped"])
def test_outside_a_scope_a_query_is_an_error(albertslund: Municipality, manager: str) -> None:
    with pytest.raises(NoScope):
        getattr(Department, manager).count()


def test_no_rows_can_be_had_before_there_is_a_scope() -> None:
    assert list(Department.unscoped.none()) == []


def test_scopes_nest_and_end_in_order(albertslund: Municipality, ishoej: Municipality) -> None:
    with scope(albertslund):
        here = names()
        with scope(ishoej):
            assert names() != here
        assert names() == here
    assert sight() == ""


def test_everywhere_crosses_with_unscoped_only(albertslund: Municipality, ishoej: Municipality) -> None:
    with everywhere("a test"):
        assert {row.municipality_id for row in Department.unscoped.all()} == {albertslund.pk, ishoej.pk}
        with pytest.raises(NoScope):
            Department.objects.count()
        with scope(ishoej):
            assert {row.municipality_id for row in Department.objects.all()} == {ishoej.pk}
            assert sight() == str(ishoej.pk)
        assert sight() == "*"


def test_crossing_needs_a_reason() -> None:
    with pytest.raises(ValueError, match="why"), everywhere(""):
        pass


def test_an_error_ends_the_scope(albertslund: Municipality) -> None:
    with pytest.raises(KeyError), scope(albertslund):
        raise KeyError
    assert sight() == ""


def test_who_has_no_municipality_needs_no_scope(db: None) -> None:
    assert get_user_model().objects.count() == 0


def test_every_crossing_in_the_product_is_listed() -> None:
    found = set()
    for path in (ROOT / "ombud").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "everywhere":
                found.add((str(path.relative_to(ROOT)), ast.literal_eval(node.args[0])))
    assert found == CROSSINGS
