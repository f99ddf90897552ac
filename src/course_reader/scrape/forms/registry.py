"""All forms of input, in the order in which they are tried. A new form is one module and one line here."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput

#: Modules with a `FORM`, and what an input of that form can start with: nothing is loaded for inputs that start
#: otherwise. The last form recognises everything.
_MODULES: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("forms.pdf", (b"%PDF-",)),
    ("forms.rtf", (b"{\\rtf",)),
    ("forms.docx", (b"PK",)),
    ("forms.odt", (b"PK",)),
    ("forms.epub", (b"PK",)),
    ("exports.feed", (b"<?", b"<!--", b"<!DOCTYPE", b"<rss", b"<feed", b"<rdf")),
    ("forms.scholarly", (b"<",)),
    ("exports.europresse", (b"<",)),
    ("exports.as_page", (b"<",)),
    ("forms.word_page", (b"<",)),
    ("forms.html", (b"<",)),
    ("forms.mail", ()),
    ("exports.nexis", ()),
    ("exports.factiva", ()),
    ("exports.proquest", ()),
    ("forms.references", (b"TY  - ", b"@", b"%", b"[", b"{")),
    ("forms.refused", ()),
    ("forms.text", ()),
)
#: Pages start like this; forms of XML do not.
_PAGE = (b"<!doctype html", b"<html")
#: Files with these names are pages even if they start with words.
PAGE_NAMES = (".html", ".htm", ".xhtml")
_OF_XML = frozenset({"exports.feed", "forms.scholarly"})


def forms() -> Iterator[InputForm]:
    """All forms."""
    for name, _ in _MODULES:
        yield _load(name)


def _load(name: str) -> InputForm:
    form = import_module(f"course_reader.scrape.{name}").FORM
    assert isinstance(form, InputForm)
    return form


def _likely(source: RawInput) -> Iterator[InputForm]:
    """The forms that an input can have by its first characters, each loaded only when it is its turn."""
    start = source.start
    page = start[:20].lower().startswith(_PAGE)
    for name, starts in _MODULES:
        named = name == "forms.html" and source.name.endswith(PAGE_NAMES)
        if named or ((not starts or start.startswith(starts)) and not (page and name in _OF_XML)):
            yield _load(name)


def form_of(source: RawInput) -> InputForm:
    """The form of an input.

    Raises:
        ScrapeError: its bytes are not a text.
    """
    return next(form for form in _likely(source) if form.recognises(source))


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
