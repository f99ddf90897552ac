"""The oldest versions that the project allows."""

from __future__ import annotations

import sys
import tomllib
from importlib.metadata import version
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version
from tools.scripts import TOOLS, script

floors = script("floors")
PROJECT: dict[str, Any] = tomllib.loads((TOOLS.parent / "pyproject.toml").read_text(encoding="utf-8"))


def project(*dependencies: str, **groups: list[Any]) -> dict[str, Any]:
    return {"project": {"dependencies": list(dependencies)}, "dependency-groups": {"test": [], **groups}}


def test_every_requirement_is_held_at_its_lower_bound() -> None:
    found = floors.floors(project("one>=1.2", "two_b >= 3.0.4, <4", "three<9,>=8rc1", test=["four>=5"], lint=["five"]))
    assert found == ["one==1.2", "two_b==3.0.4", "three==8rc1", "four==5"]


def test_a_group_in_a_group_counts() -> None:
    asked = project("one>=1", test=["two>=2", {"include-group": "more"}], more=["three>=3"])
    assert list(floors.requirements(asked)) == ["one>=1", "two>=2", "three>=3"]


@pytest.mark.parametrize("line", ["one", "one<2", "one==1.0"])
def test_one_without_a_lower_bound_is_refused_by_name(line: str) -> None:
    with pytest.raises(floors.FloorError, match=line):
        floors.floors(project(line))


def test_a_requirement_without_one_ends_the_script_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["one"]\n[dependency-groups]\ntest = []\n')
    monkeypatch.setattr(floors, "PROJECT", tmp_path)
    assert floors.main() == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "pyproject.toml: 'one' has no lower bound; add one (>=) that is tested\n")


def test_those_of_the_project_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main() == 0
    printed = [Requirement(line) for line in capsys.readouterr().out.splitlines()]
    wanted = [Requirement(line) for line in floors.requirements(PROJECT)]
    assert [one.name for one in printed] == [one.name for one in wanted]
    for oldest, asked in zip(printed, wanted, strict=True):
        assert asked.specifier.contains(str(oldest.specifier).removeprefix("=="))


def test_what_is_installed_is_allowed_and_the_lowest_is_the_lowest() -> None:
    asked = {Requirement(line).name: Requirement(line) for line in floors.requirements(PROJECT)}
    assert [name for name, one in asked.items() if not one.specifier.contains(version(name), prereleases=True)] == []
    if sys.prefix.endswith("-lowest"):
        lowest = dict(line.split("==") for line in floors.floors(PROJECT))
        assert {n: v for n, v in lowest.items() if Version(version(n)) != Version(v)} == {}
