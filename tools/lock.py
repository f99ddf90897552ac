"""Write `tests/lock.txt`: the newest version of everything that the tests need, with hashes and without an address.

    python tools/lock.py                    add what is new in pyproject.toml, and keep the other versions
    python tools/lock.py --upgrade          take the newest version of everything

`make test` installs from this file, so the same commit is tested with the same packages everywhere; where a package
comes from is decided by the computer that installs it. The file holds for all versions of Python that the project
supports. A test compares its first line with `pyproject.toml`.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from floors import PROJECT, requirements

LOCK = PROJECT / "tests" / "lock.txt"
#: groups of dependencies that are locked, beside those of the package
GROUPS = ("dev",)
#: what `pip install --no-build-isolation --editable .` needs beside the build system itself
BUILDING = ("editables",)

_MADE_FROM = "# Made by tools/lock.py from the requirements with the digest "


class LockError(Exception):
    """The file cannot be written."""


def wanted(project: dict[str, Any]) -> list[str]:
    """All requirements that are locked, sorted."""
    return sorted({*requirements(project, GROUPS), *project["build-system"]["requires"], *BUILDING})


def heading(project: dict[str, Any]) -> str:
    """The first line of the file: it changes with the requirements and with the supported versions of Python."""
    text = "\n".join([project["project"]["requires-python"], *wanted(project)])
    return f"{_MADE_FROM}{hashlib.sha256(text.encode()).hexdigest()[:16]}."


def resolve(project: dict[str, Any], *, upgrade: bool) -> str:
    """Versions and hashes, one requirement after the other.

    Raises:
        LockError: uv is missing, or finds no versions that fit.
    """
    oldest = project["project"]["requires-python"].removeprefix(">=")
    options = ["--universal", "--python-version", oldest, "--generate-hashes", "--no-header", "--no-annotate"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        # Versions that are in the file are kept if they fit.
        output = Path(folder, LOCK.name)
        if LOCK.is_file() and not upgrade:
            shutil.copy(LOCK, output)
        command = [sys.executable, "-m", "uv", "pip", "compile", *options, "--output-file", str(output), "-"]
        done = subprocess.run(command, input="\n".join(wanted(project)), capture_output=True, text=True, check=False)
        if done.returncode:
            raise LockError(done.stderr.strip() or "uv failed")
        return output.read_text(encoding="utf-8")


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Write tests/lock.txt.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest version of everything")
    chosen = parser.parse_args()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    try:
        text = resolve(project, upgrade=chosen.upgrade)
    except LockError as error:
        print(f"{error}\nThe lock file is unchanged. uv is needed: pip install --group lock", file=sys.stderr)
        return 1
    if "://" in text:
        print("The lock file is unchanged: a requirement has an address.", file=sys.stderr)
        return 1
    LOCK.write_text(f"{heading(project)}\n{text}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
