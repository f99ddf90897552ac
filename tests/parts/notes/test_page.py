"""The list of notes below the text."""

from __future__ import annotations

from libraries import linker, make_shelf, note, shown, words
from readers import article

from course_reader.parts.notes.page import page
from course_reader.parts.notes.values import notes

ONE = "corpus/one/article"


def test_all_notes_are_listed_with_the_words_that_they_are_about() -> None:
    shelf = make_shelf({f"{ONE}.md": article("Some words here.", title="One")})
    start = shelf.library.pages[ONE].text.index("words")
    shelf.library.pages[ONE].notes = (note("n-1", (start, start + 5)), note("n-2"), note("n-3", in_reply_to="n-2"))
    view = notes(shelf.at(ONE))
    assert view is not None
    tree = shown(page(view, linker(ONE)))

    assert tree.xpath("//li/@data-note") == ["n-2", "n-3", "n-1"]
    assert words(tree, "//a[@class='note-words']") == ["“words”"]
    # What the margin tells is named, and not told again.
    assert words(tree, "//*[@class='note-text']") == ["Body of n-2.", "Body of n-3."]
    assert tree.xpath("//a[@class='note-open']/@href") == ["#n-1"]
    book = shown(page(view, linker(ONE, "epub")))
    assert words(book, "//*[@class='note-text']") == ["Body of n-2.", "Body of n-3.", "Body of n-1."]
