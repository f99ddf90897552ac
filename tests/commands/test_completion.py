"""Completion in a shell, and the hook that other repositories use."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from course_reader.cli import commands, main
from course_reader.commands.command import FINE, named
from course_reader.commands.completion import words

BASH = shutil.which("bash")


@pytest.mark.skipif(BASH is None and "CI" not in os.environ, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["b"], {"build"}),
        (["add", ""], {"article", "entry", "note", "pack"}),
        (["add", "note", "--k"], {"--kind"}),
        (["--root", "/a/b", "che"], {"check"}),
        (["build", "pdf", "--str"], {"--strict"}),
        (["notes", "re"], {"reanchor"}),
        (["completion", ""], {"bash", "zsh", "fish", "--help"}),
    ],
)
def test_bash_offers_what_fits(typed: list[str], offered: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "bash"]) == FINE
    script = capsys.readouterr().out
    ask = 'COMP_WORDS=(course-reader "$@"); COMP_CWORD=$#; _course_reader; echo "${COMPREPLY[*]}"'
    assert BASH
    said = subprocess.run([BASH, "-c", script + ask, "bash", *typed], capture_output=True, text=True, check=True)
    assert (set(said.stdout.split()), said.stderr) == (offered, "")


def test_every_shell_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert main(["completion", shell]) == FINE
        script = capsys.readouterr().out
        assert [name for name, _ in named(commands()) if name.split()[-1] not in script] == []
    assert {"--body", "--kind", "question", "--help"} <= {*words(commands())["add note"], "question"}


def test_the_hook_calls_a_command_that_there_is(project: Path) -> None:
    [hook] = yaml.safe_load((project / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *argv = hook["entry"].split()
    assert program == "course-reader"
    assert argv[0] in {command.name for command in commands()}
    assert hook["pass_filenames"] is False
