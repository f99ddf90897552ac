"""Reading a document: its front matter is removed before Markdown is parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course_reader.marks.domain import reader_domain
from course_reader.marks.front import PageKind, article_beside, keep_front, page_kind, read_front
from course_reader.model.problems import Code, Problem
from course_reader.sphinx_ext.run_state import session

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_WHAT = {
    PageKind.ARTICLE: "an article",
    PageKind.LEVEL: "the text of an article",
    PageKind.ENTRY: "an entry",
    PageKind.CHAPTER: "a chapter",
    PageKind.PACK: "a pack",
}


def take_front(app: Sphinx, docname: str, source: list[str]) -> None:
    """On `source-read`: replace the front matter with its title as a heading; line numbers stay the same."""
    run = session(app)
    kind = page_kind(docname, run.settings)
    if kind is PageKind.PAGE:
        return
    path = app.env.doc2path(docname, base=False).as_posix()
    if kind is PageKind.LEVEL:
        app.env.note_dependency(article_beside(path))
        # The search finds the article's own text.
        app.env.metadata[docname]["nosearch"] = True
    found: list[Problem] = []
    if not path.endswith(".md"):
        # Its front matter would be read as text that everybody may see.
        name = path.rpartition(".")[0] + ".md"
        message = f"this file is not read, because {_WHAT[kind]} is written in Markdown; rewrite it as {name}"
        reader_domain(app.env).add_problems(docname, [Problem(path, 0, Code.NOT_MARKDOWN, message)])
        app.env.metadata[docname]["orphan"] = True
        source[0] = "Not shown\n=========\n\nThis page is not shown, because it is not written in Markdown.\n"
        return
    front, source[0], keys = read_front(docname, source[0].removeprefix("\ufeff"), path, run, found)
    app.env.metadata[docname].update(keys)
    if kind is not PageKind.CHAPTER:
        # Lists and links go to articles and entries; they need no table of contents.
        app.env.metadata[docname].setdefault("orphan", True)
    keep_front(app.env, front)
    reader_domain(app.env).add_problems(docname, found)
