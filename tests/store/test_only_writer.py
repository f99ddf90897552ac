"""`store/` is the only writer of a reader's files: read from the sources, nothing is run here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "course_reader"

#: methods of a path that change the disk
METHODS = frozenset(
    {"write_text", "write_bytes", "mkdir", "rename", "unlink", "rmdir", "touch", "chmod", "symlink_to", "hardlink_to"}
)
#: functions of these modules change the disk
MODULES = {
    "os": {
        "open",
        "mkdir",
        "makedirs",
        "rename",
        "replace",
        "remove",
        "unlink",
        "rmdir",
        "link",
        "symlink",
        "truncate",
    },
    "shutil": {"copy", "copy2", "copyfile", "copyfileobj", "copytree", "move", "rmtree"},
    "tempfile": {"mkdtemp", "mkstemp", "NamedTemporaryFile", "TemporaryDirectory"},
}
#: who writes besides `store/`, and why that is not a reader's file
OTHERS = {
    "authoring/site.py": "the served copy of what was built, below _build/",
    "cards/anki.py": "a temporary folder",
    "cards/builder.py": "the output of a build",
    "cli.py": "opens the null device when nobody reads the output",
    "commands/notes/export.py": "the file that the user names with -o",
    "commands/publish/archive.py": "the file to publish, below _build/ or where the user wants it",
    "epub/packed.py": "the output of a build",
    "maps/kept.py": "pictures of maps, in the folder of doctrees",
    "marks/kept_texts.py": "_build/texts/",
    "parts/schemas.py": "the schemas that ship with the package, written by a developer",
    "pdf/booklet.py": "a temporary folder, and the output of a build",
    "pdf/builder.py": "the output of a build",
    "pdf/pictures.py": "the work folder of a printed book, below the output of a build",
    "pdf/template.py": "the work folder of a printed book, below the output of a build",
    "pdf/passes.py": "the output of a build",
    "parts/map/page.py": "pictures in the output of a build",
    "sphinx_ext/faults.py": "marks of pages that could not be written, below _build/",
    "sphinx_ext/output/files.py": "the output of a build",
    "sphinx_ext/output/find_files.py": "the output of a build",
    "sphinx_ext/output/record.py": "the list of what builds have written, below _build/, and what is on it",
    "sphinx_ext/public/left_out.py": "the output of a build",
    "sphinx_ext/state/lock.py": "the lock of a build, below _build/",
    "sphinx_ext/state/seal.py": "the seal of what a build keeps, below _build/",
    "sphinx_ext/web/offline.py": "the output of a build",
    "sphinx_ext/web/site_files.py": "the output of a build",
    "theme/__init__.py": "scripts in the output of a build",
    "views/printed.py": "the record of a printed pack, in the output of a build",
    "word/builder.py": "the work folder of a Word file, below the output of a build",
    "word/package.py": "the output of a build",
    "sphinx_ext/html.py": "copies printed packs into the output of a build",
    "sphinx_ext/run_state.py": "a cache in the folder of doctrees",
}


def writes(tree: ast.Module) -> Iterator[int]:
    """The lines of a module that change the disk."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_writing(node):
            yield node.lineno


def _is_writing(call: ast.Call) -> bool:
    function = call.func
    if isinstance(function, ast.Name):
        return function.id == "open" and _opens_for_writing(call.args[1:2], call)
    if not isinstance(function, ast.Attribute):
        return False
    owner = function.value.id if isinstance(function.value, ast.Name) else ""
    if owner in MODULES:
        return function.attr in MODULES[owner]
    if function.attr == "open":
        return _opens_for_writing(call.args[:1], call)
    # `replace` of a path takes one argument, that of a text two.
    return function.attr in METHODS or (function.attr == "replace" and len(call.args) == 1 and not call.keywords)


def _opens_for_writing(positional: list[ast.expr], call: ast.Call) -> bool:
    modes = [*positional, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    return any(isinstance(m, ast.Constant) and isinstance(m.value, str) and set(m.value) & set("wxa+") for m in modes)


def writers() -> dict[str, list[int]]:
    """The modules that change the disk, with their lines."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        lines = list(writes(ast.parse(path.read_text(encoding="utf-8"))))
        if lines:
            found[path.relative_to(SOURCE).as_posix()] = lines
    return found


def test_nobody_but_the_store_writes_files_of_a_reader() -> None:
    others = {name: lines for name, lines in writers().items() if not name.startswith("store/")}
    assert {name: lines for name, lines in others.items() if name not in OTHERS} == {}
    assert sorted(set(OTHERS) - set(others)) == [], "these write nothing any more"


@pytest.mark.parametrize(
    ("code", "is_writing"),
    [
        ("path.write_text('x')", True),
        ("path.open('w')", True),
        ("path.open(mode='ab')", True),
        ("open('x', 'r+')", True),
        ("beside.replace(target)", True),
        ("os.rename(a, b)", True),
        ("shutil.copytree(a, b)", True),
        ("path.open('rb')", False),
        ("open('x')", False),
        ("'a'.replace('b', 'c')", False),
        ("replace(record, x=1)", False),
        ("path.read_text()", False),
    ],
)
def test_the_test_sees_what_writes(code: str, is_writing: bool) -> None:
    assert bool(list(writes(ast.parse(code)))) is is_writing
