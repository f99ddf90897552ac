"""What is known across documents: it is forgotten, merged and found by the names of documents."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest
from docutils import nodes
from libraries import Shelf, make_shelf
from readers import article, entry
from sphinx.addnodes import pending_xref

from course_reader.marks.domain import ReaderDomain, reader_domain
from course_reader.model.entry import Kind
from course_reader.model.problems import Code, Problem

FILES = {
    "glossary/people/ann.md": entry("Ann Lee"),
    "glossary/places/borg.md": entry("Borg"),
    "corpus/one/article.md": article("Ann Lee came."),
}
ANN, ONE = "glossary/people/ann", "corpus/one/article"


@pytest.fixture
def domain() -> ReaderDomain:
    return make_shelf(FILES).domain


def resolve(domain: ReaderDomain, role: str, target: str, *, words: str = "") -> nodes.reference | None:
    """The link that a role becomes on the page of an article."""
    builder: Any = SimpleNamespace(get_relative_uri=lambda here, there, typ=None: f"{there}.html")
    node = pending_xref("", refexplicit=bool(words))
    return domain.resolve_xref(domain.env, ONE, builder, role, target, node, nodes.inline("", words))


def test_a_document_that_is_cleared_is_forgotten(domain: ReaderDomain) -> None:
    domain.clear_doc(ANN)
    domain.clear_doc("never/read")

    assert set(domain.pages) == {"glossary/places/borg", ONE}
    assert set(domain.entries) == {"glossary/places/borg"}


def test_of_another_process_only_its_documents_are_taken_over(domain: ReaderDomain) -> None:
    other = make_shelf({**FILES, "corpus/one/article.md": article("Borg fell.")}).domain
    domain.merge_domaindata({ONE, "docs/plain"}, other.data)

    assert domain.pages[ONE] is other.pages[ONE]
    assert domain.pages[ANN] is not other.pages[ANN]


def test_an_entry_is_found_by_its_id(domain: ReaderDomain) -> None:
    assert domain.find("ann") == (ANN, Kind.PEOPLE, "Ann Lee")
    assert domain.find("absent") is None


def test_the_same_problem_is_kept_once(domain: ReaderDomain) -> None:
    problem = Problem("a.md", 1, Code.YAML, "m")
    domain.add_problems(ONE, [problem])
    domain.add_problems(ONE, [problem])
    domain.add_problems("docs/never", [])

    assert domain.pages[ONE].problems == [problem]
    assert "docs/never" not in domain.pages, "no problem makes no page"


@pytest.mark.parametrize(("role", "words", "shown"), [("entry", "", "Ann Lee"), ("person", "the mayor", "the mayor")])
def test_a_role_becomes_a_link_with_the_name_or_words_of_its_own(
    domain: ReaderDomain, role: str, words: str, shown: str
) -> None:
    link = resolve(domain, role, "ann", words=words)

    assert link is not None
    assert (link["refuri"], link.astext()) == (f"{ANN}.html", shown)
    assert link.next_node(nodes.inline)["classes"] == ["mention", "people"]


@pytest.mark.parametrize(("role", "target"), [("place", "ann"), ("entry", "absent")])
def test_a_role_of_another_kind_leads_nowhere(domain: ReaderDomain, role: str, target: str) -> None:
    assert resolve(domain, role, target) is None


def test_any_finds_entries_and_says_of_which_kind(domain: ReaderDomain) -> None:
    builder: Any = SimpleNamespace(get_relative_uri=lambda here, there, typ=None: there)

    def found(target: str) -> list[str]:
        links = domain.resolve_any_xref(domain.env, ONE, builder, target, pending_xref(), nodes.inline())
        return [role for role, _ in links]

    assert found("borg") == ["reader:place"]
    assert found("absent") == []


def test_the_inventory_has_every_entry(domain: ReaderDomain) -> None:
    assert list(domain.get_objects()) == [
        ("ann", "Ann Lee", "person", ANN, "", 1),
        ("borg", "Borg", "place", "glossary/places/borg", "", 1),
    ]
    assert {kind for _, _, kind, *_ in domain.get_objects()} <= set(domain.object_types)


def test_an_environment_hands_out_its_domain(domain: ReaderDomain) -> None:
    env = SimpleNamespace(domains={"reader": domain})
    assert reader_domain(cast("Any", env)) is domain


def test_names_and_kinds_are_those_of_the_glossary() -> None:
    shelf: Shelf = make_shelf(FILES)
    assert {(i, kind, name) for i, kind, name in shelf.domain.entries.values()} == {
        (file.id, file.kind, file.entry.name) for file in shelf.library.glossary
    }
