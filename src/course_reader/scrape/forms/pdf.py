"""PDF files with a text; scans are refused."""

from __future__ import annotations

import io
from collections import Counter

from course_reader.scrape.decoding import clean, split_lines
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut
from course_reader.scrape.expressions import expression
from course_reader.scrape.forms.documents import drafts_of
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.forms.pieces import Piece
from course_reader.scrape.forms.printed_lines import PrintedLine, as_text, lines_of
from course_reader.scrape.forms.text import draft_of
from course_reader.scrape.records import Removed, ScrapeError

_NAME = "a PDF"
_NUMBER = expression(r"\d+")
_COMPOUND = expression(r"(?<=\w)-\n(?=[^\W\d_])(\S+) ?")
#: The number of lines at the top and foot of a page that can be its running head or number.
_EDGE = 2


def pages_of(raw: bytes) -> list[list[PrintedLine]]:
    """The lines of each page.

    Raises:
        ScrapeError: the package that reads PDF is missing, or the file has no text.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        message = "it is a PDF; install the reader for it with “pip install 'course-reader[pdf]'”, or save it as text"
        raise ScrapeError(message) from error
    try:
        pages = [lines_of(page) for page in PdfReader(io.BytesIO(raw)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise ScrapeError(
            "the PDF is damaged or has a password; print it into a new PDF, or save it as text"
        ) from error
    if not any(pages):
        raise ScrapeError("it is a PDF without a text, such as a scan; have its words recognised (OCR) first")
    return pages


def without_heads(pages: list[list[PrintedLine]]) -> tuple[list[list[PrintedLine]], list[str]]:
    """The pages without running heads and page numbers, and those lines."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_folded(line.text) for line in _edge(page)})
    often = {line for line, count in edges.items() if count > 1 and count >= len(pages) / 3}
    kept, heads = list[list[PrintedLine]](), list[str]()
    for page in pages:
        edge = {id(line) for line in _edge(page)}
        kept.append([])
        for line in page:
            repeated = id(line) in edge and (_folded(line.text) in often or line.text.isdigit())
            if repeated:
                heads.append(line.text)
            else:
                kept[-1].append(line)
    return kept, heads


def _edge(page: list[PrintedLine]) -> list[PrintedLine]:
    """The lines at the top and foot of a page; lines of the same height keep their order."""
    ordered = sorted(page, key=lambda line: -line.y)
    return [*ordered[:_EDGE], *ordered[max(_EDGE, len(ordered) - _EDGE) :]]


def _folded(line: str) -> str:
    return _NUMBER.sub("0", " ".join(line.split())).casefold()


def read(source: RawInput) -> list[Draft]:
    """The text of all pages."""
    kept, heads = without_heads(pages_of(source.binary))
    text = as_text(kept)
    if "\u00ad" in text:
        # Divided words have their own hyphen, so the others belong to their words.
        text = _COMPOUND.sub(r"-\1\n", text)
    text, notes = clean(text)
    exports = drafts_of([Piece(line, number) for number, line in enumerate(text.split("\n"), 1)], _NAME)
    if len(exports) > 1 or exports[0].settled:
        return exports
    draft = draft_of(split_lines(text), markdown=False, notes=notes)
    draft.removed += [Removed(1, line, Cut.PAGE) for line in heads]
    return [draft]


FORM = InputForm(_NAME, lambda source: source.start.startswith(b"%PDF-"), read)
