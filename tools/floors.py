"""The oldest version of each dependency that `pyproject.toml` allows, as constraints for pip.

    python tools/floors.py > floors.txt
    pip install --constraint floors.txt --editable . --group test

Only what the project itself names is held at its lower bound; what those packages need is the newest that they allow.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
#: the groups of dependencies that the tests need, beside those of the package
GROUPS = ("test",)

_NAME = re.compile(r"[\w.-]+")
_FLOOR = re.compile(r">=\s*([\w.]+)")


class FloorError(Exception):
    """A requirement has no lower bound."""


def requirements(project: dict[str, Any], groups: Iterable[str] = GROUPS) -> Iterator[str]:
    """What `pyproject.toml` asks for: of the package, and of these groups."""
    yield from project["project"]["dependencies"]
    for group in groups:
        for line in project["dependency-groups"][group]:
            if isinstance(line, str):
                yield line
            else:
                yield from requirements({**project, "project": {"dependencies": []}}, [line["include-group"]])


def floors(project: dict[str, Any]) -> list[str]:
    """The requirements at their lower bounds.

    Raises:
        FloorError: one of them has no lower bound.
    """
    found = []
    for line in requirements(project):
        name, floor = _NAME.match(line), _FLOOR.search(line)
        if not name or not floor:
            raise FloorError(f"pyproject.toml: {line!r} has no lower bound; add one (>=) that is tested")
        found.append(f"{name[0]}=={floor[1]}")
    return found


def main() -> int:
    """Print the constraints."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    try:
        print("\n".join(floors(project)))
    except FloorError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
