"""What each document is, and what its front matter says, read with its lines before Markdown is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.files.front_matter import FrontMatter, read, split, take_sphinx_keys
from course_reader.files.yaml_lines import Document, YamlError
from course_reader.marks.domain import reader_domain
from course_reader.model.article import Article, Chapter
from course_reader.model.glossary import PAGES
from course_reader.model.pack import Pack
from course_reader.model.problems import Code, Problem
from course_reader.model.records import build
from course_reader.sphinx_ext.session import session

if TYPE_CHECKING:
    from sphinx.application import Sphinx
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
    value = env.current_document.get(_TEMP) if hasattr(env, "current_document") else env.temp_data.get(_TEMP)
    return value if isinstance(value, Front) else None


def read_front(app: Sphinx, docname: str, source: list[str]) -> None:
    """On `source-read`: take the front matter away and leave its title as a heading, line for line."""
    settings = session(app).settings
    kind = page_kind(docname, settings)
    if kind is PageKind.PAGE:
        return
    path = app.env.doc2path(docname, base=False).as_posix()
    found: list[Problem] = []
    text = source[0].removeprefix("\ufeff")
    front = _read(text, path, found)
    height = front.body_line
    title: str | None = None
    app.env.metadata[docname].update(take_sphinx_keys(front.document))
    state = Front(kind)
    if kind is PageKind.ARTICLE:
        article = _article(front, path, Path(docname).parent.name, found)
        title = article.title
        state = Front(kind, article=article, lines=front.document, is_broken=any(p.code is Code.YAML for p in found))
    elif kind is PageKind.PACK:
        pack = build(Pack, front.document, path, found) or Pack()
        title = pack.title
        state = Front(kind, pack=pack, lines=front.document)
    elif kind is PageKind.CHAPTER:
        chapter = build(Chapter, front.document, path, found) or Chapter()
        state = Front(kind, chapter=chapter, lines=front.document)
    else:
        entry_id = docname.rsplit("/", 1)[1]
        glossary = session(app).glossary
        title = glossary[entry_id].name if entry_id in glossary else entry_id
    if kind is not PageKind.CHAPTER:
        # Lists and links lead to articles and entries; they need no place in a table of contents.
        app.env.metadata[docname].setdefault("orphan", True)
    source[0] = _with_heading(front.body, height, title)
    env_temp(app.env)[_TEMP] = state
    reader_domain(app.env).add_problems(docname, found)


def env_temp(env: BuildEnvironment) -> dict[str, object]:
    """Where data of the document that is being read is kept; Sphinx 8.2 renamed it."""
    return getattr(env, "current_document", None) or env.temp_data  # type: ignore[return-value]


def _article(front: FrontMatter, path: str, slug: str, found: list[Problem]) -> Article:
    """The article's record; one without a title is called by its folder, so that the rest of it is not lost."""
    if found:
        return Article(title=slug)
    if not front.body_line:
        message = "the article has no front matter; begin it with --- and at least title and date"
        found.append(Problem(path, 1, Code.MISSING_KEY, message))
        return Article(title=slug)
    article = build(Article, front.document, path, found)
    named = Document({**front.document.value, "title": slug})
    return article or build(Article, named, path, []) or Article(title=slug)


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
