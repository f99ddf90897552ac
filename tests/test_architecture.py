"""Imports go one way, as the table in the manual says: read from the source, nothing is imported here."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).parent.parent
PACKAGE = "course_reader"
SOURCE = PROJECT / "src" / PACKAGE
MANUAL = PROJECT / "docs" / "manual" / "architecture.md"

MOST_FILES, MOST_LINES = 25, 300


class Row(NamedTuple):
    """What the manual says of one folder."""

    folder: str
    imports: frozenset[str]
    libraries: frozenset[str]


@cache
def table() -> tuple[Row, ...]:
    """The rows of the manual's table, from the top."""
    found = []
    for line in MANUAL.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| `\w+` \|", line):
            folder, _, imports, libraries = (cell.strip() for cell in line.strip("|").split("|"))
            names, others = (frozenset(re.findall(r"`(\w+)`", cell)) for cell in (imports, libraries))
            found.append(Row(folder.strip("`"), names, others))
    return tuple(found)


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name below the package."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "new_reader" in parts:
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def imported(module: str) -> Iterator[tuple[str, int]]:
    """What a module imports, by full name, and in which line; what only type checkers see too."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if ours(inner) in modules() else node.module or ""), node.lineno


def ours(name: str) -> str | None:
    """A module of ours without the package's name; "" for the package itself, None for anybody else's."""
    return "" if name == PACKAGE else name.removeprefix(f"{PACKAGE}.") if name.startswith(f"{PACKAGE}.") else None


def folder_of(module: str) -> str:
    return module.partition(".")[0]


@cache
def arrows() -> dict[str, dict[str, str]]:
    """Folder → what it imports from the outside, each with a place that does: our folders, and libraries."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for module in modules():
        for name, line in imported(module):
            inner = ours(name)
            to = folder_of(inner) if inner is not None else name.partition(".")[0]
            if to and to != folder_of(module) and to not in sys.stdlib_module_names:
                found[folder_of(module)].setdefault(to, f"{module}:{line}")
    return found


def test_every_folder_has_its_row() -> None:
    assert sorted(row.folder for row in table()) == sorted({folder_of(module) for module in modules()} - {""})


@pytest.mark.parametrize("row", table(), ids=lambda row: row.folder)
def test_a_folder_imports_just_what_its_row_says(row: Row) -> None:
    known = {other.folder for other in table()}
    found = arrows()[row.folder]
    assert {name: where for name, where in found.items() if name in known and name not in row.imports} == {}
    assert {name: where for name, where in found.items() if name not in known and name not in row.libraries} == {}
    assert (row.imports | row.libraries) - set(found) == set(), "nothing in the folder imports this"


def test_imports_go_down_the_table() -> None:
    order = [row.folder for row in table()]
    up = [(row.folder, name) for row in table() for name in row.imports if order.index(name) < order.index(row.folder)]
    assert up == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {
        module: {inner for name, _ in imported(module) if (inner := ours(name)) in modules() and inner != module}
        for module in modules()
    }
    assert list(TopologicalSorter(graph).static_order())


def test_no_part_imports_itself_by_way_of_others() -> None:
    parts: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        own = module.split(".")[:2]
        if own[0] == "parts" and len(own) == 2:
            targets = ((ours(name) or "").split(".")[:2] for name, _ in imported(module))
            parts[own[1]] |= {to[1] for to in targets if to[0] == "parts" and len(to) == 2 and to != own}
    assert list(TopologicalSorter(parts).static_order())


def test_nothing_but_entry_points_names_a_part() -> None:
    """What is not a part knows no part by name, but for the few whose values it needs."""
    needed = {"sphinx_ext": {"packs", "reading"}}
    shared = {"part", "registry", "schemas"}
    named: dict[str, set[str]] = defaultdict(set)
    for module in modules():
        for name, _ in imported(module):
            steps = (ours(name) or "").split(".")
            if folder_of(module) != "parts" and steps[0] == "parts" and len(steps) > 1 and steps[1] not in shared:
                named[folder_of(module)].add(steps[1])
    assert named == needed


@pytest.mark.parametrize("suffix", [".py", ".js", ".css", ".typ", ".html"])
def test_files_are_small(suffix: str) -> None:
    roots = (SOURCE, PROJECT / "tests", PROJECT / "tools", PROJECT / "docs", PROJECT / "conf")
    paths = [path for root in roots for path in sorted(root.rglob(f"*{suffix}")) if "node_modules" not in path.parts]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {str(path): count for path, count in lengths.items() if count > MOST_LINES} == {}


def test_folders_are_small() -> None:
    folders = [SOURCE, *(path for path in SOURCE.rglob("*") if path.is_dir() and path.name != "__pycache__")]
    counts = {folder: sum(1 for path in folder.iterdir() if path.is_file()) for folder in folders}
    assert {str(folder): count for folder, count in counts.items() if count > MOST_FILES} == {}
