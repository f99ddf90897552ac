"""How a citation is written: for readers, and for programs."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.parts.cite.page import page
from course_reader.parts.cite.values import CiteView


def test_a_text_that_was_not_retold_is_one_line() -> None:
    tree = shown(page(CiteView("Jo. “A <b>.”", "", "@article{a}"), linker()))

    assert words(tree, "./p") == ["Jo. “A <b>.”"]
    assert words(tree, "./details/pre/code") == ["@article{a}"]


def test_a_retold_text_is_two_lines_each_with_its_label() -> None:
    tree = shown(page(CiteView("The first.", "The second.", "@article{a}"), linker()))

    assert len(words(tree, "./p")) == len(tree.xpath("./p/span[@class='cite-label']")) == 2
    assert [text.rsplit(": ", 1)[1] for text in words(tree, "./p")] == ["The first.", "The second."]
