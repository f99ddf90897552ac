"""On the page: what the extension registers with Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course_reader
from course_reader.checks import consistency
from course_reader.marks import front as pages
from course_reader.marks import roles
from course_reader.marks.domain import ReaderDomain
from course_reader.marks.marking import MarkPage
from course_reader.marks.quotes import OpenQuotes
from course_reader.pages import context as html
from course_reader.pages import nodes
from course_reader.pages.filling import FillPage, PlainPage
from course_reader.parts.compare import page as compare
from course_reader.parts.lists import page as listings
from course_reader.parts.packs import page as pack_parts
from course_reader.parts.prereading import page as sheet_pages
from course_reader.sphinx_ext import citations, collector, kept_texts, session, staleness
from course_reader.sphinx_ext import links_back as links
from course_reader.sphinx_ext import settings as config

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

#: 1: the first form of what is kept in Sphinx's environment; 3: articles have hard words and a sheet;
#: 4: quotations open before marked words
ENV_VERSION = 4


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; the list is the table of contents of the extension."""
    for name in ("myst_parser", "sphinx_design", "sphinxcontrib.bibtex", "course_reader.theme", "course_reader.pdf"):
        app.setup_extension(name)
    config.register(app)
    roles.register(app)
    listings.register(app)
    compare.register(app)
    app.add_domain(ReaderDomain)
    for node, visitors in nodes.HTML.items():
        app.add_node(node, html=visitors)
    app.add_transform(MarkPage)
    app.add_transform(OpenQuotes)
    app.add_post_transform(FillPage)
    app.add_post_transform(PlainPage)
    app.connect("config-inited", config.report_settings)
    app.connect("config-inited", config.allow_no_bibliography)
    app.connect("config-inited", citations.keep_styles)
    app.connect("config-inited", links.leave_out)
    app.connect("builder-inited", collector.relax)
    app.connect("builder-inited", kept_texts.begin)
    app.connect("builder-inited", session.start)
    app.connect("builder-inited", citations.recall)
    app.connect("builder-inited", html.add_base_style)
    app.connect("env-get-outdated", kept_texts.begin)
    app.connect("env-get-outdated", consistency.unreadable)
    app.connect("env-get-outdated", staleness.outdated)
    app.connect("source-read", pages.read_front)
    app.connect("env-updated", staleness.rewritten)
    app.connect("env-updated", kept_texts.keep)
    app.connect("env-updated", citations.keep_formatted)
    app.connect("env-check-consistency", consistency.check)
    app.connect("html-collect-pages", sheet_pages.collect)
    app.connect("html-page-context", html.page_context)
    app.connect("build-finished", pack_parts.copy_printed)
    return {
        "version": course_reader.__version__,
        "env_version": ENV_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
