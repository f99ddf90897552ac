"""Imports run one way, and the pure core stays pure: read from the source, nothing is imported here."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src"
ROOT = "course_reader"

#: which part may import which; a part is a folder, or a module beside them. Whoever is not named is not imported.
ARROWS: dict[str, set[str]] = {
    "problems": set(),
    "collector": set(),
    "theme": set(),
    "text": {"model.dates"},
    "model": {"problems", "text"},
    "maps": set(),
    "sphinx_ext": {"model", "text", "maps", "problems", "collector"},
    "pdf": {"model", "text", "maps", "sphinx_ext", "problems"},
    "exchange": {"model", "text", "problems"},
    "authoring": {"model", "text", "sphinx_ext", "exchange", "problems", "build", "check"},
    "scaffold": {"problems"},
    "importing": {"model", "text", "problems"},
    "build": {"model", "text", "sphinx_ext", "pdf", "problems"},
    "permissions": {"model", "sphinx_ext", "problems"},
    "check": {"model", "text", "sphinx_ext", "exchange", "problems"},
    "commands": set(),
    "notes_commands": {"model", "text", "sphinx_ext", "exchange", "authoring.store", "problems", "check", "commands"},
    "cli": {"*"},
    "manual": {"*"},
}
#: what the pure parts may use beyond the standard library; the longest matching name decides
PURE: dict[str, set[str]] = {
    "model": {"pydantic", "pydantic_core", "yaml"},
    "text": {"ahocorasick_rs"},
    "text.anchor": {"rapidfuzz"},
    "text.level": {"cefrpy"},
    "maps": set(),
    "text.scrape": {"yaml", "trafilatura", "lxml"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name, without the package's own."""
    found = {}
    for path in sorted((SOURCE / ROOT).rglob("*.py")):
        parts = path.relative_to(SOURCE / ROOT).with_suffix("").parts
        if "new_reader" in parts:
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def imported(module: str, *, only_at_import: bool = False) -> Iterator[tuple[str, int]]:
    """What a module imports, by full name, and in which line; without what only type checkers see, if asked."""
    nodes = _at_import(modules()[module]) if only_at_import else ast.walk(modules()[module])
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            source = node.module or ""
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                known = inner.removeprefix(f"{ROOT}.") in modules() and inner.startswith(f"{ROOT}.")
                yield (inner if known else source), node.lineno


def _at_import(tree: ast.Module) -> Iterator[ast.AST]:
    """The statements that run when a module is imported."""
    todo: list[ast.stmt] = list(tree.body)
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.unparse(node.test):
            todo += [*node.body, *node.orelse]
        elif isinstance(node, ast.Try):
            todo += [*node.body, *(s for handler in node.handlers for s in handler.body), *node.orelse]


def ours(name: str) -> str | None:
    """A module of ours without the package's name; "" for the package itself, None for anybody else's."""
    return "" if name == ROOT else name.removeprefix(f"{ROOT}.") if name.startswith(f"{ROOT}.") else None


def part_of(module: str) -> str:
    """The folder, or the module beside the folders."""
    return module.partition(".")[0]


@pytest.mark.parametrize("part", sorted({part_of(module) for module in modules()} - {""}))
def test_imports_follow_the_arrows(part: str) -> None:
    assert part in ARROWS, f"say in ARROWS what {part} may import"
    allowed = ARROWS[part]
    wrong = [
        f"{module}:{line} imports {name}"
        for module in modules()
        if part_of(module) == part
        for name, line in imported(module)
        if (target := ours(name)) and part_of(target) != part
        if not any(target == rule or target.startswith(f"{rule}.") or rule == "*" for rule in allowed)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", ["model", "text", "maps"])
def test_the_pure_parts_import_only_what_is_listed(part: str) -> None:
    wrong = []
    for module in modules():
        if part_of(module) != part:
            continue
        listed = max((name for name in PURE if f"{module}.".startswith(f"{name}.")), key=len)
        allowed = PURE[listed] | PURE[part] | set(sys.stdlib_module_names)
        for name, line in imported(module):
            if ours(name) is None and name.partition(".")[0] not in allowed:
                wrong.append(f"{module}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {
        module: {
            target
            for name, _ in imported(module, only_at_import=True)
            if (target := ours(name)) is not None and target in modules() and target != module
        }
        for module in modules()
    }
    assert list(TopologicalSorter(graph).static_order())
