"""The context of the theme's templates."""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader import pages
from course_reader.marks.domain import reader_domain
from course_reader.marks.records import Page
from course_reader.model.outputs import name_for, only_for
from course_reader.pages.languages import spoken
from course_reader.parts.packs.page import FOLDER
from course_reader.parts.reading.values import reading
from course_reader.sphinx_ext.run_state import library_of, session
from course_reader.sphinx_ext.stale import unchanged
from course_reader.sphinx_ext.web.for_managers import for_managers
from course_reader.views.at import At
from course_reader.views.library import article_of
from course_reader.views.packs import packs, printings
from course_reader.views.printed import file_names, offered
from course_reader.views.records import Link

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

STATIC = Path(pages.__file__).parent / "static"


#: what every page of a build says that is not for the public, after the words for whom it is
BANNER = "this copy holds texts and notes that may not be published."

_NO_INDEX = '<meta name="robots" content="noindex, nofollow, noarchive" />'


def name_book(app: Sphinx, config: Config) -> None:
    """On `config-inited`: give an EPUB that is not for the public a file name of its own."""
    if only_for(config.reader_audience):
        config.epub_basename = name_for(config.epub_basename, config.reader_audience)


def add_base_style(app: Sphinx) -> None:
    """On `builder-inited`: add our basic style if the theme lacks it, as in an EPUB."""
    if app.builder.format == "html" and not has_theme(app):
        app.config.html_static_path.append(str(STATIC))
        app.add_css_file("reader-base.css")


def has_theme(app: Sphinx) -> bool:
    """Whether pages are made with our theme, or one made from it."""
    theme = getattr(app.builder, "theme", None)
    return theme is not None and "course_reader" in {Path(folder).name for folder in theme.get_theme_dirs()}


def page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """On `html-page-context`: the kind of the page, its neighbours in time, metadata for reference managers."""
    if whose := only_for(session(app).settings.audience):
        _mark_closed(app, f"{whose}: {BANNER}", context)
    page = reader_domain(app.env).pages.get(pagename)
    context["reader_page_kind"] = page.kind if page else context.get("reader_page_kind", "page")
    if page and page.level:
        context["reader_page_kind"] = "article"
        _name_article(app, article_of(pagename, page), context)
    context["reader_margin"] = session(app).settings.shown.word
    context["reader_language"] = _language(app, page)
    context["reader_day"] = page.day.isoformat() if page and page.day else ""
    context["reader_finds"] = True
    context["reader_meta"] = []
    context["reader_neighbours"] = {}
    if has_theme(app):
        # A page of our theme that shows no neighbours has none, whatever tables of contents it is in.
        context |= {"prev": None, "next": None}
    if page is None or page.article is None:
        return
    view = At(library_of(app), pagename).once(reading)
    if not copies_source(app, pagename):
        # Without a name Sphinx does not copy the source, which contains the text.
        context["sourcename"] = ""
    context["reader_meta"] = for_managers(At(library_of(app), pagename))
    neighbours = {"prev": view.previous, "next": view.following}
    shown = {key: _neighbour(link, context["pathto"]) for key, link in neighbours.items() if link}
    context["reader_neighbours"] = shown
    # The links in the head are those that one sees: the order of time, not that of the tables of contents.
    for key in neighbours:
        context[key] = {"link": shown[key]["href"], "title": escape(shown[key]["title"])} if key in shown else None


def _name_article(app: Sphinx, article: str, context: dict[str, Any]) -> None:
    """Say on the page of a text at another level that its article's page is the one to list and to link to."""
    base = app.config.html_baseurl
    if base:
        # Sphinx makes the link of it.
        context["pageurl"] = f"{base.rstrip('/')}/{app.builder.get_target_uri(article)}"
        return
    link = f'<link rel="canonical" href="{escape(context["pathto"](article))}" />'
    context["metatags"] = f"{context.get('metatags') or ''}\n{link}"


def _language(app: Sphinx, page: Page | None) -> dict[str, str]:
    """The attributes of a page whose article is in another language than the site."""
    own = page.article.language if page and page.article else ""
    return spoken(own, app.config.language or "en") if own else {}


def copies_source(app: Sphinx, docname: str) -> bool:
    """Whether the site offers the source of a document: not if its text, or an answer in it, is withheld."""
    if not getattr(app.builder, "copysource", False) or not app.config.html_copy_source:
        return False
    page = reader_domain(app.env).pages.get(docname)
    if page is None:
        return True
    # A source has the answers of its front matter.
    return library_of(app).is_shown(page) and (not page.has_answers or page.with_answers)


def source_name(app: Sphinx, docname: str) -> str:
    """The name of the copy of a source, as given by Sphinx."""
    suffix = str(app.env.doc2path(docname, base=False))[len(docname) :]
    link = app.config.html_sourcelink_suffix
    return docname + suffix + (link if suffix != link else "")


def copy_printed(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: copy the printed packs that the site offers."""
    if error is not None or unchanged.rests(app):
        return
    for name, source in printed_files(app).items():
        target = Path(app.outdir, FOLDER, name)
        if source is None:
            # An earlier build may have offered it.
            target.unlink(missing_ok=True)
            continue
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(source, target)


def printed_files(app: Sphinx) -> dict[str, Path | None]:
    """Every name that a printed pack may have in the site, and the file that the site offers under it, if any."""
    if app.builder.format != "html" or app.builder.name == "epub":
        return {}
    library, found = library_of(app), dict[str, Path | None]()
    for pack in packs(library):
        found |= dict.fromkeys(file_names(pack.name))
    for pack in printings(library):
        if source := offered(library, pack.printed_name):
            found[source.name] = source
    return found


def _mark_closed(app: Sphinx, banner: str, context: dict[str, Any]) -> None:
    """Say on a page whom it is for, and keep it out of search engines."""
    context["metatags"] = f"{context.get('metatags') or ''}\n{_NO_INDEX}"
    context["reader_banner"] = banner
    if not has_theme(app) and context.get("body"):
        context["body"] = f'<p class="reader-banner" role="note">{banner}</p>\n{context["body"]}'


def _neighbour(link: Link, pathto: Any) -> dict[str, str]:
    return {"href": pathto(link.docname), "title": link.title, "when": link.when}
