"""The texts of one article at several levels, and the paragraph that some words are in."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import make_shelf
from readers import article

from course_reader.marks.other_texts import end_of, in_paragraph, other_texts, paragraph_with, plain_paragraphs
from course_reader.text.paragraphs import Paragraph

TEXT = """
A *first* paragraph,
on two lines.

## A heading

> A quoted one.

- a list
- of two

  with more

1. Another.

Last.
"""


def test_paragraphs_are_numbered_as_on_the_page() -> None:
    shelf = make_shelf({"corpus/one/article.md": article(TEXT)})
    page = shelf.library.pages["corpus/one/article"]
    numbered = [" ".join(page.text[p.start : p.end].split()) for p in page.paragraphs]

    assert list(plain_paragraphs(TEXT)) == numbered
    assert numbered[0] == "A first paragraph, on two lines."


@pytest.mark.parametrize(
    ("words", "number"),
    [("first paragraph, on", 1), ("list\nof", 3), ("A heading", None), ("Last.", 5), ("xy", None)],
)
def test_words_are_found_in_another_text_of_the_article(tmp_path: Path, words: str, number: int | None) -> None:
    folder = tmp_path / "corpus" / "one"
    folder.mkdir(parents=True)
    (folder / "article.md").write_text(article("Nothing of the kind."), encoding="utf-8")
    (folder / "b1.md").write_text(f"---\nmentions: []\n---\n{TEXT}", encoding="utf-8")

    assert paragraph_with(words, folder / "article.md", tmp_path) == number
    assert other_texts(folder / "b1.md") == [folder / "article.md"]


def test_words_are_placed_only_where_they_are_once() -> None:
    text = "one two one\ntwo three"
    whole = Paragraph(1, "p1", 0, len(text))

    assert in_paragraph("two three", text, whole) == (12, 21)
    assert in_paragraph("one two", text, whole) is None
    assert end_of(whole) == (len(text) - 1, len(text) - 1)


def test_a_file_whose_front_matter_never_ends_holds_nothing(tmp_path: Path) -> None:
    (tmp_path / "article.md").write_text("Text.", encoding="utf-8")
    (tmp_path / "b1.md").write_text("---\nwords: here\n", encoding="utf-8")

    assert paragraph_with("here", tmp_path / "article.md", tmp_path) is None
