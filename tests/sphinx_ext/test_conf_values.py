"""The settings of Sphinx and other extensions: a wrong value is told with its line, and the default is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from readers import article, make_reader
from sphinx.config import ENUM

from course_reader.sphinx_ext.conf_values import early, type_fault
from course_reader.sphinx_ext.problems import of_settings
from course_reader.sphinx_ext.run import sphinx_run

WRONG = """
exclude_patterns = [5]
include_patterns = None
suppress_warnings = 5
templates_path = 5
html_static_path = 5
html_theme_options = 5
language = 5
copyright = 5
project = None
source_suffix = 5
numfig_format = 5
myst_enable_extensions = 5
bibtex_bibfiles = 5
bibtex_default_style = "nonsuch"
root_doc = 5
html_theme = "cuorse_reader"
nitpicky = "yes"
rst_prolog = 5
reader_corpus = "texts"
reader_pdf_template = "look.typ"
reader_pdf_fonts = ["fonts"]
reader_chapters = ["docs/nothing"]
reader_background = "docs/nothing"
"""


def test_each_wrong_value_is_told_with_its_line_and_the_reader_is_built(tmp_path: Path) -> None:
    make_reader(tmp_path, {"corpus/one/article.md": article("Words.")}, WRONG)
    text = (tmp_path / "conf.py").read_text(encoding="utf-8").split("\n")
    with sphinx_run(tmp_path, "html") as run:
        assert run.stopped is None
        told = {problem.line: problem.message for problem in of_settings(run.app)}
    wanted = [line for line in WRONG.splitlines() if line]
    first = text.index(wanted[0]) + 1
    assert sorted(told) == list(range(first, first + len(wanted)))
    assert all(told[first + at].startswith(line.split(" ")[0]) for at, line in enumerate(wanted))
    assert told[first] == "exclude_patterns is [5]; it should be a list of texts. [] is used instead"
    assert "did you mean 'course_reader'?" in told[first + wanted.index('html_theme = "cuorse_reader"')]
    assert (tmp_path / "_build/html/corpus/one/article.html").is_file()


def test_an_extension_that_is_not_installed_is_left_out(tmp_path: Path) -> None:
    make_reader(tmp_path, {}, "extensions = ['course_reader', 'non.such']\n")
    with sphinx_run(tmp_path, "html") as run:
        [problem] = of_settings(run.app)
    assert problem.message == "the extension 'non.such' is not installed; install it, or take it out of `extensions`"
    assert problem.line


def test_links_of_the_header_that_are_none_are_left_out(tmp_path: Path) -> None:
    make_reader(tmp_path, {}, "html_theme_options = {'nav': [5], 'nav_teachers': 'docs/teach'}\n")
    with sphinx_run(tmp_path, "html") as run:
        [problem] = of_settings(run.app)
    assert run.stopped is None
    assert problem.message.endswith("it should be a list of links such as ['People', 'people/index']. It is left out")
    assert [name for name in ("nav is", "nav_teachers is") if name in problem.message] == ["nav is", "nav_teachers is"]


@pytest.mark.parametrize(
    ("name", "given", "default", "types"),
    [
        ("a_text", "x", "", frozenset({str})),
        ("a_text", None, None, frozenset({str})),
        ("a_list", ("x",), [], frozenset({list})),
        ("a_list", [("py:class", "x")], [], frozenset({set, list, tuple})),
        ("a_number", 5, 1.5, ()),
        ("a_flag", 1, False, bool),
        ("exclude_patterns", ["x"], [], frozenset({str})),
        ("source_suffix", ".md", {}, Any),
        ("source_suffix", {".md": None}, {}, Any),
        ("any", object, "x", Any),
        ("unknown", object, None, ()),
        ("word", "a", "b", ENUM("a", "b")),
    ],
)
def test_a_right_value_is_left_as_it_is(name: str, given: Any, default: Any, types: Any) -> None:
    assert type_fault(name, given, default, types) is None


@pytest.mark.parametrize(
    ("name", "given", "default", "types", "said"),
    [
        ("a_text", 5, "", frozenset({str}), "it should be a text"),
        ("a_text", [], None, frozenset({str}), "it should be a text or None"),
        ("a_list", "x", [], (), "it should be a list"),
        ("exclude_patterns", "x", [], frozenset({str}), "it should be a list of texts"),
        ("a_mapping", 5, {"a": 1}, Any, "it should be a dictionary or a list"),
        ("word", "c", "b", ENUM("a", "b"), "it should be one of the words that the manual of Sphinx names"),
        ("word", ["c"], "b", ENUM("a", "b"), "it should be one of the words that the manual of Sphinx names"),
        ("source_suffix", {5: None}, {}, Any, "it should be a dictionary such as {'.md': 'markdown'}"),
    ],
)
def test_a_wrong_type_is_told(name: str, given: Any, default: Any, types: Any, said: str) -> None:
    assert type_fault(name, given, default, types) == said


def test_what_sphinx_reads_first_has_a_default() -> None:
    wrong = early({"language": 5, "extensions": "x", "project": 5})
    assert {name: default for name, (default, _) in wrong.items()} == {
        "extensions": ["course_reader"],
        "language": "en",
    }
