"""The reader that this project ships, copied and built for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

SOURCES = ("index.md", "docs", "corpus", "glossary", "conf")


def copy_of(project: Path, folder: Path) -> Path:
    """The reader alone, so that a build leaves nothing in the project, and takes nothing private from it."""
    for name in SOURCES:
        source = project / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("private", "__pycache__"))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


def sphinx_build(root: Path, builder: str, out: Path, *options: str) -> str:
    """Run `sphinx-build` as a user does; its output, which is empty when it has nothing to complain about."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", builder, "-c", "conf", *options, ".", str(out)]
    env = os.environ | {"PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=env, check=False)
    return done.stdout + done.stderr + ("" if done.returncode == 0 else f"exit code {done.returncode}")


def answered_in(article: Path) -> set[str]:
    """The pages in which the answers to an article's questions are found, as its file names them."""
    questions = yaml.safe_load(article.read_text(encoding="utf-8").split("---\n")[1])["questions"]
    found = [question["answer_in"] for question in questions if isinstance(question, dict) and "answer_in" in question]
    return {name for names in found for name in ([names] if isinstance(names, str) else names)}
