"""What must be true across files: checked once everything is read."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.logging import is_suppressed_warning

from course_reader.checks import editing
from course_reader.marks.domain import Page
from course_reader.marks.lines import Lines, lines_of
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.model.entry import SOURCED, Person
from course_reader.model.glossary import EntryFile, read_text
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.parts.for_class import check as class_checks
from course_reader.parts.map import values as atlas
from course_reader.sphinx_ext import links_back as links
from course_reader.sphinx_ext import settings as config
from course_reader.sphinx_ext.reports import report
from course_reader.sphinx_ext.session import Session, session
from course_reader.text.fold import fold
from course_reader.text.mention.names import Name
from course_reader.views.library import Library, library

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-check-consistency`: report every problem of every file; those of settings have been already."""
    for problem in problems(app):
        if problem.code is not Code.BAD_SETTING:
            report(problem, Path(app.srcdir))


def problems(app: Sphinx, *, questions: bool = False) -> list[Problem]:
    """Every problem that is known, by file and line, each once; with all questions for the editor, if asked."""
    shelf, run = library(app), session(app)
    found = [*config.problems(app), *run.glossary.problems, *links.problems(app), *_without_article(app, run)]
    for page in shelf.domain.pages.values():
        found += page.problems
    found += _entries(shelf, run)
    found += _shared_names(run)
    for docname, page in shelf.domain.pages.items():
        found += _page(app, docname, page, shelf)
        found += class_checks.problems(docname, page, app.env.doc2path(docname, base=False).as_posix(), shelf)
    found += editing.problems(shelf)
    if questions:
        found += editing.questions(shelf)
    suppressed = app.config.suppress_warnings
    return sorted(p for p in set(found) if not is_suppressed_warning("reader", p.code, suppressed))


def _without_article(app: Sphinx, run: Session) -> Iterator[Problem]:
    """Folders that hold what belongs to an article, but no article."""
    corpus = Path(app.srcdir, run.settings.corpus)
    for path in sorted({p.parent for p in corpus.glob("*/notes/")} | {p.parent for p in corpus.glob("*/article.md/")}):
        text = path / "article.md"
        if not text.is_file():
            message = "there is no such file, though its folder holds notes on it; write it, or take the folder away"
            if text.is_dir():
                message = "this is a folder; it should be the article's file"
            yield Problem(shown_path(text, Path(app.srcdir)), 0, Code.EMPTY_ARTICLE, message)


def _entries(shelf: Library, run: Session) -> Iterator[Problem]:
    labels = shelf.app.env.domains.standard_domain.labels
    named = shelf.named()
    for file in run.glossary:
        entry = file.entry
        for key, known, code, what in (
            ("see", run.glossary.files, Code.DANGLING_SEE, "entry"),
            ("background", labels, Code.DANGLING_BACKGROUND, "section of the background chapter"),
        ):
            for index, target in enumerate(getattr(entry, key)):
                if target == file.id and key == "see":
                    message = "`see` names the entry itself; take it out"
                    yield Problem(file.path, file.lines.line((key, index)), code, message)
                elif target not in known and not (key == "see" and target in run.glossary.unread):
                    message = f"`{key}` names {target!r}, but there is no such {what}{_near(target, known)}"
                    yield Problem(file.path, file.lines.line((key, index)), code, message)
        yield from _sources(file.path, _cited(file), run)
        if file.id not in named:
            message = f"no article and no chapter names {entry.name}; add a name that they use, or leave it as it is"
            yield Problem(file.path, 1, Code.NEVER_NAMED, message)


def _near(target: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(target, list(known), 1, 0.6)
    return f"; did you mean {near[0]!r}?" if near else "; correct it or take it out"


def _cited(file: EntryFile) -> Iterator[tuple[str, int]]:
    for index, key in enumerate(file.entry.sources):
        yield key, file.lines.line(("sources", index))
    for name in SOURCED:
        for index, item in enumerate(getattr(file.entry, name, ())):
            if item.source:
                yield item.source, file.lines.line((name, index, "source"))


def _sources(path: str, cited: Iterable[tuple[str, int]], run: Session) -> Iterator[Problem]:
    if not run.sources.known:
        return
    for key, line in cited:
        if key not in run.sources.views:
            message = f"the source {key!r} is not in the bibliography{_near(key, run.sources.views)}"
            yield Problem(path, line, Code.DANGLING_SOURCE, message)


def _shared_names(run: Session) -> Iterator[Problem]:
    holders: dict[str, list[Name]] = {}
    for names in run.names.values():
        for name in names:
            holders.setdefault(fold(name.text).text, []).append(name)
    for names_ in holders.values():
        if len({name.entry for name in names_}) < 2:
            continue
        plain = [name for name in names_ if not name.metonym]
        for index, name in enumerate(plain):
            for other in plain[:index]:
                if name.entry != other.entry and (name.start, name.end) == (other.start, other.end):
                    yield _shared(name, other, run)


def _shared(name: Name, other: Name, run: Session) -> Problem:
    file = run.glossary.files[name.entry]
    index = next((i for i, alias in enumerate(file.entry.aliases) if alias.name == name.text), None)
    line = file.lines.line(("aliases", index)) if index is not None else file.lines.line(("name",))
    message = (
        f"{name.text!r} is also a name of `{other.entry}` ({run.glossary.files[other.entry].path}), and nothing tells "
        "them apart; give one of them `from` and `to`, or `metonym: true`, or take the name out"
    )
    return Problem(file.path, line, Code.SHARED_ALIAS, message)


def _page(app: Sphinx, docname: str, page: Page, shelf: Library) -> Iterator[Problem]:
    path = app.env.doc2path(docname, base=False).as_posix()
    yield from atlas.problems(shelf, page, path)
    if page.article:
        article = page.article
        lines = lines_of(app.env, docname)
        yield from _later_sources(article, path, lines, shelf.session)
        labels = app.env.domains.standard_domain.labels
        for index, anchor in enumerate(article.background):
            if anchor not in labels:
                where = f"the background chapter has no such section{_near(anchor, labels)}"
                message = f"`background` names {anchor!r}, but {where}"
                yield Problem(path, lines.of("background", index), Code.DANGLING_BACKGROUND, message)
        rights = shelf.rights_expired(page)
        if rights and rights.expires:
            message = f"the permission ran out on {spell(rights.expires)}; renew it, or a stub is shown"
            yield Problem(path, lines.of("rights", "expires"), Code.RIGHTS_EXPIRED, message)
        yield from _original(article, path, lines)
    for index, section in enumerate(page.sections):
        if app.env.domains.standard_domain.labels.get(section.anchor, ("",))[0] != docname:
            message = f"`sections` names {section.anchor!r}, but no section of this page has that anchor"
            line = lines_of(app.env, docname).of("sections", index)
            yield Problem(path, line, Code.DANGLING_BACKGROUND, message)
    if page.kind in ("article", "chapter") and page.day:
        for entry_id in dict.fromkeys(m.entry for m in shelf.known(page)):
            file = shelf.glossary.files[entry_id]
            yield from _gloss_gap(file, page.day, path)
            if page.kind == "article":
                yield from _role_gap(file, page.day, path)


def _later_sources(article: Article, path: str, lines: Lines, run: Session) -> Iterator[Problem]:
    for at, later in enumerate(article.what_happened_next):
        for problem in _sources(path, [(key, 0) for key in later.sources], run):
            yield replace(problem, line=lines.of("what_happened_next", at, "sources"))


def _gloss_gap(file: EntryFile, day: date, path: str) -> Iterator[Problem]:
    if file.entry.gloss_at(day) is None:
        message = f"no gloss covers {day.isoformat()}, the date of {path}; add one, or widen `from` or `to`"
        yield Problem(file.path, file.lines.line(("gloss",)), Code.GLOSS_GAP, message)


def _role_gap(file: EntryFile, day: date, path: str) -> Iterator[Problem]:
    entry = file.entry
    if isinstance(entry, Person) and not entry.has_role_at(day):
        message = f"no role covers {day.isoformat()}, the date of {path}; the gloss says “{entry.role_at(day)}”"
        yield Problem(file.path, file.lines.line(("roles",)), Code.ROLE_GAP, message)


def _original(article: Article, path: str, lines: Lines) -> Iterator[Problem]:
    original = article.original
    if original is None:
        return
    file = lines.file.parent / original.file
    if not file.is_file():
        message = f"the original {original.file} is not beside the article; put it back, or take `original` out"
        yield Problem(path, lines.of("original"), Code.ORIGINAL_CHANGED, message)
    elif hashlib.sha256(file.read_bytes()).hexdigest() != original.sha256:
        message = f"{original.file} is not the text that was imported (its SHA-256 differs); import it again"
        yield Problem(path, lines.of("original"), Code.ORIGINAL_CHANGED, message)


def unreadable(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: keep files that are not UTF-8 from Sphinx, which would end with a traceback."""
    for docname in sorted(added | changed):
        shown = env.doc2path(docname, base=False).as_posix()
        if read_text(Path(env.doc2path(docname)), shown, session(app).glossary.problems) is None:
            added.discard(docname)
            changed.discard(docname)
            env.project.docnames.discard(docname)
            if docname in env.all_docs:
                removed.add(docname)
    return []
