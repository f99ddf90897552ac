"""Pages that a word processor wrote (Word, LibreOffice, Google Docs): all of their text is the article."""

from __future__ import annotations

import re

from course_reader.scrape.decoding import clean
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.form import InputForm, RawInput

_NAME = "a web page of a word processor"
_SIGNS = re.compile(
    rb"<meta[^>]{0,60}generator[^>]{0,40}content=[\"']?(?:microsoft word|libreoffice|openoffice|apache openoffice)|"
    rb"urn:schemas-microsoft-com:office:word|docs-internal-guid|class=[\"']?doc-content|themes\.googleusercontent\.com",
    re.I,
)


def read(source: RawInput) -> list[Draft]:
    """All paragraphs of the page."""
    from course_reader.scrape.forms.documents import drafts_of
    from course_reader.scrape.forms.trees import pieces_of_html

    text, notes = clean(source.text)
    return drafts_of(pieces_of_html(text), _NAME, (*source.decoded.notes, *notes))


FORM = InputForm(
    _NAME, lambda source: source.start[:1] == b"<" and _SIGNS.search(source.start[:20_000]) is not None, read
)
