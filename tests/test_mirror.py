"""Tests are where one looks for them: `tests/` has the same folders and names as `src/course_reader/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "course_reader"

#: the stages each of whose modules has a file of tests of its own
MIRRORED = ("text", "scrape", "marks", "views", "pages", "parts", "checks")


def modules() -> Iterator[str]:
    """The modules of these stages, as paths without their ending."""
    for stage in MIRRORED:
        for path in sorted((SOURCE / stage).rglob("*.py")):
            if path.stem != "__init__":
                yield path.relative_to(SOURCE).with_suffix("").as_posix()


@pytest.mark.parametrize("module", modules())
def test_a_module_has_its_tests_in_the_same_place(module: str) -> None:
    folder, _, name = module.rpartition("/")
    tests = TESTS / folder / f"test_{name}.py"
    assert tests.is_file(), f"{module}.py has no tests; write them into {tests.relative_to(TESTS.parent)}"
    assert "\ndef test_" in tests.read_text(encoding="utf-8")


def test_no_folder_of_tests_is_left_behind() -> None:
    """A folder whose name is that of a stage has no folders below that the stage does not have."""
    folders = [path for stage in MIRRORED for path in (TESTS / stage).rglob("*") if path.is_dir()]
    names = {path.relative_to(TESTS) for path in folders if any(path.glob("test_*.py"))}
    assert sorted(str(name) for name in names if not (SOURCE / name).is_dir()) == []
