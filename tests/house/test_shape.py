"""The house rules that a machine can hold: short files, short functions, telling names, views that do not write."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for p in (ROOT / "ombud").rglob("*.py") if "migrations" not in p.parts)
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
VAGUE = {"utils", "helpers", "common", "managers", "misc"}
WRITES = {"save", "delete", "create", "update", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_function_is_short(path: Path) -> None:
    long = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_module_has_a_vague_name(path: Path) -> None:
    assert not VAGUE & {part.removesuffix(".py") for part in path.parts}


def orm_writes(tree: ast.AST) -> list[str]:
    """Calls on something that is a model's manager, a queryset or a row; `form.save` and `dict.update` look alike,
    so plain names of dictionaries and sets are told apart by where the call hangs."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            text = ast.unparse(node.func)
            if node.func.attr in {"save", "delete"} or ".objects" in text or ".unscoped" in text or "bulk" in text:
                found.append(f"{node.lineno}: {text}")
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "ombud" / "desk").rglob("*.py")), ids=relative)
def test_a_page_never_writes_itself(path: Path) -> None:
    assert not orm_writes(ast.parse(path.read_text()))


def test_the_search_for_writes_finds_one() -> None:
    assert orm_writes(ast.parse("Enquiry.objects.filter(pk=1).update(year=2)"))
    assert orm_writes(ast.parse("enquiry.save()"))
    assert not orm_writes(ast.parse("context.update(extra)"))


def test_no_page_carries_style_or_script_inside() -> None:
    for path in (ROOT / "ombud" / "desk" / "templates").rglob("*.html"):
        text = path.read_text()
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert "onclick=" not in text, path
        assert "<script>" not in text, path
