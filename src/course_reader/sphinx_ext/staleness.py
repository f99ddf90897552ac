"""Pages that are stale although their own file has not changed.

| edited                           | read again                                  | written again                    |
| an article, or its notes         | it                                          | it; entries whose list changed   |
| an entry's prose, gloss, roles   | the entry                                   | it, and articles that mention it |
| an entry's names; one more, less | articles whose text holds an old or new name | the same                        |
| a file of notes, or a snapshot   | its article                                 | its article                      |
| a part beside `conf.py`          | everything                                  | everything                       |
| the target of a link             | it                                          | it; pages whose links show it    |
| a template, a static file        | nothing                                     | everything                       |
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks import notes as note_files
from course_reader.marks.domain import reader_domain
from course_reader.marks.records import Page
from course_reader.marks.session import Session
from course_reader.model.glossary import read_text
from course_reader.parts.registry import Parts
from course_reader.sphinx_ext import own_pages
from course_reader.sphinx_ext.faults import unfinished
from course_reader.sphinx_ext.glossaries import borrowed
from course_reader.sphinx_ext.output import files
from course_reader.sphinx_ext.run_state import forget, library_of, parts_of, session
from course_reader.sphinx_ext.stale import links, look, order, unchanged
from course_reader.text.fold import fold
from course_reader.text.mention.names import Name
from course_reader.text.plurals import plurals_of
from course_reader.views.at import At

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


#: the letters that may follow the stem of a name: "party" and "parties", "quiz" and "quizzes"
_ENDING = 3

#: the kinds of pages with rights and notes
_TEXTS = ("article", "level")


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Iterable[str]:
    """On `env-get-outdated`: articles affected by an edit of another file."""
    forget(app)
    domain, run = reader_domain(env), session(app)
    names = _changed_names(domain.data.get("names", {}), run)
    if domain.data.get("code", "") != parts_of(app).code:
        return env.found_docs - removed
    root = Path(app.srcdir)
    stale = _seen_by_others(env, domain.pages, run) & env.found_docs - removed
    for docname, page in domain.pages.items():
        if docname in removed or docname not in env.found_docs:
            continue
        if names and _holds(page, names, app.config.language or "en"):
            stale.add(docname)
        if page.kind in _TEXTS and note_files.stamps(Path(env.doc2path(docname)), root) != page.note_files:
            stale.add(docname)
    return stale


def _seen_by_others(env: BuildEnvironment, pages: Mapping[str, Page], run: Session) -> set[str]:
    """Texts that were read for another audience, or for a day on which somebody else might see them; and the pages that
    take in something of them, or of any file, for another audience.
    """
    texts = {docname: page for docname, page in pages.items() if page.kind in _TEXTS}
    if any((page.whole, page.with_answers) != (run.reads_all, run.reads_answers) for page in texts.values()):
        return texts.keys() | {docname for docname in env.found_docs if env.dependencies.get(docname)}
    found = {
        docname
        for docname, page in texts.items()
        if page.withheld != (not run.reads_all and not page.access.is_public(run.settings.day))
    }
    files = {Path(env.doc2path(docname)) for docname in found}
    return found | {
        docname
        for docname in env.found_docs
        if any(Path(env.srcdir, name) in files for name in env.dependencies.get(docname, ()))
    }


def _changed_names(before: dict[str, tuple[Name, ...]], run: Session) -> set[str]:
    """The folded text of every name that an entry lost or gained, in all its numbers."""
    texts = set()
    for entry in before.keys() | run.names.keys():
        old, new = set(before.get(entry, ())), set(run.names.get(entry, ()))
        texts |= {fold(form).text.casefold() for name in old ^ new for form in (name.text, *plurals_of(name.text))}
    return texts


def _holds(page: Page, names: Iterable[str], language: str) -> bool:
    """Whether a page's text may contain one of the names; false positives are fine, false negatives are not."""
    if page.withheld:
        return page.kind in _TEXTS  # nothing is kept of its text
    if not page.text:
        return False
    text = fold(page.text).text.casefold()
    own = page.article.language if page.article else ""
    # Other languages may put more letters behind a name.
    most = _ENDING if (own or language).startswith("en") else None
    return any(may_hold(text, stem, most) for stem in dict.fromkeys(name.rstrip("sy") or name for name in names))


def may_hold(text: str, stem: str, most: int | None = None) -> bool:
    """Whether a text has words that begin with a stem and may be a form of it.

    >>> may_hold("parts of an article", "art", 3), may_hold("the arts", "art", 3), may_hold("das Artland", "Art")
    (False, True, True)

    Args:
        text: A folded text in small letters.
        stem: The beginning of a word, or of several.
        most: How many letters may follow it; None for any number.
    """
    at = text.find(stem)
    while at >= 0:
        end = at + len(stem)
        if _begins(text, at) and _ends(text, end, most):
            return True
        at = text.find(stem, at + 1)
    return False


def _begins(text: str, at: int) -> bool:
    """Whether a word may begin here; scripts without capital letters may have no blank, or a prefix, before it."""
    before = text[at - 1 : at]
    return not before.islower()


def _ends(text: str, at: int, most: int | None) -> bool:
    """Whether a word ends within so many letters."""
    return most is None or not (len(rest := text[at : at + most + 1]) > most and rest.isalpha())


def rewritten(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """On `env-updated`: pages that show something else than when they were written, or are no longer as written."""
    forget(app)
    files.begin(app)
    domain, parts = reader_domain(env), parts_of(app)
    before, now = files.before(app), files.now(app)
    now.look = look.digest(app)
    now.inputs, open_ = unchanged.digest(app, now.look), unfinished(app)
    if not open_ and files.is_unchanged(app):
        now.digests = before.digests
        unchanged.rest(app)
        return []
    now.digests = {docname: _digest((value, now.look)) for docname, value in _documents(app).items()}
    frame = now.look, look.whole(app)
    own = {docname: _digest((value, frame)) for docname, value in own_pages.all_values(app).items()}
    damaged = files.damaged(app)
    own_pages.note_stale(app, {n for n, digest in own.items() if n in damaged or before.digests.get(n) != digest})
    stale = [n for n, digest in now.digests.items() if n in damaged or before.digests.get(n) != digest]
    now.digests |= own
    domain.data["names"], domain.data["code"] = session(app).names, parts.code
    return list(dict.fromkeys([*stale, *sorted(open_ & env.found_docs)]))


def _documents(app: Sphinx) -> dict[str, object]:
    """Everything that the page of each document shows of others."""
    env, library, parts = app.env, library_of(app), parts_of(app)
    targets, pictures, frames = links.targets(env), order.pictures(env), look.frames(app)
    bibliographies = links.bibliographies(env)
    return {
        docname: (
            _shown(At(library, docname), parts) if docname in library.pages else (),
            links.shown(docname, env, targets),
            bibliographies.get(docname, ()),
            pictures.get(docname, ()),
            frames.get(docname, ()),
        )
        for docname in sorted(env.found_docs)
    }


def _shown(at: At, parts: Parts) -> object:
    """All content from other files on a page."""
    page, library = at.page, at.library
    lists = [_value(lambda one=asked: library.once(parts.listing(one).values, library, one)) for asked in page.lists]  # type: ignore[misc]
    owner = parts.page_of(page.kind)
    if owner is None:
        return lists
    text = library.text(at.docname) if page.pack is None else None
    below = [_value(lambda one=part: at.once(one.values)) for part in parts.below(page.kind)]  # type: ignore[misc]
    return lists, text, _value(lambda: at.once(owner.values)), below


def _value(of_part: Callable[[], object]) -> object:
    """What a part shows; the error if it fails, which is reported where the page is written."""
    try:
        return of_part()
    except Exception as error:  # noqa: BLE001 -- any error in code that is not ours
        return f"{type(error).__name__}: {error}"


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "replace")).hexdigest()[:16]


def unreadable(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: hide files that are not UTF-8 from Sphinx, which would fail with a traceback."""
    for docname in sorted((added | changed) - borrowed.lent(app).keys()):
        shown = env.doc2path(docname, base=False).as_posix()
        if read_text(Path(env.doc2path(docname)), shown, session(app).glossary.problems, Path(app.srcdir)) is None:
            added.discard(docname)
            changed.discard(docname)
            env.project.docnames.discard(docname)
            if docname in env.all_docs:
                removed.add(docname)
    return []
