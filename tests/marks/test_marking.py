"""The marking of a document: what is found in it, where, and what is asked of its author."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from libraries import Shelf, make_shelf, parse
from readers import article, entry
from sphinx import addnodes

from course_reader.marks.marking import Marking
from course_reader.marks.nodes import mention, noted
from course_reader.marks.text_map import build, unwrap

ENTRIES = {
    "glossary/people/ann.md": entry("Ann Lee", aliases="[Lee]"),
    "glossary/people/bo.md": entry("Bo Lee", sort="Lee; Bo", aliases="[Boris]"),
    "glossary/places/port.md": entry("Port"),
    "glossary/terms/ferry.md": entry("ferry"),
}
COUNCIL = {"glossary/organisations/council.md": entry("Council", aliases="[{name: Port, metonym: true}]")}
ONE = "corpus/one/article"


def shelf_of(text: str) -> Shelf:
    return make_shelf({**ENTRIES, f"{ONE}.md": text})


def found(shelf: Shelf, docname: str = ONE) -> list[tuple[str, str]]:
    page = shelf.library.pages[docname]
    return [(mark.entry, page.text[mark.start : mark.end]) for mark in page.mentions]


def test_names_are_found_in_their_blocks_and_sections() -> None:
    shelf = shelf_of(article("Ann Lee took a ferry.\n\n- to Port\n\n## Port\n\nAnn Lee left."))
    page = shelf.library.pages[ONE]

    assert found(shelf) == [("ann", "Ann Lee"), ("ferry", "ferry"), ("port", "Port"), ("ann", "Ann Lee")]
    assert [(mark.group, mark.section) for mark in page.mentions] == [(0, 0), (1, 0), (2, 0), (3, 1)]
    assert [mark.block for mark in page.mentions] == [1, 1, 2, 4]


sentences = st.lists(
    st.sampled_from(["Ann Lee", "*Ann* Lee", "Port", "**Po**rt", "the ferries", "Boris", "and", "`Port`"]), min_size=1
).map(" ".join)
bodies = st.lists(
    st.one_of(sentences, sentences.map("> {}".format), sentences.map("- {}".format), sentences.map("## {}".format)),
    min_size=1,
    max_size=5,
).map("\n\n".join)


@given(bodies)
def test_each_mark_shows_the_words_of_its_span_and_leaves_the_text_as_it_was(body: str) -> None:
    shelf = shelf_of(article(body))
    page, document = shelf.library.pages[ONE], shelf.documents[ONE]
    shown: dict[int, str] = {}
    for node in document.findall(mention):
        shown[node["group"]] = shown.get(node["group"], "") + node.astext()

    assert shown == {mark.group: page.text[mark.start : mark.end] for mark in page.mentions}
    assert build(document).text == page.text
    unwrap(document, (mention,))
    assert build(document).text == page.text
    for mark in page.mentions:
        assert page.paragraph_at(mark.start) is not None, "headings are not searched"


def test_words_that_an_author_linked_are_a_mention() -> None:
    shelf = make_shelf(ENTRIES)
    front = shelf.fronts["glossary/places/port"]
    document = parse("# Title\n\nThen the mayor came.\n")
    paragraph = next(document.findall(nodes.paragraph))
    link = addnodes.pending_xref("", nodes.inline("", "the mayor"), refdomain="reader", reftype="entry")
    link["reftarget"], link["refexplicit"] = "ann", True
    other = addnodes.pending_xref("", nodes.inline("", "x"), refdomain="reader", reftype="place", reftarget="ann")
    paragraph.children = [nodes.Text("Then "), link, nodes.Text(" came to "), other]
    for child in paragraph.children:
        child.parent = paragraph
    Marking(document, "docs/page", front, shelf.library.session, shelf.domain.env).run()

    assert [(node["entry"], node.astext()) for node in document.findall(mention)] == [("ann", "the mayor")]
    assert list(document.findall(addnodes.pending_xref)) == [other], "a role of another kind is left to Sphinx"


def test_an_entry_does_not_name_itself_and_its_names_are_in_the_index() -> None:
    files = {**ENTRIES, "glossary/people/bo.md": entry("Bo Lee", sort="Lee; Bo", aliases="[Boris]", prose="Bo Lee.")}
    shelf = make_shelf(files)
    docname = "glossary/people/bo"

    assert found(shelf, docname) == []
    [index] = shelf.documents[docname].findall(addnodes.index)
    assert [(kind, text) for kind, text, *_ in index["entries"]] == [("single", "Lee, Bo"), ("see", "Boris; Lee, Bo")]
    assert shelf.domain.entries[docname][0] == "bo"


def test_the_prose_of_entries_may_be_left_without_links() -> None:
    files = {**ENTRIES, "glossary/terms/ferry.md": entry("ferry", prose="It leaves Port.")}

    assert found(make_shelf(files), "glossary/terms/ferry") == [("port", "Port")]
    assert found(make_shelf(files, reader_link_entries=False), "glossary/terms/ferry") == []


@pytest.mark.parametrize(
    ("body", "keys", "problems"),
    [
        ("Ann Lee.", {"mentions": "\n  - {text: Anne, entry: ann}"}, [("unmatched-mention", 6)]),
        ("Ann Lee.", {"mentions": "\n  - {text: Ann Lee, entry: anne}"}, [("unknown-entry", 6)]),
        ("Ann Lee.", {"mentions": "[{text: Ann Lee, entry: none}]"}, []),
        ("Text.", {"unsure": "[outlet, title]"}, [("unsure", 5), ("unsure", 5)]),
        ("", {}, [("empty-article", 2)]),
        ("First.\n\nSo Port\nslept on.", {}, [("metonym", 9)]),
    ],
)
def test_what_is_not_clear_is_asked_with_its_line(
    body: str, keys: dict[str, str], problems: list[tuple[str, int]]
) -> None:
    files = {**ENTRIES, **COUNCIL, f"{ONE}.md": article(body, **keys)}
    assert make_shelf(files).problems(ONE) == problems


def test_a_name_of_two_entries_is_not_linked_and_is_remembered() -> None:
    files = {
        **ENTRIES,
        "glossary/people/ann.md": entry("Ann Brack", aliases="[{name: Brack, from: 1990}]"),
        "glossary/people/bo.md": entry("Bo Brack", aliases="[{name: Brack, from: 1980}]"),
        f"{ONE}.md": article("First.\n\nThen came Brack."),
    }
    shelf = make_shelf(files)

    assert found(shelf) == []
    assert shelf.problems(ONE) == [("ambiguous-name", 9)]
    assert [(name.text, name.entries) for name in shelf.library.pages[ONE].unlinked] == [("Brack", ("ann", "bo"))]


def test_an_article_without_date_or_rights_is_asked_for_them() -> None:
    shelf = shelf_of("---\ntitle: One\noutlet: The Gazette\n---\n\nText.\n")
    assert shelf.problems(ONE) == [("missing-key", 1), ("no-rights", 1)]


def test_settings_say_where_names_are_searched_and_what_is_none() -> None:
    text = article("They like Port life and Ann Lee.\n\n## Port\n\nText.")

    searched = make_shelf({**ENTRIES, f"{ONE}.md": text}, reader_search_in=["headings"])
    blocked = make_shelf({**ENTRIES, f"{ONE}.md": text}, reader_not_names=["Port life"])

    assert [entry for entry, _ in found(searched)] == ["port", "ann", "port"]
    assert [entry for entry, _ in found(blocked)] == ["ann"]


def test_words_of_several_notes_are_marked_once_with_all_of_them(tmp_path: Path) -> None:
    notes = "notes: [{id: n-00000001, quote: Ann Lee came, body: A}, {id: n-00000002, quote: Lee came to, body: B}]\n"
    notes = f"layer: {{audience: public}}\n{notes}"
    files = {**ENTRIES, f"{ONE}.md": article("Ann Lee came to Port."), "corpus/one/notes/a.yaml": notes}
    shelf = make_shelf(files, tmp_path)
    stretches: dict[str, str] = {}
    for node in shelf.documents[ONE].findall(noted):
        key = " ".join(note[-1] for note in node["notes"])
        stretches[key] = stretches.get(key, "") + node.astext()

    assert stretches == {"1": "Ann ", "1 2": "Lee came", "2": " to"}
    assert shelf.problems(ONE) == []
