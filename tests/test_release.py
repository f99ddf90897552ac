"""What belongs to a release fits together: version, changelog, citation, and the files around them."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

import course_reader

PROJECT = Path(__file__).parent.parent
PYPROJECT: dict[str, Any] = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
CHANGELOG = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
CITATION: dict[str, Any] = yaml.safe_load((PROJECT / "CITATION.cff").read_text(encoding="utf-8"))

FILES = ["CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "LICENSE-texts", "README.md"]
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
RELEASE = re.compile(rf"(\d+\.\d+\.\d+) – (unreleased|[1-3]?\d (?:{MONTHS}) \d{{4}})")


def _headings(level: int) -> list[str]:
    return re.findall(rf"^{'#' * level} (.+)$", CHANGELOG, re.M)


def test_the_changelog_begins_with_what_is_not_released() -> None:
    assert _headings(2)[0] == "Unreleased"


def test_the_newest_release_in_the_changelog_is_this_version() -> None:
    releases = [RELEASE.fullmatch(heading) for heading in _headings(2)[1:]]
    assert None not in releases
    numbers = [tuple(map(int, found[1].split("."))) for found in releases if found]
    assert numbers == sorted(numbers, reverse=True)
    assert ".".join(map(str, numbers[0])) == course_reader.__version__


def test_changes_are_sorted_by_kind() -> None:
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(_headings(3)) <= kinds
    for section in re.split(r"^## .+$", CHANGELOG, flags=re.M)[1:]:
        found = re.findall(r"^### (.+)$", section, re.M)
        assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ["CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "README.md"])
def test_links_lead_to_files_and_sections(name: str) -> None:
    text = (PROJECT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\((\S+?)\)", text) if not link.startswith("http")]
    for link in links:
        path, _, anchor = link.partition("#")
        assert (PROJECT / path).exists(), link
        if anchor:
            headings = re.findall(r"^#+ (.+)$", (PROJECT / path).read_text(encoding="utf-8"), re.M)
            assert anchor in [re.sub(r"\W+", "-", heading.lower()).strip("-") for heading in headings], link
    assert links


def test_the_citation_is_that_of_this_version() -> None:
    project = PYPROJECT["project"]
    assert CITATION["title"] == project["name"]
    assert CITATION["version"] == course_reader.__version__
    assert CITATION["license"] == project["license"]
    assert CITATION["keywords"] == project["keywords"]
    assert [author["name"] for author in CITATION["authors"]] == [author["name"] for author in project["authors"]]


def test_the_citation_has_the_keys_of_its_format() -> None:
    """What version 1.2.0 of the Citation File Format requires, and no key that it does not have."""
    assert CITATION["cff-version"] == "1.2.0"
    assert {"cff-version", "message", "title", "authors"} <= set(CITATION)
    assert set(CITATION) <= {
        *("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords"),
        *("license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact"),
        *("repository-code", "title", "type", "url", "version"),
    }
    assert CITATION["type"] in ("software", "dataset")
    assert all(isinstance(CITATION[key], str) for key in ("message", "title", "version", "abstract"))


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_in_the_source_distribution(name: str) -> None:
    assert (PROJECT / name).stat().st_size > 100
    left_out = [pattern.strip("/") for pattern in PYPROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["exclude"]]
    ignored = [line.strip("/") for line in (PROJECT / ".gitignore").read_text(encoding="utf-8").split() if line]
    assert [pattern for pattern in [*left_out, *ignored] if fnmatch(name, pattern)] == []


def test_no_address_is_given_before_there_is_one() -> None:
    assert "urls" not in PYPROJECT["project"]
    assert not {"url", "repository", "repository-code", "contact"} & set(CITATION)
