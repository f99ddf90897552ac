"""What stops Sphinx is told in one sentence, with the place in the reader's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from sphinx.errors import ConfigError, ExtensionError, SphinxError

from course_reader.model.problems import Code
from course_reader.sphinx_ext.fatal import fatal_problem

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
    assert problem is not None
    assert problem.code is Code.SPHINX
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
def test_a_fault_of_the_program_is_no_problem_of_the_reader(tmp_path: Path, error: Exception) -> None:
    assert fatal_problem(error, tmp_path) is None
