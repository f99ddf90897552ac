"""Which documents an e-book has, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from course_reader.model.entry import Kind
from course_reader.views.library import Library
from course_reader.views.order import sort_key
from course_reader.views.packs import BOOK_WITHOUT, EPUB_PACK, packs


@dataclass(frozen=True, slots=True)
class BookGroup:
    """A line of the contents of the first level, with what is below it."""

    #: the heading; "" if the group is one document, whose title it then has
    title: str
    #: the documents, each with those below it
    documents: tuple[tuple[str, tuple[str, ...]], ...]
    #: what it is, in the words of e-books: `bodymatter`, `glossary`, `bibliography`; "" for nothing of these
    landmark: str = ""


def groups(library: Library, names: Sequence[str], root: str, toctree: Sequence[str]) -> list[BookGroup]:
    """The documents of an e-book in reading order.

    Args:
        library: The reader.
        names: All documents.
        root: The front page.
        toctree: The documents in the order of the tables of contents.
    """
    pack = library.settings[EPUB_PACK]
    without: list[str] = library.settings[BOOK_WITHOUT]
    known = [name for name in names if not _is_left_out(name, without)]
    articles = [name for name, page in library.articles if name in known]
    entries = [name for name in known if name in library.entries]
    chapters = [name for name in known if (page := library.pages.get(name)) and page.kind == "chapter"]
    if pack:
        chosen = next((one for one in packs(library) if one.name == pack), None)
        articles = [name for name in chosen.articles if name in known] if chosen else []
        entries = _named(library, articles, entries)
    found = [BookGroup("", ((root, ()),))] if not pack else []
    found.append(BookGroup("Articles", tuple((name, ()) for name in articles), "bodymatter"))
    found += [BookGroup("", ((name, ()),)) for name in chapters]
    rest = [name for name in dict.fromkeys((*toctree, *known)) if name in known]
    taken = {root, *articles, *chapters, *entries}
    kinds = {_kind_page(library, kind): kind for kind in Kind}
    if not pack:
        others = [name for name in rest if name not in taken and name not in kinds and not _is_pack(library, name)]
        found += [BookGroup("", ((name, ()),)) for name in others if not _is_glossary(library, name)]
    found.append(_glossary(library, entries, known, whole=not pack))
    sources = [name for name in rest if name not in taken and name in _bibliographies(library)]
    if pack:
        found += [BookGroup("", ((name, ()),), "bibliography") for name in sources]
    return [group for group in found if group.documents]


def _is_left_out(name: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_pack(library: Library, name: str) -> bool:
    page = library.pages.get(name)
    return page is not None and page.pack is not None


def _kind_page(library: Library, kind: Kind) -> str:
    return f"{library.settings.glossary}/{kind}/index"


def _is_glossary(library: Library, name: str) -> bool:
    return name == f"{library.settings.glossary}/index"


def _bibliographies(library: Library) -> set[str]:
    return {f"{path.parent.relative_to(library.documents.root).as_posix()}/{path.stem}"
            for path in library.documents.bibliographies if path.is_relative_to(library.documents.root)}  # fmt: skip


def _named(library: Library, articles: Sequence[str], entries: Sequence[str]) -> list[str]:
    """The entries that articles name, and those that their entries see."""
    ids = {mention.entry for name in articles for mention in library.known(library.pages[name])}
    ids |= {other for entry_id in ids for other in library.glossary[entry_id].see if other in library.glossary}
    return [name for name in entries if library.entries[name][0] in ids]


def _glossary(library: Library, entries: Sequence[str], known: Sequence[str], *, whole: bool) -> BookGroup:
    """The entries below the lists of their kinds, from A to Z."""

    def ordered(kind: Kind) -> tuple[str, ...]:
        mine = [name for name in entries if library.entries[name][1] is kind]
        return tuple(sorted(mine, key=lambda name: sort_key(library.glossary[library.entries[name][0]].sort_key)))

    rows: list[tuple[str, tuple[str, ...]]] = []
    for kind in Kind:
        page, found = _kind_page(library, kind), ordered(kind)
        if whole and page in known:
            rows.append((page, found))
        else:
            rows += [(name, ()) for name in found]
    front = f"{library.settings.glossary}/index"
    head = ((front, ()),) if whole and front in known else ()
    return BookGroup("Glossary", (*head, *rows), "glossary")


def in_order(found: Sequence[BookGroup]) -> Iterator[str]:
    """All documents in reading order, each once."""
    names = [name for group in found for document, below in group.documents for name in (document, *below)]
    yield from dict.fromkeys(names)
