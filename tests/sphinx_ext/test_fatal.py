"""What stops Sphinx is told in one sentence, with the place in the reader's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import article, make_reader
from sphinx.errors import ConfigError, ExtensionError, SphinxError

from course_reader.model.problems import Code, Problem
from course_reader.sphinx_ext.fatal import fatal_problem
from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run

TRACEBACK = """There is a programmable error in your configuration file:

Traceback (most recent call last):
  File "/usr/lib/python3/config.py", line 3, in eval
    exec(code)
  File "{root}/conf.py", line 7, in <module>
    1 / 0
ZeroDivisionError: division by zero
"""


def told(error: Exception, root: Path) -> tuple[str, int, str]:
    problem = fatal_problem(error, root)
    assert problem.code is Code.NOT_BUILT
    return problem.path, problem.line, problem.message


def test_a_traceback_is_its_last_line_and_its_place(tmp_path: Path) -> None:
    path, line, message = told(ConfigError(TRACEBACK.format(root=tmp_path)), tmp_path)

    assert (path, line) == ("conf.py", 7)
    assert "division by zero" in message and "Traceback" not in message
    assert "\n" not in message


def test_a_configuration_that_is_no_python_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/conf.py").write_text("(", encoding="utf-8")
    error = ConfigError("There is a syntax error in your configuration file: '(' was never closed (conf.py, line 4)\n")

    assert told(error, tmp_path)[:2] == ("conf/conf.py", 4)


def test_a_place_outside_the_reader_is_none(tmp_path: Path) -> None:
    elsewhere = TRACEBACK.format(root="/somewhere/else")
    assert told(SphinxError(elsewhere), tmp_path)[:2] == ("", 0)


def test_an_extension_that_fails_is_named(tmp_path: Path) -> None:
    error = ExtensionError("Handler <function f> for event 'x' threw an exception", ValueError("too much"), "an.ext")
    message = told(error, tmp_path)[2]

    assert "an.ext" in message and "too much" in message
    assert "Handler" not in message


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    message = told(PermissionError(13, "Permission denied", "/r/_build"), tmp_path)[2]
    assert "Permission denied" in message and "/r/_build" in message


@pytest.mark.parametrize("error", [ValueError("x"), KeyError("y"), AssertionError()])
def test_a_fault_of_the_program_is_one_sentence_too(tmp_path: Path, error: Exception) -> None:
    message = told(error, tmp_path)[2]
    assert f"the program or an extension has a fault: {type(error).__name__}" in message
    assert message.endswith("please report it")


PART = """
from course_reader.parts.part import Below, Part

BELOW = Below(order=1, values={values}, page={page}, printed={printed})
PART = Part(name="right_part_fatal", about="It fails.", below=(BELOW,), setup={setup})
"""
FINE = {"values": "lambda at: 1", "page": "lambda value, links: []", "printed": "None", "setup": "None"}


def stopped(root: Path, builder: str) -> list[Problem]:
    try:
        with sphinx_run(root, builder) as run:
            return list(run.warnings)
    except CannotBuildError as error:
        return [error.problem]


@pytest.mark.parametrize(
    ("wrong", "builder"),
    [
        ({"values": "lambda at: 1 / 0"}, "html"),
        ({"page": "lambda value, links: 1 / 0"}, "html"),
        ({"setup": "lambda app: 1 / 0"}, "html"),
        ({"printed": "lambda value, book: 1 / 0"}, "typst"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value,
)
def test_an_error_in_code_of_the_reader_is_told_with_its_file_and_line(
    tmp_path: Path, wrong: dict[str, str], builder: str
) -> None:
    files = {
        "right_part_fatal.py": PART.format(**(FINE | wrong)),
        "corpus/one/article.md": article("Text."),
        "corpus/packs/all.md": "# All\n\n```{toctree}\n../one/article\n```\n",
    }
    make_reader(tmp_path, files, "reader_parts = ['right_part_fatal']\n")
    [problem] = {p for p in stopped(tmp_path, builder) if p.code is Code.NOT_BUILT}

    assert (problem.path, problem.line) == ("right_part_fatal.py", 4 if "setup" in wrong else 3)
    assert "ZeroDivisionError: division by zero" in problem.message
    assert problem.message.endswith("; correct this line")
