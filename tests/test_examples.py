"""Every Python example of the README, the manual and the docstrings is run, in a folder with a new reader.

A block of Python in a page is run as a whole, a block with `>>>` line by line with its answers. The blocks of a page
share their names. A block that only assigns is a piece of `conf.py`: its names have to be settings, with right values.
"""

from __future__ import annotations

import ast
import doctest
import importlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sybil.document import Document
from sybil.parsers.myst import PythonCodeBlockParser

from course_reader.commands.new import create
from course_reader.model.settings import judge

PROJECT = Path(__file__).parent.parent
SOURCE = PROJECT / "src"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
#: languages of blocks that are Python by another name, and would not be run
OTHER_NAMES = re.compile(
    r"^\s*(?:`{3,}|~{3,}|:{3,})\s*(?:\{code-block\}\s*)?(py|python3|pycon|ipython3?|doctest)\s*$", re.M
)


def _parse(path: Path) -> Document:
    return Document.parse(str(path), PythonCodeBlockParser(doctest_optionflags=FLAGS))


def _pages() -> Iterator[Path]:
    """Every page of the project with Python in it."""
    for path in [*sorted(PROJECT.glob("*.md")), *sorted((PROJECT / "docs").rglob("*.md"))]:
        if list(_parse(path)):
            yield path


def _modules() -> Iterator[str]:
    """Every module with an example in a docstring."""
    for path in sorted((SOURCE / "course_reader").rglob("*.py")):
        if "new_reader" not in path.parts and re.search(r"^\s*>>> ", path.read_text(encoding="utf-8"), re.M):
            parts = path.relative_to(SOURCE).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PAGES = list(_pages())
MODULES = list(_modules())


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new reader, with the working folder in it."""
    create(tmp_path / "my-reader")
    monkeypatch.chdir(tmp_path / "my-reader")
    return tmp_path / "my-reader"


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """Every setting that exists when the extension is loaded."""
    root = tmp_path_factory.mktemp("settings") / "reader"
    create(root)
    with patch_docutils(root / "conf"), docutils_namespace():
        out = root / "_build"
        return Sphinx(root, root / "conf", out, out, "html", status=None, warning=io.StringIO()).config


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_examples_of_a_page_are_true(path: Path, reader: Path, config: Config) -> None:
    examples = list(_parse(path))
    for example in examples:
        example.evaluate()
        names = _assigned(example.parsed) if isinstance(example.parsed, str) else []
        if names:
            _judge({name: example.namespace[name] for name in names}, config, f"{path.name}:{example.line}")
    assert examples


def _assigned(code: str) -> list[str]:
    """The names that a piece of configuration assigns; none if the code does anything else."""
    found = []
    for statement in ast.parse(code).body:
        if not isinstance(statement, ast.Assign) or not all(isinstance(t, ast.Name) for t in statement.targets):
            return []
        found += [target.id for target in statement.targets if isinstance(target, ast.Name)]
    return found


def _judge(values: dict[str, Any], config: Config, place: str) -> None:
    """See that each name is a setting of Sphinx or ours, and that our settings take their values."""
    # The second belongs to an extension that comes with Sphinx.
    others = ("extensions", "intersphinx_mapping")
    assert [name for name in values if name not in config and name not in others] == [], place
    assert judge(values)[1] == {}, place


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_docstrings_are_true(name: str, reader: Path) -> None:
    tests = [test for test in doctest.DocTestFinder().find(importlib.import_module(name), name) if test.examples]
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=FLAGS)
    for test in tests:
        runner.run(test, out=report.append)
    assert tests, f"{name} has an example that no docstring holds"
    assert runner.failures == 0, "".join(report)


def test_python_has_one_name() -> None:
    pages = [*PROJECT.glob("*.md"), *(PROJECT / "docs").rglob("*.md")]
    assert {
        path.name: found for path in pages if (found := OTHER_NAMES.findall(path.read_text(encoding="utf-8")))
    } == {}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("a = 1\nb = [2]\n", ["a", "b"]),
        ("import os\na = 1\n", []),
        ("a.b = 1\n", []),
        ("a = b = 1\n", ["a", "b"]),
        ("", []),
    ],
)
def test_configuration_is_told_from_other_code(code: str, names: list[str]) -> None:
    assert _assigned(code) == names


@pytest.mark.parametrize("values", [{"reader_gloss": "frist"}, {"reader_glos": "first"}, {"html_thema": "furo"}])
def test_a_wrong_setting_in_a_page_would_be_seen(values: dict[str, Any], config: Config) -> None:
    with pytest.raises(AssertionError, match=r"page\.md"):
        _judge(values, config, "page.md")
