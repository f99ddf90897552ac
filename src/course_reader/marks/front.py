"""The kind of each document and its front matter, read with line numbers before Markdown is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.files.front_matter import FrontMatter, read, split, take_sphinx_keys
from course_reader.files.yaml_lines import Document, YamlError
from course_reader.marks.session import Session
from course_reader.model.article import Article, Chapter, LevelText
from course_reader.model.glossary import PAGES, read_text
from course_reader.model.keys import Own
from course_reader.model.level import Level
from course_reader.model.pack import Pack
from course_reader.model.problems import Code, Problem
from course_reader.model.public.access import OPEN, Access, access_of_text, is_private
from course_reader.model.records import build
from course_reader.text.blocks import first_heading, open_block

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from course_reader.model.settings import Settings


class PageKind(StrEnum):
    """The role of a document in the reader."""

    ARTICLE = "article"
    #: the text of an article at another level
    LEVEL = "level"
    ENTRY = "entry"
    CHAPTER = "chapter"
    PACK = "pack"
    PAGE = "page"


#: ASCII punctuation, all of which Markdown lets one escape.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def page_kind(docname: str, settings: Settings) -> PageKind:
    """The kind of a document, judged by its path."""
    folders = docname.split("/")
    if docname.startswith(settings.corpus + "/") and folders[-1] == "article":
        return PageKind.ARTICLE
    if docname.startswith(settings.corpus + "/") and folders[-1].upper() in Level.__members__:
        return PageKind.LEVEL
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
    #: of a text at another level: the level, and what its own front matter says
    level: str = ""
    text: LevelText = LevelText()
    #: the keys in it that belong to parts of the page
    own: Own = ()
    lines: Document | None = None
    #: whether the public may see the text of an article
    access: Access = OPEN
    #: the block cannot be read, so its content is unknown
    is_broken: bool = False

    @property
    def for_students(self) -> Own:
        """The keys of parts without what only teachers may see, which is not kept among the doctrees either."""
        return tuple(record.for_students() for record in self.own)

    @property
    def day(self) -> date | None:
        """The day that glosses are chosen for; None means the latest known."""
        record = self.article or self.chapter
        return record.date.last if record and record.date else None


_TEMP = "reader_front"


def front_of(env: BuildEnvironment) -> Front | None:
    """The front matter of the document that is being read."""
    value = _temporary(env).get(_TEMP)
    return value if isinstance(value, Front) else None


def keep_front(env: BuildEnvironment, front: Front) -> None:
    """Keep the front matter at hand while the document is being read."""
    _temporary(env)[_TEMP] = front


def read_front(
    docname: str, text: str, path: str, run: Session, found: list[Problem]
) -> tuple[Front, str, dict[str, Any]]:
    """Replace the front matter of a document with its title as a heading; line numbers stay the same.

    Args:
        docname: The document.
        text: Its source.
        path: Its file, as the author knows it.
        run: The session.
        found: Problems are added here.

    Returns:
        The front matter, the source without it, and the keys in it that belong to Sphinx.
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
        access = _access(front, docname, path, run, found)
        state = Front(kind, article=article, own=own, lines=front.document, access=access, is_broken=is_broken)
    elif kind is PageKind.LEVEL:
        state = _level(front, docname, path, run, found)
        title = state.article.title if state.article else None
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
    found.extend(_blocks(front, path, has_title=title is not None and bool(front.body_line)))
    return state, _with_heading(front.body, front.body_line, title), keys


def _blocks(front: FrontMatter, path: str, *, has_title: bool) -> Iterator[Problem]:
    """A block without an end, which takes in the rest of the text, and a heading beside the title."""
    first = front.body_line + 1
    if opened := open_block(front.body):
        line, fence = opened
        message = f"the block that begins here never ends, and takes in the rest of the text; close it with {fence}"
        yield Problem(path, first + line, Code.OPEN_BLOCK, message)
    line_of_heading = first_heading(front.body) if has_title else None
    if line_of_heading is not None:
        message = "the title is in the front matter; write this heading with ##, or take it out"
        yield Problem(path, first + line_of_heading, Code.SECOND_TITLE, message)


def _temporary(env: BuildEnvironment) -> dict[str, object]:
    """Where Sphinx keeps data of the document that is being read; 8.2 renamed it."""
    return getattr(env, "current_document", None) or env.temp_data  # type: ignore[return-value]


def _article(front: FrontMatter, path: str, slug: str, run: Session, found: list[Problem]) -> tuple[Article, Own]:
    """The article's record; without a title it takes its folder's name, so that the rest is not lost."""
    bare: tuple[Article, Own] = (Article(title=slug), ())
    if found:
        return bare
    if not front.body_line:
        message = "the article has no front matter; begin it with --- and at least title and date"
        found.append(Problem(path, 1, Code.MISSING_KEY, message))
        return bare
    named = Document({**front.document.value, "title": slug})
    return run.articles.read(front.document, path, found) or run.articles.read(named, path, []) or bare


def _level(front: FrontMatter, docname: str, path: str, run: Session, found: list[Problem]) -> Front:
    """The front matter of a text at another level: the article's serves it too, and decides who may see it.

    Without an article it is a page like others.
    """
    level, beside = docname.rsplit("/", 1)[1].upper(), article_beside(path)
    text = build(LevelText, front.document, path, found) or LevelText()
    source = read_text(run.root / beside, beside, [], run.root)
    if source is None:
        message = f"there is no {Path(beside).name} beside this text at level {level}; write it, or rename this file"
        found.append(Problem(path, 0, Code.LEVEL_TEXT, message))
        return Front(PageKind.PAGE)
    article = docname.rsplit("/", 1)[0] + "/article"
    owner = read_front(article, source.removeprefix("\ufeff"), beside, run, [])[0]
    access = Access("it is in a private folder") if _is_private(docname, path, run) else owner.access
    return replace(owner, kind=PageKind.LEVEL, level=level, text=text, lines=front.document, access=access)


def article_beside(path: str) -> str:
    """The file of the article that a text at another level belongs to."""
    return Path(path).with_name(f"article{Path(path).suffix}").as_posix()


def _access(front: FrontMatter, docname: str, path: str, run: Session, found: list[Problem]) -> Access:
    """Whether the public may see an article; a problem in what decides this goes into `found`."""
    broken = next((p for p in found if p.code is Code.YAML or not front.body_line), None)
    document = None if broken else front.document
    known = run.articles.whole.model_fields
    access = access_of_text(document, path, known, private=_is_private(docname, path, run), broken=broken)
    if access.unclear and access.unclear not in found:
        found.append(access.unclear)
    return access


def _is_private(docname: str, path: str, run: Session) -> bool:
    """Whether a document is below a private folder, or is a link to a file that is."""
    corpus, root = run.settings.corpus, run.root.resolve()
    real = (run.root / path).resolve()
    inside = real.is_relative_to(root) and is_private(real.relative_to(root).as_posix(), corpus)
    return inside or is_private(docname, corpus)


def _read(text: str, path: str, found: list[Problem]) -> FrontMatter:
    try:
        return read(text)
    except YamlError as error:
        # Problems in entries are reported when the glossary is read.
        found.append(Problem(path, error.line, Code.YAML, error.message))
    try:
        parts = split(text)
    except YamlError:
        return FrontMatter(Document({}), "", 1)
    height = parts[1] if parts else 0
    return FrontMatter(Document({}), "\n".join(text.split("\n")[height:]), height)


def _with_heading(body: str, height: int, title: str | None) -> str:
    """The body, moved down by as many lines as the front matter took, title included."""
    if title is None:
        return "\n" * height + body
    heading = "# " + _PUNCTUATION.sub(r"\\\1", " ".join(title.split())) + "\n\n"
    return "\n" * max(height - 2, 0) + heading + body
