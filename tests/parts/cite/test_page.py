"""How a citation is written: for readers, and for programs."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.parts.cite.page import page
from course_reader.parts.cite.values import CitedWork, CiteView


def test_each_work_is_named_and_each_style_and_format_can_be_copied() -> None:
    first = CitedWork("The original", (("MLA", "Jo. “A <b>.”"),), (("BibTeX", "@article{a}"), ("RIS", "TY")))
    tree = shown(page(CiteView((first, CitedWork("This text", (), ()))), linker()))
    assert words(tree, "./h3") == ["The original", "This text"]
    assert words(tree, "./p") == ["MLA: Jo. “A <b>.”"]
    assert words(tree, "./details/summary") == ["BibTeX", "RIS"]
    assert words(tree, "./details/pre/code") == ["@article{a}", "TY"]
