"""Keeping the texts of a build for commands that do not need Sphinx, which read them with `marks.kept_texts`."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks import kept_texts
from course_reader.marks.domain import reader_domain
from course_reader.marks.kept_texts import ArticleText, KeptFile, KeptIndex, KeptMention, KeptQuestion, KeptTurnedDown
from course_reader.marks.records import Page
from course_reader.model.problems import shown_path
from course_reader.model.settings import PREFIX
from course_reader.sphinx_ext.problems import of_settings
from course_reader.sphinx_ext.run_state import library_of, parts_of, session
from course_reader.sphinx_ext.settings import read_settings
from course_reader.text.paragraphs import NumberedText

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_KEY = "reader_kept_texts"


def article_docnames(app: Sphinx) -> list[str]:
    """The documents of all articles."""
    return sorted(name for name, page in reader_domain(app.env).pages.items() if page.kind == "article")


def article_text(app: Sphinx, docname: str) -> ArticleText:
    """The text of an article that was read, with its mentions."""
    library = library_of(app)
    page = reader_domain(app.env).pages[docname]
    known, kinds = library.known(page), library.glossary.kind
    glossed = {chosen.mention.group for chosen, _ in library.text(docname).glossed}
    return ArticleText(
        docname,
        shown_path(Path(app.env.doc2path(docname)), Path(app.srcdir)),
        NumberedText(page.text, page.paragraphs),
        tuple(_skipped(page, {m.group for m in known})),
        tuple(KeptMention(m.entry, str(kinds(m.entry)), m.start, m.end, m.group in glossed) for m in known),
        tuple(KeptQuestion(q.start, q.end, q.entries, q.reason) for q in page.unlinked),
        tuple(KeptTurnedDown(t.start, t.end, t.entries, t.reason.value) for t in page.turned_down),
    )


def _skipped(page: Page, known: set[int]) -> Iterator[tuple[int, int]]:
    """Stretches not searched for names without an entry, including mentions whose entry no longer exists."""
    yield from page.skip
    yield from ((m.start, m.end) for m in page.mentions if m.group not in known)


def begin(app: Sphinx, *_: object) -> list[str]:
    """On `builder-inited` and `env-get-outdated`: take a fingerprint of the build's input; no document is outdated."""
    if _is_kept(app):
        app.__dict__.setdefault(_KEY, _stamp(app))
    return []


def keep(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-updated`, when all documents are read: keep their texts, unless a file has been edited meanwhile."""
    before = app.__dict__.pop(_KEY, None)
    if before is None or before != _stamp(app):
        return
    root = Path(app.srcdir)
    basis = kept_texts.digest_of(repr((kept_texts.basis_of(root, session(app).settings), session(app).names)).encode())
    old = kept_texts.load(root)
    articles: dict[str, KeptFile] = {}
    fresh: dict[str, bytes] = {}
    for docname in article_docnames(app):
        sources = _sources(env, docname, root)
        kept = old.articles.get(docname) if old and old.basis == basis else None
        if reader_domain(env).pages[docname].withheld:
            # Whoever uses an earlier text compares it with its sources first; without one, Sphinx reads it again.
            articles[docname] = kept or KeptFile({}, "")
            continue
        if kept and sources and kept.sources == sources and kept_texts.is_kept(root, docname, kept):
            articles[docname] = kept
            continue
        fresh[docname] = content = kept_texts.article_bytes(article_text(app, docname))
        articles[docname] = KeptFile(sources, kept_texts.digest_of(content))
    index = KeptIndex(before, basis, articles, tuple(of_settings(app)))
    if index != old or fresh:
        # The folder may be read-only, or the disk full: the commands use Sphinx then.
        with contextlib.suppress(OSError):
            kept_texts.save(root, index, fresh)


def _is_kept(app: Sphinx) -> bool:
    """Whether a build is an ordinary one: into `_build/`, with the settings of `conf.py`."""
    others = [name for name in app.config.overrides if not name.startswith(PREFIX)]
    return not others and Path(app.outdir).is_relative_to(Path(app.srcdir, "_build"))


def _stamp(app: Sphinx) -> str:
    # The session of this build may not exist yet: the stamp comes before anything is read.
    settings, _ = read_settings(app.config, parts_of(app).settings)
    return kept_texts.reader_stamp(Path(app.srcdir), settings)


def _sources(env: BuildEnvironment, docname: str, root: Path) -> dict[str, str] | None:
    """The source files of a document with their fingerprints; None if these are not certain."""
    source = Path(env.doc2path(docname))
    paths = [source, *(Path(env.srcdir, name) for name in env.dependencies.get(docname, ()))]
    if docname in env.reread_always or any(_is_newer(path, env.all_docs[docname]) for path in paths):
        return None
    return {shown_path(path, root): kept_texts.file_stamp(path) for path in sorted(set(paths))}


def _is_newer(path: Path, read: int) -> bool:
    """Whether a file was saved after a time in microseconds."""
    try:
        return path.stat().st_mtime_ns // 1000 > read
    except OSError:
        return True
