"""All forms of input, in the order in which they are tried. A new form is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput

#: Modules with a `FORM`. The last recognises everything.
_MODULES = (
    "forms.pdf",
    "forms.rtf",
    "forms.docx",
    "forms.odt",
    "forms.epub",
    "forms.mail",
    "exports.feed",
    "forms.scholarly",
    "exports.europresse",
    "forms.word_page",
    "forms.html",
    "forms.references",
    "forms.refused",
    "exports.nexis",
    "exports.factiva",
    "exports.proquest",
    "forms.text",
)


def forms() -> Iterator[InputForm]:
    """The forms, each loaded only when it is its turn."""
    for name in _MODULES:
        form = import_module(f"course_reader.scrape.{name}").FORM
        assert isinstance(form, InputForm)
        yield form


def form_of(source: RawInput) -> InputForm:
    """The form of an input.

    Raises:
        ScrapeError: its bytes are not a text.
    """
    return next(form for form in forms() if form.recognises(source))


def read(source: RawInput) -> list[Draft]:
    """The articles of an input, each as the blocks and fields that its form gives.

    Raises:
        ScrapeError: it cannot be read; the message says what to do.
    """
    form = form_of(source)
    drafts = form.read(source)
    for draft in drafts:
        draft.form = draft.form or form.name
    return drafts
