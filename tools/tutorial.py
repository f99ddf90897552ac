"""Follow the tutorial of the manual word for word, and install the package away from this repository.

    python tools/tutorial.py                the tutorial with each Python on the path, then all ways to install
    python tools/tutorial.py --tutorial     only the tutorial
    python tools/tutorial.py --install      only wheel and sdist, with pip and, if it is there, with uv

Each environment is bare and has the pip that comes with its Python, which is the oldest that anybody has. The time of
each step is printed. The script ends with 1 if a command fails, or does not say what the manual prints.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent
TUTORIAL = PROJECT / "docs" / "manual" / "make-your-own.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = "@@ command"
#: the versions of Python that are tried
_VERSIONS = [f"python3.{minor}" for minor in range(11, 20)]


class StepError(Exception):
    """A step failed; the message has its output."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command, and the lines that the manual prints below it."""

    command: str
    answer: tuple[str, ...]


def steps(text: str) -> Iterator[Step]:
    """The commands of a page, in its order.

    >>> list(steps("```console\\n$ ls\\na\\nb\\n$ pwd\\n```\\n"))
    [Step(command='ls', answer=('a', 'b')), Step(command='pwd', answer=())]
    """
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *answer = part.strip("\n").split("\n")
            yield Step(command, tuple(line for line in answer if line.strip()))


def follow(wanted: Sequence[Step], folder: Path, environment: Mapping[str, str]) -> str:
    """Type the commands into one shell, one after the other.

    Raises:
        StepError: if a command fails, or its output lacks a line of the manual.
    """
    script = "set -e\n" + "".join(f"echo '{_MARK}'\n{step.command}\n" for step in wanted)
    run = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=dict(environment), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    said = run.stdout.split(f"{_MARK}\n")[1:]
    if run.returncode:
        raise StepError(f"{wanted[len(said) - 1].command!r} failed:\n{said[-1] if said else run.stdout}")
    for step, output in zip(wanted, said, strict=True):
        for line in step.answer:
            if line not in output:
                raise StepError(f"{step.command!r} does not say {line!r}, but:\n{output}")
    return run.stdout


def bare(home: Path, first: Path | None = None) -> dict[str, str]:
    """The variables of somebody who has just sat down; `first` is a folder where commands are looked for first."""
    # How the network is reached belongs to the computer, not to whoever sits down.
    network = ("PIP_", "UV_", "SSL_", "HTTP", "http", "NO_PROXY", "no_proxy", "REQUESTS_", "CURL_", "LANG")
    kept = {key: value for key, value in os.environ.items() if key.startswith(network)}
    path = os.pathsep.join(filter(None, [str(first or ""), *_system_path()]))
    return kept | {"HOME": str(home), "PATH": path, "PYTHONUTF8": "1"}


def _system_path() -> list[str]:
    """The path without the environment that this script runs in."""
    own = str(Path(sys.executable).parent) if sys.prefix != sys.base_prefix else ""
    return [folder for folder in os.environ.get("PATH", "").split(os.pathsep) if folder and folder != own]


def packages(folder: Path) -> tuple[Path, list[Path]]:
    """The project as others get it: unpacked, and as wheel and sdist."""
    source = folder / "source"
    source.mkdir()
    files = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (PROJECT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, source / name)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder / "dist")], cwd=source, check=True)
    return source, sorted((folder / "dist").iterdir())


def pythons() -> Iterator[str]:
    """Each supported Python on the path."""
    for name in _VERSIONS:
        if found := shutil.which(name, path=os.pathsep.join(_system_path())):
            yield found


def try_tutorial(python: str, source: Path, folder: Path) -> None:
    """Follow the tutorial with one Python, whose name is `python3` in it."""
    (folder / "bin").mkdir()
    (folder / "bin" / "python3").symlink_to(python)
    project = folder / "project"
    shutil.copytree(source, project)
    follow(list(steps(TUTORIAL.read_text(encoding="utf-8"))), project, bare(folder, folder / "bin"))


def try_package(package: Path, installer: str, folder: Path) -> None:
    """Install a package, and make and build a reader with it."""
    install = {
        "pip": f"'{sys.executable}' -m venv env && env/bin/pip install --quiet '{package}'",
        "uv": f"uv venv --quiet --python '{sys.executable}' env && uv pip install --quiet --python env '{package}'",
    }[installer]
    wanted = [
        Step(install, ()),
        Step("env/bin/course-reader new mine", ()),
        Step("cd mine", ()),
        Step("../env/bin/course-reader build html pdf epub", ("built _build/html/index.html",)),
        Step("../env/bin/course-reader check", ("No problems.",)),
        Step("../env/bin/python -c 'import course_reader; print(course_reader.__file__)'", (str(folder / "env"),)),
    ]
    environment = bare(folder)
    if uv := shutil.which("uv"):
        environment["PATH"] += os.pathsep + str(Path(uv).parent)
    follow(wanted, folder, environment)


def main(given: list[str]) -> int:
    """Try everything."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tutorial", action="store_true", help="only the tutorial")
    parser.add_argument("--install", action="store_true", help="only wheel and sdist")
    options = parser.parse_args(given)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="course-reader-") as name:
        source, built = packages(Path(name))
        jobs = []
        if not options.install:
            jobs += [(f"tutorial with {python}", try_tutorial, (python, source)) for python in pythons()]
        if not options.tutorial:
            ways = ["pip", *(["uv"] if shutil.which("uv") else [])]
            jobs += [(f"{package.name} with {way}", try_package, (package, way)) for package in built for way in ways]
        for number, (what, job, values) in enumerate(jobs):
            folder = Path(name, f"job-{number}")
            folder.mkdir()
            started = time.monotonic()
            try:
                job(*values, folder)
                print(f"{what}: fine, {time.monotonic() - started:.0f} s", flush=True)
            except StepError as error:
                failed += 1
                print(f"{what}: {error}", flush=True)
            shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
