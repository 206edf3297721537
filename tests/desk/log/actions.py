"""Every action that anything in the program writes into the log, read from the source itself."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[3] / "ombud"
AUDIT = "ombud.audit.record"
Writer = tuple[str, str]
"""The module and the name of a function whose first argument is an action, or a verb of one."""


@dataclass(frozen=True)
class Module:
    """A module with what each of its names can stand for."""

    name: str
    tree: ast.Module
    calls: list[tuple[ast.Call, ast.FunctionDef | None]] = field(default_factory=list)

    @cached_property
    def imported(self) -> dict[str, Writer]:
        """Where a name of the module comes from."""
        found = [node for node in ast.walk(self.tree) if isinstance(node, ast.ImportFrom) and node.module]
        names = [(node.module or "", alias) for node in found for alias in node.names]
        return {alias.asname or alias.name: (module, alias.name) for module, alias in names}

    @cached_property
    def texts(self) -> dict[str, set[str]]:
        """The texts that are assigned to a name anywhere in the module."""
        found: dict[str, set[str]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    for name, value in _pairs(target, node.value):
                        found.setdefault(name, set()).update(self.texts_of(value, {}))
        return found

    def writer(self, call: ast.Call) -> Writer:
        if isinstance(call.func, ast.Attribute):
            return "", ""
        name = getattr(call.func, "id", "")
        return self.imported.get(name, (self.name, name))

    def texts_of(self, node: ast.expr, known: dict[str, set[str]]) -> set[str]:
        """What an expression can be: a text, either side of a choice, or what its name stands for."""
        if isinstance(node, ast.Constant):
            return {node.value} if isinstance(node.value, str) else set()
        if isinstance(node, ast.IfExp):
            return self.texts_of(node.body, known) | self.texts_of(node.orelse, known)
        return known.get(node.id, set()) if isinstance(node, ast.Name) else set()


def written() -> tuple[set[str], set[str], list[str]]:
    """Dotted actions, verbs that get a noun of the set-up in front, and the places that could not be read."""
    modules = [_module(path) for path in sorted(ROOT.rglob("*.py")) if "migrations" not in path.parts]
    writers: set[Writer] = {
        (AUDIT, "record"),
        (AUDIT, "event"),
        (AUDIT, "record_case"),
        ("ombud.audit.models", "Event"),
    }
    while more := {one for module in modules for one in _passing_on(module, writers)} - writers:
        writers |= more
    texts: set[str] = set()
    unread = []
    for module in modules:
        for call, inside in module.calls:
            if module.writer(call) not in writers or _passes_on(call, inside):
                continue
            action = _action(call)
            found = module.texts_of(action, module.texts) if action is not None else set()
            texts |= found
            if not found:
                unread.append(f"{module.name}:{call.lineno}")
    return {text for text in texts if "." in text}, {text for text in texts if "." not in text}, unread


def nouns() -> set[str]:
    """The nouns that the actions of the set-up can name: every model of the room of offices."""
    return {str(model._meta.model_name) for model in apps.get_app_config("offices").get_models()}


def _module(path: Path) -> Module:
    parts = ("ombud", *path.relative_to(ROOT).with_suffix("").parts)
    tree = ast.parse(path.read_text())
    return Module(".".join(part for part in parts if part != "__init__"), tree, list(_calls(tree, None)))


def _calls(node: ast.AST, inside: ast.FunctionDef | None) -> Iterator[tuple[ast.Call, ast.FunctionDef | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, inside
        yield from _calls(child, child if isinstance(child, ast.FunctionDef) else inside)


def _passing_on(module: Module, writers: set[Writer]) -> Iterator[Writer]:
    for call, inside in module.calls:
        if inside is not None and module.writer(call) in writers and _passes_on(call, inside):
            yield module.name, inside.name


def _passes_on(call: ast.Call, inside: ast.FunctionDef | None) -> bool:
    """Whether a call gives the first thing that its function was given on as the action."""
    action = _action(call)
    if inside is None or action is None:
        return False
    own = {argument.arg for argument in (*inside.args.args, *inside.args.kwonlyargs)} & {"action", "verb"}
    return bool(own & {node.id for node in ast.walk(action) if isinstance(node, ast.Name)})


def _action(call: ast.Call) -> ast.expr | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "action"]
    return call.args[0] if call.args else (named[0] if named else None)


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _pairs(one, other)
