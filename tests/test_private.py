"""Private names of libraries: the code uses only those listed here, and every tested version has them."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple

import pytest
from docutils import nodes
from lxml import etree
from readers import make_reader
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import _assets
from sphinx.util.docutils import docutils_namespace

import course_reader

TESTS = Path(__file__).parent
SOURCE = Path(course_reader.__file__).parent
#: those of which a new version may rename what is private
LIBRARIES = ("sphinx", "docutils", "myst_parser", "pybtex", "sphinxcontrib", "sphinx_design")
#: folders of a build, not attributes
FOLDERS = {"_build", "_images", "_packs", "_static", "_sources"}

#: `_value_` and the like are public names of enums
_PRIVATE = re.compile(r"_[a-zA-Z]\w*(?<!_)")


class Use(NamedTuple):
    """Why a private name is used, and which test fails if it changes its meaning."""

    reason: str
    test: str


KEPT = "authoring/test_kept.py::test_after_each_edit_the_pages_are_those_of_a_fresh_build"
USED = {
    "_pickled_doctree_cache": Use("Sphinx never drops an old doctree from it, so a second build would use it", KEPT),
    "_search_index_index_entries": Use("Sphinx does not drop a removed page from it, and then fails", KEPT),
    "_raw_config": Use(
        "the only list of names in conf.py that Sphinx does not know, to find misspelt settings",
        "test_errors.py::test_settings_that_cannot_be_are_replaced_and_told",
    ),
    **dict.fromkeys(
        ("_index_entries", "_mapping", "_title_mapping", "_objtypes", "_objnames"),
        Use(
            "Sphinx's index of the search keeps what no page has any longer, and nothing public takes it out",
            "sphinx_ext/test_search_index.py::test_it_is_that_of_a_build_from_nothing",
        ),
    ),
    **dict.fromkeys(
        ("_assets", "_file_checksum_inner"),
        Use(
            "Sphinx keeps the checksum of a style sheet while a process runs, and nothing public forgets it",
            "sphinx_ext/test_same_bytes.py",
        ),
    ),
    "_document": Use(
        "a node keeps its document under this name, which a copy of its attributes leaves out",
        "marks/test_withhold.py",
    ),
    "_Element": Use("lxml has no other name for the type", "scrape/webpage/test_blocks.py"),
}


def own_names(tree: ast.AST) -> set[str]:
    """Names that a module gives to something itself."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                found.add(name)
    return found


def private_names(tree: ast.AST, own: Set[str]) -> Iterator[str]:
    """Private names of others that a module uses: as an attribute, in an import, or as a string for `getattr`."""
    for node in ast.walk(tree):
        names: list[str] = []
        match node:
            case ast.Attribute(attr=name):
                names = [name]
            case ast.Constant(value=str(text)):
                names = [] if text in FOLDERS else [text]
            case ast.Import(names=aliases):
                names = [step for alias in aliases for step in alias.name.split(".")]
            case ast.ImportFrom(module=module, names=aliases):
                names = [*(module or "").split("."), *(alias.name for alias in aliases)]
        yield from (name for name in names if _PRIVATE.fullmatch(name) and name not in own)


def test_the_code_uses_no_other_private_name() -> None:
    used: dict[str, set[str]] = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    own: dict[Path, set[str]] = defaultdict(set)
    for path, tree in trees.items():
        own[path.parent] |= own_names(tree)
    for path, tree in trees.items():
        for name in private_names(tree, own[path.parent]):
            used.setdefault(name, set()).add(str(path.relative_to(SOURCE)))
    assert {name: files for name, files in used.items() if name not in USED} == {}
    assert sorted(set(USED) - set(used)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("self._app.build()", ["_app"]),
        ("env._cache = {}", ["_cache"]),
        ("getattr(env, '_cache')", ["_cache"]),
        ("vars(env)['_cache'].clear()", ["_cache"]),
        ("import sphinx._cli.util", ["_cli"]),
        ("from sphinx._cli import util", ["_cli"]),
        ("from docutils.nodes import _Text as Text", ["_Text"]),
        ("def _own(self): return self._own", []),
        ("self._own = 1; print(self._own)", []),
        ("print(app.__class__, _('text'), '_build')", []),
    ],
)
def test_each_way_to_use_one_is_seen(line: str, found: list[str]) -> None:
    tree = ast.parse(line)
    assert list(private_names(tree, own_names(tree))) == found


@pytest.mark.parametrize("name", USED)
def test_each_has_a_reason_and_a_test(name: str) -> None:
    path, _, function = USED[name].test.partition("::")
    text = (TESTS / path).read_text(encoding="utf-8")
    assert USED[name].reason
    assert f"\ndef {function or 'test_'}" in text


def test_this_version_has_them(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, {})
    with docutils_namespace():
        app = Sphinx(reader.root, reader.root, tmp_path / "html", tmp_path / "trees", "html", status=None, warning=None)
        app.build(force_all=True)
    assert isinstance(vars(app.env)["_pickled_doctree_cache"], dict)
    assert isinstance(vars(app.env)["_search_index_index_entries"], dict)
    assert callable(_assets._file_checksum_inner.cache_clear)
    assert "_document" in vars(nodes.Node)
    index = vars(app.builder.indexer)  # type: ignore[attr-defined]
    assert {"_index_entries", "_mapping", "_title_mapping", "_objtypes", "_objnames"} <= index.keys()
    assert "extensions" in app.config._raw_config
    assert isinstance(etree.fromstring("<p/>"), etree._Element)


def ours() -> Iterator[type]:
    """Every class of the package that is based on one of a library."""
    for module in pkgutil.walk_packages(course_reader.__path__, "course_reader."):
        if not module.name.endswith("__main__") and ".new_reader" not in module.name:
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and value.__module__ == module.name and list(foreign_bases(value)):
                    yield value


def foreign_bases(one: type) -> Iterator[type]:
    """The bases of a class that are a library's."""
    return (base for base in one.__mro__ if base.__module__.split(".")[0] in LIBRARIES)


def private_of(one: type) -> set[str]:
    """The private names that a class itself gives to its methods, and to itself."""
    assigned = re.findall(r"\bself\.(_[a-z]\w*)\b[^=\n]*=[^=]", inspect.getsource(one))
    return {name for name in (*vars(one), *assigned) if _PRIVATE.fullmatch(name)}


def test_no_class_hides_a_private_name_of_its_base() -> None:
    hidden = {
        (one.__qualname__, name)
        for one in ours()
        for base in foreign_bases(one)
        for name in private_of(one) & private_of(base)
    }
    assert len(list(ours())) > 10
    assert hidden == set()


def test_a_hidden_name_is_seen() -> None:
    class Known(Builder):
        def _app(self) -> None: ...

        def own(self) -> None:
            self._mine = 1

    assert private_of(Known) == {"_app", "_mine"}
    assert list(foreign_bases(Known)) == [Builder]
