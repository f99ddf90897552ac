"""Glossaries of other readers: found, read after the own one, and refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import entry

from course_reader.model.glossaries.borrowed import load_all
from course_reader.model.glossaries.origin import Origin
from course_reader.model.glossaries.shared import SharedGlossary, find
from course_reader.model.settings import Settings

MANIFEST = "title: Harbours\nauthors: Lena Marsh\nlicence: CC BY 4.0\nurl: https://example.org/\n"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A reader beside the exported glossary of another."""
    write(
        tmp_path,
        {
            "theirs/harbours/glossary.yaml": MANIFEST,
            "theirs/harbours/__init__.py": "",
            "theirs/harbours/sources.bib": "@misc{a, title={A}}\n",
            "theirs/harbours/glossary/people/ada-quill.md": entry("Ada Quill", background="[x]", see="[pier, gone]"),
            "theirs/harbours/glossary/places/pier.md": entry("Pier"),
            "theirs/harbours/glossary/places/quay.md": entry("Quay", draft="true"),
            "mine/glossary/places/pier.md": entry("Pier", gloss="My pier."),
        },
    )
    return tmp_path / "mine"


@pytest.mark.parametrize("name", ["../theirs", "../theirs/harbours"])
def test_own_entries_come_first_and_the_others_say_where_they_are_from(two: Path, name: str) -> None:
    glossary = load_all(Settings(glossaries=[name]), two)

    assert glossary["pier"].gloss[0].text == "My pier."
    assert glossary.files["pier"].origin is None
    assert glossary.files["ada-quill"].origin == Origin("Harbours", "Lena Marsh", "CC BY 4.0", "https://example.org/")
    assert set(glossary.files) == {"pier", "ada-quill"}
    assert glossary.problems == []


def test_links_into_the_other_reader_are_left_out(two: Path) -> None:
    quill = load_all(Settings(glossaries=["../theirs"]), two)["ada-quill"]
    assert (quill.background, quill.see) == ((), ("pier",))


def test_an_installed_package_is_found_by_its_name(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(two.parent / "theirs"))
    found = find("harbours", two)
    assert isinstance(found, SharedGlossary)
    assert (found.origin.title, found.sources) == ("Harbours", found.home / "sources.bib")


def test_the_folder_of_a_reader_will_do(two: Path) -> None:
    write(two, {"docs/sources.bib": "@misc{a, title={A}}\n"})
    found = find("../mine", two)
    assert isinstance(found, SharedGlossary)
    assert (found.origin, found.sources) == (Origin("mine"), found.home / "docs/sources.bib")
    assert found.origin.credit == "mine. It does not state a licence."


EMPTY = {"../o/glossary/a.md": ""}


@pytest.mark.parametrize(
    ("name", "files", "message"),
    [
        ("nowhere", {}, "'nowhere' is neither a folder nor an installed package; correct it, or install the package"),
        ("../a b", {}, "'../a b' is neither a folder nor an installed package; correct it, or install the package"),
        ("json", {}, "'json' holds no glossary: it has no folder glossary; "),
        ("../o", {"../o/x": ""}, "'../o' holds no glossary: it has no folder glossary; "),
        ("../o", {**EMPTY, "../o/glossary.yaml": "title: [a"}, "glossary.yaml of '../o' cannot be read: "),
        ("../o", {**EMPTY, "../o/glossary.yaml": "name: a"}, "glossary.yaml of '../o': the key 'title' is missing"),
    ],
)  # fmt: skip
def test_what_is_no_glossary_is_refused(two: Path, name: str, files: dict[str, str], message: str) -> None:
    write(two, files)
    found = find(name, two)
    assert isinstance(found, str)
    assert found.startswith(message)
