"""The tutorial of the manual is followed as it stands; installing is left to `python tools/tutorial.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from tools.scripts import script

tutorial = script("tutorial")
STEPS = list(tutorial.steps(tutorial.TUTORIAL.read_text(encoding="utf-8")))


def test_commands_and_what_they_answer_are_read() -> None:
    text = "```console\n$ one\nA\n\n$ two\n```\n\n```yaml\n$ no\n```\n\n```console\n$ three\n```\n"
    assert [(step.command, step.answer) for step in tutorial.steps(text)] == [
        ("one", ("A",)), ("two", ()), ("three", ()),
    ]  # fmt: skip


def test_every_command_can_be_typed_where_it_stands() -> None:
    """What the environment brings is used only after it has been switched on."""
    commands = [step.command for step in STEPS]
    on = next(number for number, command in enumerate(commands) if command.startswith(". "))
    first = {command.split()[0] for command in commands[: on + 1]}
    assert first == {"python3", "."}
    assert {command.split()[0] for command in commands[on + 1 :]} == {"pip", "course-reader", "cd"}


def test_what_comes_after_installing_is_followed(tmp_path: Path) -> None:
    wanted = [step for step in STEPS if step.command.split()[0] in ("course-reader", "cd")]
    # Pages alone: the other formats have their own tests.
    wanted = [tutorial.Step(step.command.replace("html pdf epub", "html"), step.answer) for step in wanted]
    typed = tmp_path / "bin" / "course-reader"
    typed.parent.mkdir()
    typed.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m course_reader.cli \"$@\"\n", encoding="utf-8")
    typed.chmod(0o755)
    (tmp_path / "project").mkdir()
    paths = {key: os.environ[key] for key in ("PYTHONPATH",) if key in os.environ}
    said = tutorial.follow(wanted, tmp_path / "project", tutorial.bare(tmp_path, typed.parent) | paths)
    assert (tmp_path / "my-reader" / "_build" / "html" / "index.html").is_file()
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("command", "answer", "complaint"), [("false", (), "failed"), ("echo a", ("b",), "does not say 'b'")]
)
def test_a_step_that_fails_or_says_something_else_is_reported(
    tmp_path: Path, command: str, answer: tuple[str, ...], complaint: str
) -> None:
    with pytest.raises(tutorial.StepError, match=complaint):
        tutorial.follow([tutorial.Step(command, answer)], tmp_path, tutorial.bare(tmp_path))
