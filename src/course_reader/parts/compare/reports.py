"""What a comparison knows of each of the two articles: of an adapted one, what was counted in its original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course_reader.marks.records import Page
from course_reader.text.prose.counts import Counted, counted_voices
from course_reader.text.prose.voices import Quotation, Speaker, voices
from course_reader.views.library import Library


@dataclass(frozen=True, slots=True)
class Report:
    """One article, analysed once."""

    docname: str
    page: Page
    shown: bool
    #: whether its text retells another; then nothing is counted in it
    adapted: bool
    #: None if nothing may be counted, or nothing was
    counts: Counted | None
    #: of the text itself; an original's are not kept
    quotations: tuple[Quotation, ...] = ()

    def names(self, library: Library) -> dict[str, Mapping[str, int]]:
        """The names that it uses, by entry, as far as the glossary has them."""
        return {e: words for e, words in self.counts.names.items() if e in library.glossary} if self.counts else {}

    def named(self, entry: str) -> int:
        """How often it names an entry."""
        return self.counts.named(entry) if self.counts else 0


def report_of(library: Library, docname: str) -> Report:
    """Analyse an article."""
    page = library.pages[docname]
    shown, article = library.is_shown(page), page.article
    if article and article.rights and article.rights.status == "adapted":
        kept = article.counts
        counts = Counted(**kept.model_dump(exclude={"sha256"})) if kept and shown else None
        return Report(docname, page, shown, True, counts)
    if not shown:
        return Report(docname, page, shown, False, None)
    names = [Speaker(m.entry, str(library.glossary.kind(m.entry)), m.start, m.end) for m in library.known(page)]
    said = voices(page.text, names)
    # Words in paragraphs only: headings may have been added by this reader.
    paragraphs = [page.text[part.start : part.end] for part in page.paragraphs]
    counts = counted_voices(paragraphs, page.text, names, said)
    return Report(docname, page, shown, False, counts, said.quotations)
