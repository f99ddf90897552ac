"""The reader that this project ships: it builds in silence, every way, and nothing in it is wrong."""

from __future__ import annotations

import filecmp
from collections.abc import Callable
from pathlib import Path

import pytest
from epub_check import complaints
from links import broken, outward, pages_of_epub, pages_of_folder
from lxml import html
from shipped import copy_of, sphinx_build

from course_reader.checks.editing import is_address
from course_reader.commands.check import checked
from course_reader.model.entry import Agreement, Place
from course_reader.model.glossary import load
from course_reader.model.problems import EDITING, Severity
from course_reader.text.prose.level import Level
from course_reader.text.prose.sentence import sentences


@pytest.fixture(scope="module")
def reader(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(project, tmp_path_factory.mktemp("shipped") / "reader")


def test_two_processes_build_it_without_a_word_and_give_the_files_that_one_gives(
    reader: Path, shipped_site: Path, tmp_path: Path
) -> None:
    out = tmp_path / "two"
    assert sphinx_build(reader, "html", out, "-W", "-n", "-j", "2", "-d", str(tmp_path / "doctrees")) == ""

    names = [p.relative_to(shipped_site).as_posix() for p in shipped_site.rglob("*") if p.is_file()]
    assert len(names) > 120
    _, different, missing = filecmp.cmpfiles(shipped_site, out, names, shallow=False)
    assert (different, missing) == ([], [])


def test_nothing_is_wrong_in_it_and_an_editor_has_nothing_to_ask(reader: Path) -> None:
    found = checked(reader)
    assert [p for p in found.problems if p.severity is not Severity.HINT] == []
    assert [str(p) for p in found.problems if p.code in EDITING] == []
    assert {level.kind for level in found.levels} == {"article", "text at B1", "section", "entry", "glosses"}
    assert [level.title for level in found.levels if level.reading.level > Level.B2] == []


def test_each_place_has_both_names_and_says_who_uses_which(project: Path) -> None:
    """Either rival names with those who use them, or the statement that there is only one; and always a note."""
    places = {file.id: file.entry for file in load(project / "glossary", project) if isinstance(file.entry, Place)}
    assert len(places) == 20
    assert [i for i, place in places.items() if not {"hy", "az"} <= set(place.names)] == []
    assert [i for i, place in places.items() if not (place.usage or "").endswith(".")] == []
    undisputed = [place for place in places.values() if not place.rival_names]
    assert [place.name for place in undisputed if not (place.usage or "").startswith("Both sides ")] == []


def test_each_agreement_tells_all_that_a_student_asks_of_it(project: Path) -> None:
    agreements = [file.entry for file in load(project / "glossary", project) if isinstance(file.entry, Agreement)]
    assert len(agreements) == 23
    keys = ("parties", "place", "date", "provisions", "outcome", "matters")
    assert [f"{entry.name}: {key}" for entry in agreements for key in keys if not getattr(entry, key)] == []
    assert [entry.name for entry in agreements if len(list(sentences(entry.matters or ""))) != 1] == []


def test_every_link_inside_it_leads_somewhere(shipped_site: Path) -> None:
    files = {path.relative_to(shipped_site).as_posix() for path in shipped_site.rglob("*") if path.is_file()}
    pages = pages_of_folder(shipped_site)
    assert len(pages) > 120
    # Packs are printed by another builder, and offered where they are there.
    assert broken(pages, files) == []


def test_every_address_in_the_world_is_well_formed(shipped_site: Path) -> None:
    addresses = outward(pages_of_folder(shipped_site))
    assert len(addresses) > 100
    assert [address for address in addresses if not is_address(address)] == []


def test_no_page_stands_without_its_glosses(shipped_site: Path) -> None:
    """Who is named on the page of an article or chapter is explained beside it once; an entry begins with its gloss."""
    explained = 0
    for path in sorted(shipped_site.rglob("*.html")):
        root = html.parse(str(path)).getroot()
        if root.xpath("//*[@data-kind='entry']"):
            assert root.xpath("string(//p[@class='reader-lead'])").strip(), path
        if not root.xpath("//*[@data-kind='article' or @data-kind='chapter']"):
            continue
        glosses = root.xpath("//aside//*[contains(@class, 'gloss') and @id and not(contains(@class, 'note'))]")
        by_id = {gloss.get("id"): gloss for gloss in glosses}
        firsts = root.xpath("//a[contains(@class, 'mention') and contains(@class, 'first')]/@href")
        quiet = set(root.xpath("//a[contains(@class, 'mention') and not(contains(@class, 'first'))]/@href"))
        assert set(firsts) == {f"#{anchor}" for anchor in by_id}, path
        names = [gloss.xpath("string(.//a[contains(@class, 'gloss-name')]/@href)") for gloss in glosses]
        assert quiet <= set(names), path
        assert len(names) == len(set(names)), path
        for gloss in glosses:
            name = gloss.xpath("string(.//*[contains(@class, 'gloss-name')])")
            assert len(gloss.text_content().replace(name, "").split()) > 3, name
        explained += len(glosses)
    assert explained > 100


@pytest.fixture(scope="session")
def book(project: Path, once: Callable[..., Path]) -> Path:
    """The e-book, built once."""

    def make(folder: Path) -> None:
        root = copy_of(project, folder / "reader")
        assert sphinx_build(root, "epub", folder / "epub", "-W", "-d", str(folder / "doctrees")) == ""

    [book] = (once("book", make) / "epub").glob("*.epub")
    return book


def test_every_link_inside_its_epub_leads_somewhere(book: Path) -> None:
    pages, files = pages_of_epub(book)
    assert len(pages) > 120
    assert broken(pages, files) == []


def test_its_epub_is_valid(book: Path) -> None:
    assert complaints(book) == ""
