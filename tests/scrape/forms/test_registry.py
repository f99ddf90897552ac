"""A form is told by the content of an input."""

from __future__ import annotations

from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.registry import form_of, forms, read


def test_every_form_has_a_name_of_its_own() -> None:
    names = [form.name for form in forms()]
    assert len(set(names)) == len(names)
    assert all(name.startswith(("a ", "an ")) for name in names)


def test_a_page_is_a_page_whatever_its_name() -> None:
    assert form_of(RawInput("<!doctype html><html><body><p>One.</p></body></html>", "a.txt")).name == "a saved web page"


def test_everything_else_is_a_text() -> None:
    assert form_of(RawInput("Bridge Open\n\nIt is open.")).name == "a plain text"


def test_a_draft_says_what_form_it_was_read_from() -> None:
    assert [draft.form for draft in read(RawInput("Bridge Open\n\nIt is open."))] == ["a plain text"]


def test_a_page_that_starts_with_words_is_told_by_its_name() -> None:
    assert form_of(RawInput("Saved on Monday <p>One.</p>", "a.htm")).name == "a saved web page"


def test_xml_in_front_of_a_page_does_not_hide_it() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html><html><body><p>One.</p></body></html>'
    assert form_of(RawInput(page)).name == "a saved web page"
