"""The list of components, and the licences of everything that the tests install."""

from __future__ import annotations

import json
import re
import tomllib
from email.message import Message
from importlib.metadata import Distribution
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.scripts import TOOLS, script

components = script("components")
ROOT = TOOLS.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINES: list[str] = list(components.requirements(PROJECT, ()))
DIRECT = {canonicalize_name(Requirement(line).name) for line in LINES}
TESTED: list[str] = list(components.requirements(PROJECT, ("test",)))


def package(**fields: str | list[str]) -> Distribution:
    """One with these fields in its metadata."""
    head = Message()
    for name, values in {"name": "one", **fields}.items():
        for value in [values] if isinstance(values, str) else values:
            head[name.replace("_", "-")] = value

    class Made(Distribution):
        metadata = head  # type: ignore[assignment]

        def read_text(self, filename: str) -> None: ...

        def locate_file(self, path: Any) -> Any: ...

    return Made()


@pytest.mark.parametrize(
    ("fields", "licence"),
    [
        ({"License_Expression": "MIT AND PSF-2.0", "License": "BSD"}, "MIT AND PSF-2.0"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "MIT License\n\nCopyright …"}, "MIT"),
        ({"Classifier": ["Topic :: Education", "License :: OSI Approved :: BSD License"]}, "BSD-3-Clause"),
        ({"License": "see the file", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"Classifier": "License :: OSI Approved :: GNU Affero General Public License v3"}, "AGPL-3.0-only"),
        ({"License": "Dual Licensed - GNU AFFERO GPL 3.0 or Artifex Commercial License"}, ""),
        ({}, ""),
    ],
)
def test_a_licence_is_read_from_what_a_package_says(fields: Any, licence: str) -> None:
    assert components.licence(package(**fields)) == licence


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT AND MPL-2.0", True),
        ("GPL-2.0-only OR MPL-1.1", True),
        ("AGPL-3.0-only", False),
        ("MIT AND AGPL-3.0-only", False),
        ("GPL-3.0-only", False),
        ("", False),
    ],
)
def test_which_licences_are_allowed(expression: str, allowed: bool) -> None:
    assert components.is_allowed(expression) is allowed


def test_everything_that_the_tests_install_may_be_used() -> None:
    packages = components.installed(TESTED)
    assert len(packages) > 80
    licences = {name: components.licence(package) for name, (package, _) in packages.items()}
    assert {name: text for name, text in licences.items() if not components.is_allowed(text)} == {}


def test_the_lock_file_names_no_other_package() -> None:
    """Whatever is locked for this computer is a dependency whose licence is known, or a tool of our own."""
    text = (ROOT / "tests" / "lock.txt").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([\w.-]+)==", text, re.M))
    assert not locked & {"pymupdf", "pymupdf4llm", "pymupdf-layout"}
    assert set(DIRECT) <= locked


def test_the_manual_lists_the_indirect_dependencies_by_licence() -> None:
    text = (ROOT / "docs" / "manual" / "dependencies.md").read_text(encoding="utf-8")
    told = re.sub(r"\n +", " ", text.partition("## Installed with them")[2].partition("\n## ")[0])
    listed = {
        name: expression
        for expression, names in re.findall(r"^- (.+?): (.+)\.$", told, re.M)
        for name in re.findall(r"[a-z][\w.-]+", names)
    }
    packages = components.installed(LINES)
    indirect = {name: components.licence(one) for name, (one, _) in packages.items() if name not in DIRECT}
    assert len(indirect) > 30
    assert {name: text for name, text in indirect.items() if listed.get(name) != text} == {}


def test_the_list_of_components_is_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["components.py"])
    assert components.main() == 0
    first = capsys.readouterr().out
    made = json.loads(first)
    names = {one["name"] for one in made["components"]}
    assert names > DIRECT
    assert {"sphinx", "docutils", "lxml-html-clean", "Natural Earth"} < names
    refs = {one["bom-ref"] for one in made["components"] if one["type"] == "library"} | {"course-reader"}
    assert {one["ref"] for one in made["dependencies"]} == refs
    assert {ref for one in made["dependencies"] for ref in one["dependsOn"]} < refs
    assert components.main() == 0
    assert capsys.readouterr().out == first


def test_a_licence_that_is_not_allowed_ends_with_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["components.py", "--licences"])
    monkeypatch.setitem(components.KNOWN, "sphinx", "AGPL-3.0-only")
    assert components.main() == 1
    assert "sphinx: the licence is unknown or not allowed" in capsys.readouterr().err
