"""Names of classes: an error says so, and no two classes share a name without a reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "course_reader"


@cache
def classes() -> tuple[tuple[str, ast.ClassDef], ...]:
    """Every class of the package, with the path of its module."""
    return tuple(
        (path.relative_to(SOURCE).as_posix(), node)
        for path in sorted(SOURCE.rglob("*.py"))
        if "new_reader" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )


def _bases(node: ast.ClassDef) -> Iterator[str]:
    for base in node.bases:
        yield ast.unparse(base).rpartition(".")[2]


def test_every_error_of_ours_is_a_reader_error_and_is_named_so() -> None:
    errors = {"ReaderError"}
    for _ in range(5):
        errors |= {node.name for _, node in classes() if errors & {*_bases(node)}}
    raised = {node.name for _, node in classes() for base in _bases(node) if base.endswith(("Error", "Exception"))}
    assert raised == errors
    assert [name for name in sorted(errors) if not name.endswith("Error")] == []


#: names that two classes may share, and why
SHARED = {"Keys": "each part has one: the keys that it adds to a front matter"}


def test_no_two_classes_share_a_name_without_a_reason() -> None:
    paths: dict[str, list[str]] = {}
    for path, node in classes():
        paths.setdefault(node.name, []).append(path)
    shared = {name: found for name, found in paths.items() if len(found) > 1}
    assert {name: found for name, found in shared.items() if name not in SHARED} == {}
    assert sorted({*SHARED} - {*shared}) == [], "these names are no longer shared: take them out"
