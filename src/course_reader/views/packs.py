"""Packs: pages that name the articles to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from course_reader.model.keys import Own
from course_reader.model.outputs import EDITIONS, PLAIN, Edition
from course_reader.model.pack import Pack
from course_reader.model.problems import Code, Problem
from course_reader.model.settings import Setting, flag, one_of, text, texts
from course_reader.views.library import Library

#: what an e-book is made of
EPUB_PACK: Setting[str] = Setting(
    "epub_pack", "", "The pack that an e-book is made of; empty for the whole reader.", check=text
)
BOOK_WITHOUT: Setting[list[str]] = Setting(
    "book_without", ["docs/manual/*"], "Documents that e-books leave out, as patterns.", check=texts
)


def _editions(value: Any) -> str | None:
    """A list of editions."""
    return texts(value) or next((one_of(*EDITIONS)(item) for item in value if item not in EDITIONS), None)


ONLY_EDITIONS: Setting[list[str]] = Setting(
    "pdf_editions",
    [],
    "The editions to print, of those that the packs name: any of 'student', 'teacher' and 'large'; empty for all.",
    rebuild="",
    check=_editions,
)
READINGS: Setting[bool] = Setting(
    "pdf_readings", False, "Whether each reading of a pack is printed as a file of its own too.", rebuild="", check=flag
)
#: the editions that students get
STUDENTS = tuple(edition for edition in EDITIONS if edition != "teacher")


@dataclass(frozen=True, slots=True)
class PackPage:
    """A pack and its articles."""

    docname: str
    #: the name of its file and of the printed file
    name: str
    #: the path of its file, as its author knows it
    path: str
    title: str
    record: Pack
    #: the keys in its front matter that belong to parts of the page
    own: Own
    #: documents of articles, in the order of its tables of contents
    articles: tuple[str, ...]
    #: the edition that is printed; "" for the only one
    edition: Edition | Literal[""] = PLAIN
    #: of a reading that is printed by itself: its number in the pack, and how many there are
    reading: tuple[int, int] | None = None
    #: the title at the top of the pages, if it is another one
    of: str = ""

    @property
    def printed_name(self) -> str:
        """The name of the printed file, before it says for whom it is."""
        name = f"{self.name}-{self.edition}" if self.edition in STUDENTS else self.name
        if self.reading is None:
            return name
        number, count = self.reading
        return f"{name}-{number:0{len(str(count))}}-{self.articles[0].split('/')[-2]}"

    def readings(self) -> list[PackPage]:
        """Each of its articles as a file of its own, with no other part."""
        names = list(dict.fromkeys(self.articles))
        record = self.record.model_copy(update={"parts": ("articles",), "gloss": "article"})
        numbered = enumerate(names, start=1)
        return [
            replace(self, articles=(name,), record=record, reading=(number, len(names)), of=self.title)
            for number, name in numbered
        ]


def may_print(library: Library, pack: PackPage, docname: str) -> bool:
    """Whether the text of an article may be in a pack: a permission has to last until the end of the term."""
    page = library.pages[docname]
    day = pack.record.until.last if pack.record.until else library.settings.day
    rights = page.article.rights if page.article else None
    if not library.is_shown(page) or (rights and rights.expired(day)):
        return False
    return not library.settings.is_public or page.access.is_public(day)


def level_texts(library: Library, pack: PackPage) -> dict[str, str]:
    """Article → the text that a pack prints instead of its own, at the level that the pack asks for."""
    level = pack.record.level or ""
    found = {docname: library.levels.get(docname, {}).get(level, "") for docname in pack.articles}
    return {docname: text for docname, text in found.items() if text}


def printings(library: Library) -> list[PackPage]:
    """What a build prints: each pack in the editions that are for its audience, by name.

    Answers are in no build but that for teachers, so that is the one which prints their edition. There, a pack that
    names no edition is printed for teachers too.
    """
    for_teachers, only = library.settings.is_for_teachers, library.settings[ONLY_EDITIONS]
    found = []
    for pack in packs(library):
        plain: tuple[Edition | Literal[""], ...] = ("teacher",) if for_teachers else (PLAIN,)
        named = tuple(dict.fromkeys(pack.record.edition))
        wanted = [edition for edition in named or plain if (edition == "teacher") == for_teachers]
        if only:
            wanted = [edition for edition in wanted if edition == PLAIN or (edition in only and edition in named)]
        found += [replace(pack, edition=edition) for edition in wanted]
    return found


def with_readings(library: Library) -> list[PackPage]:
    """What a build prints, and each reading by itself if that is wanted."""
    found = printings(library)
    if not library.settings[READINGS]:
        return found
    titled = (replace(one, title=library.pages[one.articles[0]].title) for pack in found for one in pack.readings())
    return [*found, *titled]


def strangers(library: Library, pack: PackPage) -> Iterator[Problem]:
    """Pages in a pack that are not articles, and a pack without articles."""
    for docname in library.documents.listed.get(pack.docname, []):
        if docname not in pack.articles:
            message = f"{docname!r} is not an article and is left out of the pack; take it out of the `toctree`"
            yield Problem(pack.path, 1, Code.PACK_ARTICLE, message)
    if not pack.articles:
        message = "the pack lists no article and is not printed; name its articles in a `toctree`"
        yield Problem(pack.path, 1, Code.PACK_ARTICLE, message)


def packs(library: Library) -> list[PackPage]:
    """All packs, by name."""
    found = []
    for docname, page in sorted(library.pages.items()):
        if page.pack is None:
            continue
        listed = library.documents.listed.get(docname, [])
        articles = tuple(d for d in listed if d in library.pages and library.pages[d].kind == "article")
        path, name = library.documents.path(docname), docname.rsplit("/", 1)[1]
        found.append(PackPage(docname, name, path, page.title, page.pack, page.own, articles))
    return found
