"""The content of an entry's page, as values."""

from __future__ import annotations

from course_reader.marks.records import Page
from course_reader.model.entry import Entry
from course_reader.model.glossaries.origin import Origin
from course_reader.parts.entry.contexts import contexts_of
from course_reader.parts.entry.records import EntryView, MentionedIn
from course_reader.views.at import At
from course_reader.views.library import Library
from course_reader.views.records import Link
from course_reader.views.sources import SourceView


def entry_of(at: At) -> Entry | None:
    """The entry of a page; None if its file cannot be read."""
    return at.library.glossary.get(_id(at))


def _id(at: At) -> str:
    return at.docname.rsplit("/", 1)[1]


def view(at: At) -> EntryView | None:
    """The entry itself; None if its file cannot be read."""
    entry = entry_of(at)
    return EntryView(entry, at.library.gloss(_id(at), None)) if entry else None


def mentioned(at: At) -> tuple[MentionedIn, ...]:
    """The pages that name the entry, with the sentences that name it."""
    if entry_of(at) is None:
        return ()
    entry_id = _id(at)
    return tuple(_mentioned(at.library, entry_id, name, page) for name, page in at.library.named_in.get(entry_id, ()))


def _mentioned(library: Library, entry_id: str, docname: str, page: Page) -> MentionedIn:
    marks = [m for m in page.mentions if m.entry == entry_id]
    contexts = contexts_of(page, marks) if library.is_shown(page) else ()
    return MentionedIn(library.link(docname), contexts, len(marks))


def origin(at: At) -> Origin | None:
    """The glossary of another reader that the entry was taken from."""
    file = at.library.glossary.files.get(_id(at))
    return file.origin if file else None


def see(at: At) -> tuple[Link, ...]:
    """The entries that an entry links to."""
    entry, glossary = entry_of(at), at.library.glossary
    return tuple(
        Link(at.library.entry_docname(i), glossary[i].name) for i in (entry.see if entry else ()) if i in glossary
    )


def sources(at: At) -> tuple[SourceView, ...]:
    """The sources that an entry cites."""
    entry = entry_of(at)
    return at.library.sources.get(entry.cited()) if entry else ()
