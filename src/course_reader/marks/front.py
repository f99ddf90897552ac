"""What each document is, and what its front matter says, read with its lines before Markdown is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.files.front_matter import FrontMatter, read, split, take_sphinx_keys
from course_reader.files.yaml_lines import Document, YamlError
from course_reader.marks.session import Session
from course_reader.model.article import Article, Chapter
from course_reader.model.glossary import PAGES
from course_reader.model.keys import Own
from course_reader.model.pack import Pack
from course_reader.model.problems import Code, Problem
from course_reader.model.records import build

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from course_reader.model.settings import Settings


class PageKind(StrEnum):
    """What a document is to the reader."""

    ARTICLE = "article"
    ENTRY = "entry"
    CHAPTER = "chapter"
    PACK = "pack"
    PAGE = "page"


#: ASCII punctuation, all of which Markdown lets one escape.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def page_kind(docname: str, settings: Settings) -> PageKind:
    """What a document is, told by where it lies."""
    folders = docname.split("/")
    if docname.startswith(settings.corpus + "/") and folders[-1] == "article":
        return PageKind.ARTICLE
    if docname in settings.chapters:
        return PageKind.CHAPTER
    if docname.startswith(settings.corpus + "/packs/") and folders[-1] not in PAGES:
        return PageKind.PACK
    depth = settings.glossary.count("/") + 3
    if docname.startswith(settings.glossary + "/") and len(folders) == depth and folders[-1] not in PAGES:
        return PageKind.ENTRY
    return PageKind.PAGE


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of the document that is being read."""

    kind: PageKind
    article: Article | None = None
    chapter: Chapter | None = None
    pack: Pack | None = None
    #: what parts of the page own in it
    own: Own = ()
    lines: Document | None = None
    #: the block cannot be read, so that nothing is known of what it says
    is_broken: bool = False

    @property
    def day(self) -> date | None:
        """The day that glosses are chosen for; None means the latest that is known."""
        record = self.article or self.chapter
        return record.date.last if record and record.date else None


_TEMP = "reader_front"


def front_of(env: BuildEnvironment) -> Front | None:
    """The front matter of the document that is being read."""
    value = _temporary(env).get(_TEMP)
    return value if isinstance(value, Front) else None


def keep_front(env: BuildEnvironment, front: Front) -> None:
    """Have the front matter at hand until the document is read."""
    _temporary(env)[_TEMP] = front


def read_front(
    docname: str, text: str, path: str, run: Session, found: list[Problem]
) -> tuple[Front, str, dict[str, Any]]:
    """Take the front matter of a document away and leave its title as a heading, line for line.

    Args:
        docname: The document.
        text: Its source.
        path: Its file, as the author knows it.
        run: What the run knows.
        found: Where problems go.

    Returns:
        What it says, the source without it, and the keys in it that are Sphinx's.
    """
    kind = page_kind(docname, run.settings)
    front = _read(text, path, found)
    keys = take_sphinx_keys(front.document)
    title: str | None = None
    state = Front(kind)
    if kind is PageKind.ARTICLE:
        article, own = _article(front, path, Path(docname).parent.name, run, found)
        title = article.title
        is_broken = any(p.code is Code.YAML for p in found)
        state = Front(kind, article=article, own=own, lines=front.document, is_broken=is_broken)
    elif kind is PageKind.PACK:
        pack, own = run.packs.read(front.document, path, found) or (Pack(), ())
        title = pack.title
        state = Front(kind, pack=pack, own=own, lines=front.document)
    elif kind is PageKind.CHAPTER:
        chapter = build(Chapter, front.document, path, found) or Chapter()
        state = Front(kind, chapter=chapter, lines=front.document)
    elif kind is PageKind.ENTRY:
        entry_id = docname.rsplit("/", 1)[1]
        title = run.glossary[entry_id].name if entry_id in run.glossary else entry_id
    return state, _with_heading(front.body, front.body_line, title), keys


def _temporary(env: BuildEnvironment) -> dict[str, object]:
    """Where data of the document that is being read is kept; Sphinx 8.2 renamed it."""
    return getattr(env, "current_document", None) or env.temp_data  # type: ignore[return-value]


def _article(front: FrontMatter, path: str, slug: str, run: Session, found: list[Problem]) -> tuple[Article, Own]:
    """The article's record; one without a title is called by its folder, so that the rest of it is not lost."""
    bare: tuple[Article, Own] = (Article(title=slug), ())
    if found:
        return bare
    if not front.body_line:
        message = "the article has no front matter; begin it with --- and at least title and date"
        found.append(Problem(path, 1, Code.MISSING_KEY, message))
        return bare
    named = Document({**front.document.value, "title": slug})
    return run.articles.read(front.document, path, found) or run.articles.read(named, path, []) or bare


def _read(text: str, path: str, found: list[Problem]) -> FrontMatter:
    try:
        return read(text)
    except YamlError as error:
        # Entries are reported when the glossary is read.
        found.append(Problem(path, error.line, Code.YAML, error.message))
    try:
        parts = split(text)
    except YamlError:
        return FrontMatter(Document({}), "", 1)
    height = parts[1] if parts else 0
    return FrontMatter(Document({}), "\n".join(text.split("\n")[height:]), height)


def _with_heading(body: str, height: int, title: str | None) -> str:
    """The body below as many lines as the front matter took, the title among them."""
    if title is None:
        return "\n" * height + body
    heading = "# " + _PUNCTUATION.sub(r"\\\1", " ".join(title.split())) + "\n\n"
    return "\n" * max(height - 2, 0) + heading + body
