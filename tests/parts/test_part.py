"""What is true of every part: its places are its own, and its values tell all that its pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from harbour import ASKED, FILES, make_harbour
from libraries import PARTS, Shelf, linker

from course_reader.model.records import Record
from course_reader.model.settings import OWN
from course_reader.pages.markup import as_nodes
from course_reader.pages.text import fill_text
from course_reader.parts import part as part_module
from course_reader.parts.part import Below, Part

FOLDER = Path(part_module.__file__).parent


def names() -> list[str]:
    return [part.name for part in PARTS]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_what_it_is_about_is_a_sentence(part: Part) -> None:
    assert re.fullmatch(r"[A-Z].*[^\s.,;]\.", part.about), part.about
    assert len(part.about.split()) > 3


def test_each_folder_is_a_part_under_its_own_name() -> None:
    folders = sorted(path.parent.name for path in FOLDER.glob("*/__init__.py"))
    assert names() == folders
    assert len(set(names())) == len(names())


def unique(found: Iterable[object]) -> bool:
    listed = list(found)
    return len(set(listed)) == len(listed)


@pytest.mark.parametrize("kind", ["article", "entry"])
def test_places_below_a_text_have_an_order_a_heading_and_an_address_of_their_own(kind: str) -> None:
    places = PARTS.below(kind)

    assert places
    assert unique(place.order for place in places)
    headed = [place for place in places if place.heading]
    assert unique(place.heading for place in headed)
    assert unique(place.anchor for place in headed)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", place.anchor) for place in headed)


def test_what_is_printed_below_a_text_has_an_order_of_its_own() -> None:
    orders = [place.order if place.printed_order is None else place.printed_order for place in PARTS.printed]
    assert unique(orders)
    assert orders == sorted(orders)


def test_parts_of_a_pack_have_a_name_and_an_order_of_their_own() -> None:
    assert unique(place.name for place in PARTS.in_pack)
    assert unique(place.order for place in PARTS.in_pack)


def test_nobody_else_answers_a_directive_or_makes_a_page() -> None:
    assert unique(listing.asked for listing in PARTS.listings)
    assert unique(part.page_of.kind for part in PARTS if part.page_of)
    assert {type(asked) for asked in ASKED} == {listing.asked for listing in PARTS.listings}, "each is tested here"


def test_no_key_is_owned_twice() -> None:
    for records in ([part.keys for part in PARTS], [part.pack_keys for part in PARTS]):
        assert unique(key for record in records if record for key in record.model_fields)
    assert all(issubclass(record, Record) for part in PARTS for record in (part.keys, part.pack_keys) if record)


def test_settings_have_a_name_of_their_own_and_a_default_that_is_right() -> None:
    assert unique(setting.name for setting in (*OWN, *PARTS.settings))
    assert [setting.name for setting in PARTS.settings if setting.check(setting.default) is not None] == []
    assert all(re.fullmatch(r"[A-Z].*\.", setting.about) for setting in PARTS.settings)


# --- values and pages

Look = dict[str, tuple[str, str]]


def as_text(content: Iterable[Any]) -> str:
    return "".join(node.astext() if isinstance(node, nodes.raw) else node.pformat() for node in as_nodes(*content))


def places_on(shelf: Shelf) -> Iterator[tuple[str, str, Below[Any]]]:
    """Each place below the text of each page, with a name for it."""
    for docname, page in shelf.library.pages.items():
        for place in PARTS.below(page.kind):
            yield docname, f"{docname} {place.order}", place


def looks(shelf: Shelf, outdir: Path) -> Look:
    """What each place of each page shows: its values as a build compares them, and how it is written."""
    found: Look = {}
    for docname, name, place in places_on(shelf):
        value = place.values(shelf.at(docname))
        found[name] = repr(value), as_text(place.page(value, linker(docname, outdir=outdir))) if value else ""
    for docname, page in shelf.library.pages.items():
        if page.pack is None:
            view, document = shelf.library.text(docname), shelf.documents[docname].deepcopy()
            fill_text(document, view, linker(docname, outdir=outdir), has_numbers=page.article is not None)
            found[f"{docname} text"] = repr(view), document.pformat()
    at = shelf.at("docs/map")
    for asked in at.page.lists:
        listing = PARTS.listing(asked)
        values = listing.values(shelf.library, asked)
        found[repr(asked)] = repr(values), as_text(listing.page(values, asked, at, linker("docs/map", outdir=outdir)))
    for part in PARTS:
        for docname, value in part.pages.values(shelf.library).items() if part.pages else ():
            assert part.pages is not None
            found[docname] = repr(value), "".join(part.pages.page(value, linker(docname, outdir=outdir)))
    return found


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Look:
    return looks(make_harbour(tmp_path_factory.mktemp("before")), tmp_path_factory.mktemp("pages"))


def test_the_same_files_have_the_same_values_and_pages(tmp_path: Path, before: Look) -> None:
    assert looks(make_harbour(tmp_path), tmp_path) == before
    assert sum(1 for _, page in before.values() if page) > 40, "there is something to see"


def test_equal_input_has_equal_values(tmp_path: Path) -> None:
    one, two = make_harbour(tmp_path / "one"), make_harbour(tmp_path / "two")
    for (docname, name, place), (_, _, other) in zip(places_on(one), places_on(two), strict=True):
        values = place.values(one.at(docname)), other.values(two.at(docname))
        assert repr(values[0]) == repr(values[1]), name


EDITS = {
    "the name of a person": ("glossary/people/ann.md", "name: Ann Lee", "name: Ann Leigh"),
    "an earlier name": ("glossary/people/ann.md", "Ann Poe", "Ann Roe"),
    "an earlier gloss": ("glossary/people/ann.md", "A sailor.", "A pilot."),
    "an office": ("glossary/people/ann.md", "title: Mayor", "title: Clerk"),
    "how a person is sorted": ("glossary/people/bo.md", "name: Bo Marsh", "name: Bo Marsh\nsort: Marsh"),
    "where a place is": ("glossary/places/port.md", "54.1", "54.3"),
    "what a place was": ("glossary/places/port.md", "text: free", "text: open"),
    "a second name": ("glossary/places/port.md", "name: Haven", "name: Hafen"),
    "who owns an outlet": ("glossary/organisations/gazette.md", "The Lees.", "The Marshes."),
    "when something was agreed": ("glossary/agreements/pact.md", "2020-10-06", "2020-10-07"),
    "when something ended": ("glossary/events/fair.md", "2021-06-16", "2021-06-17"),
    "the title of an article": ("corpus/two/article.md", "title: Two", "title: The second"),
    "the date of an article": ("corpus/two/article.md", "2023-01-01", "2020-01-01"),
    "a sentence that names somebody": ("corpus/two/article.md", "left Port", "fled Port"),
    "who is named": ("corpus/kept/article.md", "Bo Marsh", "Ann Lee"),
    "whether a text is shown": ("corpus/kept/article.md", "status: none", "status: own"),
    "a section in short": ("docs/background.md", "Two towns fought.", "Nobody won."),
    "a question before the text": ("corpus/one/article.md", "[Who?]", "[Why?]"),
    "a hard word": ("corpus/one/article.md", "to annoy", "to vex"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_page_that_looks_different_has_other_values(tmp_path: Path, before: Look, edit: str) -> None:
    path, old, new = EDITS[edit]
    assert old in FILES[path]
    after = looks(make_harbour(tmp_path, {**FILES, path: FILES[path].replace(old, new)}), tmp_path)
    # A page whose own file was edited is read and written anyway.
    others = [name for name in before if name in after and name.split()[0] != path.removesuffix(".md")]
    changed = [name for name in others if before[name][1] != after[name][1]]

    assert changed, "some page shows it"
    assert [name for name in changed if before[name][0] == after[name][0]] == []
