"""Documents that a build leaves out.

For the public: private ones, and those that belong to a text that is not public. An article of which the public may see
nothing else has a stub; another document has none, so it is left out as a whole. For everybody: drafts of entries.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import YamlError
from course_reader.marks.front import PageKind, page_kind, read_front
from course_reader.marks.session import Session
from course_reader.model.glossary import PAGES, read_text
from course_reader.model.problems import Code, Problem
from course_reader.model.public.access import Access, access_of_text, is_private
from course_reader.sphinx_ext.run_state import session

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A document that the public does not see at all."""

    docname: str
    path: str
    reason: str
    #: a problem in what decides this
    unclear: Problem | None = None


def leave_out(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: hide these documents from Sphinx."""
    run = session(app)
    found = list(left_out(env, run))
    run.glossary.problems += [item.unclear for item in found if item.unclear]
    hidden = {item.docname for item in found if not run.reads_all}
    if run.glossary.hidden:
        paths = {docname: env.doc2path(docname, base=False).as_posix() for docname in env.found_docs}
        hidden |= {docname for docname, path in paths.items() if path in run.glossary.hidden}
    if app.builder.name == "epub":
        # A book has each article once, in its own text: it has neither the switch nor a search that leaves texts out.
        hidden |= {docname for docname in env.found_docs if page_kind(docname, run.settings) is PageKind.LEVEL}
    for docname in hidden:
        added.discard(docname)
        changed.discard(docname)
        env.project.docnames.discard(docname)
        if docname in env.all_docs:
            removed.add(docname)
        # Sphinx keeps the doctree of a document that it does not find any more.
        Path(app.doctreedir, f"{docname}.doctree").unlink(missing_ok=True)
    return []


def left_out(env: BuildEnvironment, run: Session) -> Iterator[LeftOut]:
    """The documents that a build for the public leaves out."""
    for docname in sorted(env.found_docs):
        if page_kind(docname, run.settings) not in (PageKind.ARTICLE, PageKind.ENTRY):
            path = env.doc2path(docname, base=False).as_posix()
            access = _access(docname, path, env, run)
            if not access.is_public(run.settings.day):
                yield LeftOut(docname, path, access.reason(run.settings.day), access.unclear)


def _access(docname: str, path: str, env: BuildEnvironment, run: Session) -> Access:
    """Whether the public may see a page that is not a text."""
    corpus = run.settings.corpus
    real = Path(env.doc2path(docname)).resolve()
    root = Path(env.srcdir).resolve()
    inside = real.relative_to(root).as_posix() if real.is_relative_to(root) else ""
    if is_private(docname, corpus) or is_private(inside, corpus):
        return Access("it is in a private folder")
    if page_kind(docname, run.settings) not in (PageKind.PAGE, PageKind.LEVEL):
        return Access()
    own = _own(docname, path, env, run)
    owner = _owner(docname, env) if docname.startswith(f"{corpus}/") else None
    return own if own.closed or owner is None else _of_article(owner, env, run)


def _owner(docname: str, env: BuildEnvironment) -> str | None:
    """The article that a document belongs to, because it is in its folder or below.

    Its file counts even if Sphinx does not know it: an article that cannot be read closes what is beside it too.
    """
    folders = docname.split("/")[:-1]
    owners = ("/".join([*folders[:depth], "article"]) for depth in range(len(folders), 0, -1))
    return next((owner for owner in owners if _is_there(owner, env)), None)


def _is_there(docname: str, env: BuildEnvironment) -> bool:
    return any(os.path.lexists(Path(env.srcdir, f"{docname}{suffix}")) for suffix in env.config.source_suffix)


def _of_article(docname: str, env: BuildEnvironment, run: Session) -> Access:
    path = env.doc2path(docname, base=False).as_posix()
    text = read_text(Path(env.doc2path(docname)), path, [], Path(env.srcdir))
    if text is None:
        return Access("the article that it belongs to cannot be read")
    access = read_front(docname, text.removeprefix("\ufeff"), path, run, [])[0].access
    if access.is_public(run.settings.day):
        return access
    return Access(f"it belongs to {path}, which is not public")


def why_closed(path: Path, docname: str, env: BuildEnvironment, run: Session) -> str:
    """Why the public may not see a file that a document takes in; "" if it may, or if the file is the document's own.

    The document is read again when the article that the file belongs to changes.
    """
    root = Path(env.srcdir).resolve()
    real = path.resolve()
    if not real.is_relative_to(root):
        return ""
    name = real.relative_to(root).as_posix()
    if is_private(name, run.settings.corpus):
        return "it is in a private folder"
    owner = _owner(name, env) if name.startswith(f"{run.settings.corpus}/") else None
    if owner is None or owner == docname:
        return ""
    env.note_dependency(env.doc2path(owner, base=False).as_posix())
    if reason := _of_article(owner, env, run).reason(run.settings.day):
        return reason
    # A text at another level is made of its article's front matter, answers left out.
    is_beside = docname.rpartition("/")[0] == owner.rpartition("/")[0]
    return "it holds answers for teachers" if not is_beside and _has_answers(real, owner, env, run) else ""


def _has_answers(file: Path, docname: str, env: BuildEnvironment, run: Session) -> bool:
    """Whether a file is that of an article with answers that only teachers may see."""
    if file != Path(env.doc2path(docname)).resolve():
        return False
    path = env.doc2path(docname, base=False).as_posix()
    text = read_text(file, path, [], Path(env.srcdir)) or ""
    own = read_front(docname, text.removeprefix("\ufeff"), path, run, [])[0].own
    return any(record.for_students() != record for record in own)


def _own(docname: str, path: str, env: BuildEnvironment, run: Session) -> Access:
    """The access of a page that says something of rights itself, such as a text with another name than `article.md`."""
    if docname.rpartition("/")[2] in PAGES:
        return Access()
    text = (read_text(Path(env.doc2path(docname)), path, []) or "").removeprefix("\ufeff")
    try:
        document = read(text).document
    except YamlError as error:
        if not docname.startswith(f"{run.settings.corpus}/"):
            return Access()
        broken = Problem(path, error.line, Code.YAML, error.message)
        return access_of_text(None, path, (), private=False, broken=broken)
    if "rights" not in document.value:
        return Access()
    return access_of_text(document, path, run.articles.whole.model_fields, private=False)
