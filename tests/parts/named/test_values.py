"""Who and what an article names, in the order of the text, with the paragraphs that do."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.parts.named.values import NamedView, named

ONE = "corpus/one/article"
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", aliases="[{name: Ann Poe, to: 2021, preferred: true}]"),
    "glossary/places/port.md": entry("Norvik"),
    f"{ONE}.md": article("Norvik.\n\nAnn Lee came. Norvik.\n\n- Norvik\n- Norvik", date="2020-01-01"),
}


def view(**settings: str) -> NamedView:
    found = named(make_shelf({**FILES, f"{ONE}.md": FILES[f"{ONE}.md"].replace("own", "none")}, **settings).at(ONE))
    assert found is not None
    return found


def test_each_entry_is_told_once_as_on_the_day() -> None:
    entries = view(reader_audience="class").entries

    assert [(item.gloss.name, item.paragraphs) for item in entries] == [
        ("Norvik", ((1, "p1"), (2, "p2"), (3, "p3"))), ("Ann Poe", ((2, "p2"),)),
    ]  # fmt: skip
    assert [(item.gloss.name, item.paragraphs) for item in view().entries] == [("Norvik", ()), ("Ann Poe", ())]


@pytest.mark.parametrize(("audience", "shown"), [("public", False), ("class", True)])
def test_whether_the_text_is_shown_is_told_too(audience: str, shown: bool) -> None:
    assert view(reader_audience=audience).shown is shown


def test_an_article_that_names_nobody_has_no_list() -> None:
    assert named(make_shelf({f"{ONE}.md": article("Nobody.")}).at(ONE)) is None


def test_a_mention_outside_the_paragraphs_has_no_number() -> None:
    shelf = make_shelf({**FILES, f"{ONE}.md": article("T.\n\n## Norvik")}, reader_search_in=["headings"])
    found = named(shelf.at(ONE))

    assert found is not None
    assert [item.paragraphs for item in found.entries] == [()]
